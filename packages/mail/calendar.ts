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
  readonly mode: 'online' | 'in-person' | 'hybrid';
  /** Version of the event's public facts: rises with every change of them. */
  readonly factsVersion: number;
}

/** How its owner stands, and the version of what is stored of their place: rises with every change of it. */
export interface CalendarPlace {
  readonly standing: CalendarStanding;
  readonly version: number;
}

/** How its owner stands: with a place, waiting for one, or out, by their wish or because the event is off. */
export type CalendarStanding = 'has-place' | 'waiting' | 'off';

interface Wanted {
  readonly event: CalendarEvent;
  readonly place: CalendarPlace;
  /** Without a slash at the end. */
  readonly baseUrl: string;
  readonly now: Date;
}

export interface CalendarFile {
  readonly contentType: string;
  readonly content: string;
}

/**
 * The event as a file for somebody's calendar. Taken again, it updates the entry: the id stays the same, and the number rises with every
 * change. It holds no joining link: calendars are shared more widely than people think. `PUBLISH` asks for no answer and names the organiser
 * alone (RFC 5546, 3.2.1); where the network has no address, it is a file without a method.
 */
export function calendarFile(wanted: Wanted & { readonly organiser: Mailbox }): CalendarFile {
  const contentType = 'text/calendar; charset=utf-8';
  if (wanted.organiser.address === '') return { contentType, content: calendarOf(undefined, wanted, []) };
  return { contentType: `${contentType}; method=PUBLISH`, content: calendarOf('PUBLISH', wanted, [organiserOf(wanted.organiser)]) };
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
  const off = wanted.place.standing === 'off';
  const method = off ? 'CANCEL' : 'REQUEST';
  const answer = off ? '' : `;PARTSTAT=${wanted.place.standing === 'has-place' ? 'ACCEPTED' : 'TENTATIVE'}`;
  const people = [organiserOf(wanted.organiser), `ATTENDEE;ROLE=REQ-PARTICIPANT${answer};RSVP=FALSE:${mailto(wanted.attendee)}`];
  return { method, content: calendarOf(method, wanted, people) };
}

function organiserOf({ name, address }: Mailbox): string {
  return `ORGANIZER;CN="${quoted(name)}":${mailto(address)}`;
}

/** What means something in an address of the web, or is not ASCII, is written as RFC 6068 says. */
function mailto(address: string): string {
  return `mailto:${address.toWellFormed().replace(/[^\w.!$'*+@~-]+/gu, encodeURIComponent)}`;
}

function calendarOf(
  method: 'PUBLISH' | CalendarPart['method'] | undefined,
  { event, place, baseUrl, now }: Wanted,
  people: readonly string[],
): string {
  const { standing } = place;
  const page = `${baseUrl}/events/${event.slug}`;
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Convener//Events//EN',
    ...(method ? [`METHOD:${method}`] : []),
    'BEGIN:VEVENT',
    `UID:${event.eventId}@${new URL(baseUrl).hostname}`,
    `SEQUENCE:${sequenceOf(event, place)}`,
    `DTSTAMP:${instant(now)}`,
    `DTSTART:${instant(new Date(event.startsAt))}`,
    `DTEND:${instant(new Date(event.endsAt))}`,
    `SUMMARY:${escaped(standing === 'off' ? words.cancelled(event.title) : event.title)}`,
    `DESCRIPTION:${escaped(descriptionOf(event, standing, page))}`,
    ...(event.place ? [`LOCATION:${escaped(event.place)}`] : []),
    `URL:${page}`,
    `STATUS:${statuses[standing]}`,
    ...people,
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return `${lines.map(folded).join('\r\n')}\r\n`;
}

function descriptionOf({ mode }: CalendarEvent, standing: CalendarStanding, page: string): string {
  const about = words.about(page);
  switch (standing) {
    case 'has-place':
      return mode === 'in-person' ? about : `${about}\n\n${words.joining[mode]}`;
    case 'waiting':
      return `${words.waiting}\n\n${about}`;
    case 'off':
      return about;
  }
}

/**
 * Rises with every change of the event and of the place, so that a later word is never taken for an earlier one, also where somebody gives up
 * their place and comes back while the event stays as it was. An offer that has lapsed is "off" before that is stored: hence the one more.
 */
function sequenceOf({ factsVersion }: CalendarEvent, { version, standing }: CalendarPlace): number {
  return 2 * (factsVersion + version) + (standing === 'off' ? 1 : 0);
}

const statuses = { 'has-place': 'CONFIRMED', waiting: 'TENTATIVE', off: 'CANCELLED' } as const satisfies Record<CalendarStanding, string>;

/** `20260520T090000Z`. */
function instant(date: Date): string {
  return date.toISOString().replace(/[-:]|\.\d+/g, '');
}

/** A text as RFC 5545, 3.3.11 writes it; control characters other than a line break have no place in one. */
function escaped(text: string): string {
  return plain(text)
    .replace(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n');
}

/** A parameter in quotes (3.2), which can hold none itself. */
function quoted(text: string): string {
  return plain(text).replace(/["\n]/g, ' ');
}

function plain(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/(?!\n)\p{Cc}/gu, ' ');
}

const mostOctets = 75;

/** No line is longer than 75 octets; the next goes on after a space (3.1). A character is never cut in two. */
function folded(line: string): string {
  let [folded, length] = ['', 0];
  for (const character of line) {
    const octets = Buffer.byteLength(character);
    if (length + octets > mostOctets) [folded, length] = [`${folded}\r\n `, 1];
    folded += character;
    length += octets;
  }
  return folded;
}
