import type { EventFacts } from '@convener/contracts';
import type { Places } from './places.ts';
import { generalRoom, nextInLine, poolsFor } from './pools.ts';
import type { EventQuestions } from './questions.ts';

/** What registration keeps of an event's public facts. */
export type EventOutline = Pick<
  EventFacts,
  | 'eventId'
  | 'slug'
  | 'title'
  | 'series'
  | 'startsAt'
  | 'endsAt'
  | 'timeZone'
  | 'mode'
  | 'place'
  | 'capacity'
  | 'registrationOpensAt'
  | 'registrationClosesAt'
> & {
  /** The event's own version; a calendar file counts by it. */
  readonly factsVersion: number;
};

/** How to join; not public. */
export interface Joining {
  readonly link: string;
  readonly instructions: string;
}

/** What was announced about the event as a whole, and at most once. */
export interface Notices {
  readonly joiningOpenedAt: string | undefined;
}

/** From which day until which, both included, confirmed people see who else comes: `YYYY-MM-DD` in the event's time zone. */
export interface ParticipantListSetting {
  readonly from: string;
  readonly until: string;
}

export interface Event {
  readonly outline: EventOutline;
  readonly places: Places;
  readonly joining: Joining | undefined;
  readonly notices: Notices;
  /** Undefined while nobody sees who else comes. */
  readonly participantList?: ParticipantListSetting | undefined;
  /** The organisers' own. */
  readonly questions: EventQuestions;
}

export type Openness =
  | { readonly kind: 'called-off' }
  | { readonly kind: 'over' }
  | { readonly kind: 'not-yet'; readonly opensAt: string }
  | { readonly kind: 'closed' }
  | { readonly kind: 'full' }
  | { readonly kind: 'open'; readonly places: 'some' | 'few' };

/** Few enough to say so. */
const mostOfFew = 10;

/**
 * What somebody who wants to register finds. A freed place belongs to those who wait, so it is not offered here. How many are left is told
 * to nobody: whoever registers another's address would see one place less where the address was new, and none less where it was known.
 */
export function openness(outline: Pick<EventOutline, 'endsAt'>, places: Places, now: Date, group?: string): Openness {
  const at = now.toISOString();
  if (places.calledOffAt) return { kind: 'called-off' };
  if (at >= outline.endsAt) return { kind: 'over' };
  if (at < places.opensAt) return { kind: 'not-yet', opensAt: places.opensAt };
  if (at >= places.closesAt) return { kind: 'closed' };
  if (poolsFor(places, group).length === 0) return { kind: 'full' };
  return { kind: 'open', places: generalRoom(places) > mostOfFew ? 'some' : 'few' };
}

/** Whether anybody can register now, for a place or for the line. */
export function isOpen({ outline, places }: Pick<Event, 'outline' | 'places'>, now: Date): boolean {
  const { kind } = openness(outline, places, now);
  return kind === 'open' || kind === 'full';
}

/** Whether the event is still to come, has begun, or has ended: what somebody can do and what is true of their place follows from it. */
export type Phase = 'ahead' | 'under-way' | 'over';

export function phaseOf({ startsAt, endsAt }: Pick<EventOutline, 'startsAt' | 'endsAt'>, now: Date): Phase {
  const at = now.toISOString();
  if (at >= endsAt) return 'over';
  return at >= startsAt ? 'under-way' : 'ahead';
}

/** Somebody waits although there is a place: the line moves. After the start nobody is called up any more. */
export function lineMayMove(event: Pick<Event, 'outline' | 'places'>, now: Date): boolean {
  const { places, outline } = event;
  return nextInLine(places) !== undefined && !places.calledOffAt && now.toISOString() < outline.startsAt;
}

/** The joining details, from `hours` before the start until the end, for an event that stands and has some. */
export function joiningNow(event: Event, now: Date, hours: number): Joining | undefined {
  const { joining, outline, places } = event;
  if (!joining || places.calledOffAt || (joining.link === '' && joining.instructions === '')) return undefined;
  const open = now.toISOString() >= joiningOpensAt(outline, hours) && now.getTime() < Date.parse(outline.endsAt);
  return open ? joining : undefined;
}

/** From when the joining details are shown. */
export function joiningOpensAt({ startsAt }: Pick<EventOutline, 'startsAt'>, hours: number): string {
  return new Date(Date.parse(startsAt) - hours * 60 * 60 * 1000).toISOString();
}
