import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import type { Event } from '../domain/event.ts';
import type { Status } from '../domain/registration.ts';
import { words } from '../words.en.ts';

export const calendarType = 'text/calendar; charset=utf-8; method=PUBLISH';

/**
 * The event for somebody's calendar. The id stays the same and the number rises with every change of the event, so that taking the file
 * again updates the entry. It holds no joining link: calendars are shared more widely than people think.
 */
export function calendarFile(event: Event, status: Status, baseUrl: string, now: Date): string {
  const { outline } = event;
  const page = `${baseUrl}/events/${outline.slug}`;
  const host = new URL(baseUrl).hostname;
  const off = status === 'cancelled';
  const calendar = ical({ prodId: { company: 'Convener', product: 'Registration' }, method: ICalCalendarMethod.PUBLISH });
  calendar.createEvent({
    id: `${outline.eventId}@${host}`,
    // A place that is given up is a later word on the same version of the event.
    sequence: outline.factsVersion * 2 + (off ? 1 : 0),
    stamp: now,
    start: new Date(outline.startsAt),
    end: new Date(outline.endsAt),
    summary: off ? words.calendar.cancelled(outline.title) : outline.title,
    description:
      status === 'waitlisted' || status === 'offered'
        ? `${words.calendar.waiting}\n\n${words.calendar.description(page)}`
        : words.calendar.description(page),
    ...(outline.place ? { location: outline.place } : {}),
    url: page,
    status: calendarStatus(status),
  });
  return calendar.toString();
}

function calendarStatus(status: Status): ICalEventStatus {
  switch (status) {
    case 'confirmed':
      return ICalEventStatus.CONFIRMED;
    case 'pending':
    case 'waitlisted':
    case 'offered':
      return ICalEventStatus.TENTATIVE;
    case 'cancelled':
      return ICalEventStatus.CANCELLED;
  }
}
