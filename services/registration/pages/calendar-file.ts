import { type CalendarFile, type CalendarStanding, calendarFile as fileOf } from '@convener/mail/calendar';
import type { Event } from '../domain/event.ts';
import type { Registration, Status } from '../domain/registration.ts';

/** The event for somebody's calendar, the same entry as in the letters about their place. */
export function calendarFile(
  { event, registration, status }: { readonly event: Event; readonly registration: Registration; readonly status: Status },
  { baseUrl, network }: { readonly baseUrl: string; readonly network: { readonly name: string; readonly contact: string } },
  now: Date,
): CalendarFile {
  const place = { standing: standingOf(status), version: registration.version ?? 0 };
  return fileOf({ event: event.outline, place, baseUrl, now, organiser: { name: network.name, address: network.contact } });
}

function standingOf(status: Status): CalendarStanding {
  switch (status) {
    case 'confirmed':
      return 'has-place';
    case 'pending':
    case 'waitlisted':
    case 'offered':
      return 'waiting';
    case 'cancelled':
      return 'off';
  }
}
