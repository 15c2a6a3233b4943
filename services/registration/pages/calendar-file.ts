import { type CalendarStanding, calendarFile as fileOf } from '@convener/mail/calendar';
import type { Event } from '../domain/event.ts';
import type { Status } from '../domain/registration.ts';

export { calendarType } from '@convener/mail/calendar';

/** The event for somebody's calendar, the same entry as in the letters about their place. */
export function calendarFile({ outline }: Event, status: Status, baseUrl: string, now: Date): string {
  return fileOf({ event: outline, standing: standingOf(status), baseUrl, now });
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
