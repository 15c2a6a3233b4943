import ical, { ICalAttendeeRole, ICalAttendeeStatus, ICalCalendarMethod, type ICalEventData, ICalEventStatus } from 'ical-generator';
import { calendarWords as words } from './calendar.en.ts';
import type { Mailbox } from './compose.ts';

/** What a calendar needs to know of an event. */
export interface CalendarEvent {
  readonly eventId: string;
  readonly slug: string;
  readonly title: string;
  /** ISO instants. */
  readonly startsAt: string;
  readonly endsAt: string;
  readonly place: string;
  /** Version of the event's public facts: rises with every change of them. */
  readonly factsVersion: number;
}

/** How its owner stands: with a place, waiting for one, or out, by their wish or because the event is off. */
export type CalendarStanding = 'has-place' | 'waiting' | 'off';

interface Wanted {
  readonly event: CalendarEvent;
  readonly standing: CalendarStanding;
  /** Without a slash at the end. */
  readonly baseUrl: string;
  readonly now: Date;
}

/** For a file that somebody downloads: `PUBLISH` asks for no answer and names nobody. */
export const calendarType = 'text/calendar; charset=utf-8; method=PUBLISH';

/**
 * The event as a file for somebody's calendar. Taken again, it updates the entry: the id stays the same, and the number rises with every
 * change. It holds no joining link: calendars are shared more widely than people think.
 */
export function calendarFile(wanted: Wanted): string {
  return calendarOf(ICalCalendarMethod.PUBLISH, wanted, {});
}

export interface CalendarPart {
  readonly method: 'REQUEST' | 'CANCEL';
  readonly content: string;
}

/**
 * The event as part of a letter. Calendars take what comes by mail only as a request to somebody or its cancellation (RFC 5546, 3.2.2 and
 * 3.2.5), with an organiser and the one attendee, who has accepted already and is not asked for an answer: places are given up on our page.
 */
export function calendarPart(wanted: Wanted & { readonly organiser: Mailbox; readonly attendee: string }): CalendarPart {
  const method = wanted.standing === 'off' ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST;
  const status = wanted.standing === 'has-place' ? ICalAttendeeStatus.ACCEPTED : ICalAttendeeStatus.TENTATIVE;
  const people = {
    organizer: { name: wanted.organiser.name, email: wanted.organiser.address },
    attendees: [{ email: wanted.attendee, role: ICalAttendeeRole.REQ, rsvp: false, ...(wanted.standing === 'off' ? {} : { status }) }],
  };
  return { method, content: calendarOf(method, wanted, people) };
}

function calendarOf(
  method: ICalCalendarMethod,
  { event, standing, baseUrl, now }: Wanted,
  people: Pick<ICalEventData, 'organizer' | 'attendees'>,
): string {
  const page = `${baseUrl}/events/${event.slug}`;
  const calendar = ical({ prodId: { company: 'Convener', product: 'Events' }, method });
  calendar.createEvent({
    id: `${event.eventId}@${new URL(baseUrl).hostname}`,
    // A place that is given up is a later word on the same version of the event.
    sequence: event.factsVersion * 2 + (standing === 'off' ? 1 : 0),
    stamp: now,
    start: new Date(event.startsAt),
    end: new Date(event.endsAt),
    summary: standing === 'off' ? words.cancelled(plain(event.title)) : plain(event.title),
    description: standing === 'waiting' ? `${words.waiting}\n\n${words.description(page)}` : words.description(page),
    ...(event.place ? { location: plain(event.place) } : {}),
    url: page,
    status: statuses[standing],
    ...people,
  });
  return calendar.toString();
}

/** Control characters other than a line break have no place in a text (RFC 5545, 3.3.11). */
function plain(text: string): string {
  return text.toWellFormed().replace(/(?!\n)\p{Cc}/gu, ' ');
}

const statuses = {
  'has-place': ICalEventStatus.CONFIRMED,
  waiting: ICalEventStatus.TENTATIVE,
  off: ICalEventStatus.CANCELLED,
} as const satisfies Record<CalendarStanding, ICalEventStatus>;
