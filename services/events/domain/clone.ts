import type { cloneParts } from '@convener/contracts/domain-events';
import type { Event, EventDetails } from './event.ts';
import { copiedFor } from './provisions.ts';
import { instantOf, wallClockAt } from './zoned-time.ts';

export type ClonePart = (typeof cloneParts)[number];

/** What is entered for the new event; everything else comes from the old one. */
export interface CloneWish {
  readonly id: string;
  readonly title: string;
  readonly slug: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly capacity: number;
  readonly copies: readonly ClonePart[];
}

const day = 24 * 60 * 60 * 1000;
const week = 7 * day;

/** How far ahead a new event is suggested at the least: time enough to tell people. */
const weeksAhead = 6;

/** The day suggested for an event made from another: the same day of the week, at least six weeks from now and after the old one. */
export function suggestedDay({ details, timeZone }: Pick<Event, 'details' | 'timeZone'>, now: Date): string {
  const old = new Date(details.startsAt).getTime();
  const earliest = now.getTime() + weeksAhead * week;
  const weeks = Math.max(1, Math.ceil((earliest - old) / week));
  // By the calendar and not by the clock, since clocks change in between.
  const [year = 0, month = 1, date = 1] = wallClockAt(new Date(old), timeZone).date.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1, date + weeks * 7)).toISOString().slice(0, 10);
}

/** Addresses to try for a new event, best first: as asked, then with its month, then with its day. */
export function addressesFor(slug: string, startsAt: string, timeZone: string): readonly string[] {
  const { date } = wallClockAt(new Date(startsAt), timeZone);
  return [slug, `${slug}-${date.slice(0, 7)}`, `${slug}-${date}`];
}

/**
 * A draft made from another event. The joining link and its instructions are never copied: they would let people of one event into another.
 * What must be booked is to be booked again.
 */
export function clonedFrom(from: Event, wish: CloneWish, now: Date): Event {
  const has = (part: ClonePart) => wish.copies.includes(part);
  const occasion = { startsAt: wish.startsAt, timeZone: from.timeZone };
  return {
    id: wish.id,
    timeZone: from.timeZone,
    state: { kind: 'draft' },
    details: { ...texts(from.details, has), ...registration(from, wish, now), ...given(wish), ...venue(from.details) },
    speakers: has('speakers') ? from.speakers : [],
    links: has('links') ? from.links : [],
    provisions: has('provisions') ? copiedFor(from.provisions, occasion, now) : [],
    joiningVersion: 1,
  };
}

function given({ title, slug, startsAt, endsAt, capacity }: CloneWish) {
  return { title, slug, startsAt, endsAt, capacity, joiningLink: '', joiningInstructions: '' };
}

function venue({ mode, place }: EventDetails) {
  return { mode, place };
}

function texts(details: EventDetails, has: (part: ClonePart) => boolean) {
  const { series, purpose, description, descriptionHtml, question } = details;
  const told = has('texts')
    ? { series, purpose, description, descriptionHtml }
    : { series: '', purpose: '', description: '', descriptionHtml: '' };
  return { ...told, question: has('question') ? question : '' };
}

/**
 * Registration opens and closes as long before the event as it did, by the calendar and at the same times of day. What would have opened
 * already opens now; what could close after the event closes as it starts.
 */
function registration({ details, timeZone }: Event, { startsAt, endsAt }: CloneWish, now: Date) {
  const shifted = (instant: string) => new Date(shiftedByDays(instant, details.startsAt, startsAt, timeZone)).toISOString();
  const closes = shifted(details.registrationClosesAt);
  const registrationClosesAt = closes <= endsAt ? closes : startsAt;
  const opens = shifted(details.registrationOpensAt);
  const opensInTime = opens < registrationClosesAt ? opens : new Date(Date.parse(registrationClosesAt) - day).toISOString();
  const thisMinute = new Date(Math.floor(now.getTime() / 60_000) * 60_000).toISOString();
  return {
    registrationClosesAt,
    registrationOpensAt: thisMinute > opensInTime && thisMinute < registrationClosesAt ? thisMinute : opensInTime,
  };
}

function shiftedByDays(instant: string, from: string, to: string, timeZone: string): number {
  const dayOf = (each: string) => Date.parse(`${wallClockAt(new Date(each), timeZone).date}T00:00:00Z`);
  const wall = wallClockAt(new Date(instant), timeZone);
  const date = new Date(dayOf(instant) + dayOf(to) - dayOf(from)).toISOString().slice(0, 10);
  return instantOf({ date, time: wall.time }, timeZone).getTime();
}
