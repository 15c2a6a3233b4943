import { type Provision, provisionKinds } from '@convener/contracts';
import { wallClockAt } from './zoned-time.ts';

/** The event that provisions are made for. */
export interface Occasion {
  readonly startsAt: string;
  readonly timeZone: string;
}

/** What somebody must be booked for. That it was there once does not mean that it is there again. */
const booked: ReadonlySet<Provision['kind']> = new Set(['live-captions', 'bsl-interpretation']);

const day = 24 * 60 * 60 * 1000;

/** How long before an event people should know, if they are to decide by it whether to come. */
const daysBefore = 14;

/** The day where the event is, as `2026-11-03`. */
export function dayAt(instant: Date, timeZone: string): string {
  return wallClockAt(instant, timeZone).date;
}

/**
 * Provisions of another event, or the network's usual ones, for this event. What must be booked is being arranged again, and settled two
 * weeks before the event, or at the latest on its day; what is simply there is there.
 */
export function copiedFor(provisions: readonly Provision[], { startsAt, timeZone }: Occasion, now: Date): readonly Provision[] {
  const [today, eventDay] = [dayAt(now, timeZone), dayAt(new Date(startsAt), timeZone)];
  const twoWeeksBefore = dayAt(new Date(Date.parse(startsAt) - daysBefore * day), timeZone);
  const knownBy = twoWeeksBefore > today ? twoWeeksBefore : eventDay;
  return provisions.map(({ knownBy: ofTheOther, ...provision }) =>
    booked.has(provision.kind) || ofTheOther !== undefined ? { ...provision, knownBy } : provision,
  );
}

/** The event's own provisions and, of the usual ones, those that it does not have yet; in the order in which they are shown. */
export function withUsual(own: readonly Provision[], usual: readonly Provision[], occasion: Occasion, now: Date): readonly Provision[] {
  const has = new Set(own.map(({ kind }) => kind));
  const missing = copiedFor(usual, occasion, now).filter(({ kind }) => !has.has(kind));
  return [...own, ...missing].toSorted((a, b) => provisionKinds.indexOf(a.kind) - provisionKinds.indexOf(b.kind));
}
