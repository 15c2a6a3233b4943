import { registrationOfferEndedV1, registrationOfferedV1, registrationPromotedV1 } from '@convener/contracts/domain-events';
import type { Change } from './change.ts';
import type { CancelledBy, Registration } from './registration.ts';

/** How long offered places are held; the organiser's, for each event. */
export interface OfferSetting {
  /** `21:00`, by the clock of the event's time zone. No offer runs out between these two; the same time twice means no quiet hours. */
  readonly quietFrom: string;
  readonly quietUntil: string;
  /** Hours that an offer stands at most, quiet hours apart. */
  readonly longestHours: number;
}

export const usualOffers: OfferSetting = { quietFrom: '21:00', quietUntil: '09:00', longestHours: 48 };

const hour = 60 * 60 * 1000;

/** The nearer the event, the shorter a place is held: an empty chair helps nobody. */
const holds = [
  { fromHours: 7 * 24, hours: 48 },
  { fromHours: 48, hours: 24 },
  { fromHours: 12, hours: 3 },
  { fromHours: 0, hours: 1 },
] as const;

/** The instant at which an offer made now runs out: never in quiet hours, and never after the start. */
export function offerUntil(now: Date, event: { readonly startsAt: string; readonly timeZone: string }, setting: OfferSetting): string {
  const starts = Date.parse(event.startsAt);
  const left = (starts - now.getTime()) / hour;
  const hours = Math.min(setting.longestHours, holds.find(({ fromHours }) => left >= fromHours)?.hours ?? 1);
  const until = afterQuiet(now.getTime() + hours * hour, event.timeZone, setting);
  return new Date(Math.min(until, starts)).toISOString();
}

export function isQuiet(instant: number, timeZone: string, { quietFrom, quietUntil }: OfferSetting): boolean {
  const [clock, from, until] = [clockOf(instant, timeZone), minutesOf(quietFrom), minutesOf(quietUntil)];
  return from <= until ? clock >= from && clock < until : clock >= from || clock < until;
}

/** Steps to the minute at which quiet hours end. A change of the clocks in that night takes a second step. */
function afterQuiet(instant: number, timeZone: string, setting: OfferSetting): number {
  let at = instant;
  for (let steps = 0; steps < 4 && isQuiet(at, timeZone, setting); steps += 1) {
    const minutes = (minutesOf(setting.quietUntil) - clockOf(at, timeZone) + 24 * 60) % (24 * 60);
    at = Math.floor(at / 60_000) * 60_000 + minutes * 60_000;
  }
  return at;
}

/** One a zone: making a formatter takes as long as using it fifty times. */
const clocks = new Map<string, Intl.DateTimeFormat>();

/** Minutes since midnight by the clock there. */
function clockOf(instant: number, timeZone: string): number {
  const clock =
    clocks.get(timeZone) ?? new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone });
  clocks.set(timeZone, clock);
  return minutesOf(clock.format(instant));
}

function minutesOf(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return hours * 60 + minutes;
}

/**
 * A free place is held for somebody who waits; undefined where they wait no more. Somebody without an address cannot be asked by letter:
 * the place is theirs, and an organiser tells them. Whoever was let in at the door already has said that they want it.
 */
export function decideOffer(
  registration: Registration,
  terms: { readonly until: string; readonly pool: string | undefined },
  now: Date,
): Change | undefined {
  const { registrationId, eventId, state, group } = registration;
  const { until, pool } = terms;
  // Found as the first of a group, and no longer of it: its place is for the next of the group.
  if (state.kind !== 'waitlisted' || (pool !== undefined && pool !== group)) return undefined;
  const places = { kind: 'promote', waitingKey: state.waitingKey, group, pool } as const;
  if (registration.email === '' || registration.attended) {
    return {
      next: { ...registration, state: { kind: 'confirmed', at: now.toISOString(), pool } },
      places,
      announces: { contract: registrationPromotedV1, data: { registrationId, eventId } },
    };
  }
  return {
    next: { ...registration, state: { kind: 'offered', waitingKey: state.waitingKey, offeredAt: now.toISOString(), until, pool } },
    places,
    announces: { contract: registrationOfferedV1, data: { registrationId, eventId, until } },
  };
}

/** What an offer is, for whoever opens its link. */
export type OfferStanding =
  | { readonly kind: 'open'; readonly until: string }
  | { readonly kind: 'taken' }
  /** Its time is over, whether the sweep has been there or not. */
  | { readonly kind: 'lapsed' }
  | { readonly kind: 'declined' }
  /** They have joined the line again since. */
  | { readonly kind: 'waiting' }
  | { readonly kind: 'cancelled'; readonly by: CancelledBy }
  | { readonly kind: 'called-off' };

export function offerStanding({ state }: Registration, calledOff: boolean, now: Date): OfferStanding {
  if (calledOff) return { kind: 'called-off' };
  switch (state.kind) {
    case 'offered':
      return now.toISOString() < state.until ? { kind: 'open', until: state.until } : { kind: 'lapsed' };
    case 'confirmed':
      return { kind: 'taken' };
    case 'waitlisted':
    case 'pending':
      return { kind: 'waiting' };
    case 'cancelled':
      if (state.by === 'event') return { kind: 'called-off' };
      return state.by === 'lapsed' || state.by === 'declined' ? { kind: state.by } : { kind: 'cancelled', by: state.by };
  }
}

/** They take the place that is held for them. */
export function decideClaim(registration: Registration, now: Date): Change | undefined {
  const { registrationId, eventId, state } = registration;
  if (state.kind !== 'offered' || now.toISOString() >= state.until) return undefined;
  return {
    next: { ...registration, state: { kind: 'confirmed', at: now.toISOString(), pool: state.pool } },
    places: { kind: 'while-standing' },
    announces: { contract: registrationPromotedV1, data: { registrationId, eventId } },
  };
}

/** They say no, or their time is over: the place is free for the next. */
export function decideOfferEnd(registration: Registration, how: 'declined' | 'lapsed', now: Date): Change | undefined {
  const { registrationId, eventId, state } = registration;
  if (state.kind !== 'offered' || (how === 'lapsed' && now.toISOString() < state.until)) return undefined;
  return {
    next: { ...registration, state: { kind: 'cancelled', by: how, at: now.toISOString() } },
    places: { kind: 'release', pool: state.pool },
    announces: { contract: registrationOfferEndedV1, data: { registrationId, eventId, how } },
  };
}

/** Somebody whose offer lapsed may come back by one press; undefined for everybody else. */
export function rejoining(registration: Registration): Registration | undefined {
  const { state } = registration;
  return state.kind === 'cancelled' && state.by === 'lapsed' ? registration : undefined;
}
