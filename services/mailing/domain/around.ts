import { instantOf, wallClockAt } from '@convener/writing/zoned-time';

/** Letters that leave by themselves at a time that follows from the event's own. */
export const aroundKinds = ['reminder', 'last-reminder', 'thanks'] as const;
export type AroundKind = (typeof aroundKinds)[number];

export const timingUnits = ['days', 'hours'] as const;
export type TimingUnit = (typeof timingUnits)[number];

/** How long before the start, or after the end, a letter goes; or that it does not. */
export interface Timing {
  readonly on: boolean;
  readonly amount: number;
  readonly unit: TimingUnit;
}

export const usualTimings: Readonly<Record<AroundKind, Timing>> = {
  reminder: { on: true, amount: 7, unit: 'days' },
  'last-reminder': { on: true, amount: 1, unit: 'days' },
  thanks: { on: true, amount: 1, unit: 'days' },
};

/** Days or hours. */
export const mostAmount = 60;

/** After so many hours a letter that could not go in time is not sent any more: a reminder that is late reminds of nothing. */
const lateHours: Readonly<Record<AroundKind, number>> = { reminder: 12, 'last-reminder': 12, thanks: 72 };

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

export interface EventTimes {
  readonly startsAt: string;
  readonly endsAt: string;
  readonly timeZone: string;
  readonly cancelled: boolean;
}

/**
 * When a letter is due. Days are days of the calendar where the event is: a reminder comes at the hour of the start, also across a change of the
 * clocks, and thanks at ten in the morning.
 */
export function momentOf(kind: AroundKind, { amount, unit }: Timing, { startsAt, endsAt, timeZone }: EventTimes): Date {
  const after = kind === 'thanks';
  const from = new Date(after ? endsAt : startsAt);
  if (unit === 'hours') return new Date(from.getTime() + (after ? amount : -amount) * hourMs);
  const { date, time } = wallClockAt(from, timeZone);
  const day = new Date(Date.parse(`${date}T00:00:00Z`) + (after ? amount : -amount) * dayMs).toISOString().slice(0, 10);
  return instantOf({ date: day, time: after ? '10:00' : time }, timeZone);
}

export type MomentStanding =
  | { readonly kind: 'off' }
  | { readonly kind: 'coming'; readonly at: Date }
  | { readonly kind: 'due'; readonly at: Date }
  /** It went by while nobody could send: before the event was published, or because its time was changed. */
  | { readonly kind: 'missed'; readonly at: Date };

/** Whether a letter is to go, at `now`. Nothing ever goes about an event that was called off. */
export function standingOf(kind: AroundKind, timing: Timing, event: EventTimes, now: Date): MomentStanding {
  if (!timing.on || event.cancelled) return { kind: 'off' };
  const at = momentOf(kind, timing, event);
  if (at > now) return { kind: 'coming', at };
  const tooLate = now.getTime() - at.getTime() > lateHours[kind] * hourMs;
  const begun = kind !== 'thanks' && event.startsAt <= now.toISOString();
  return tooLate || begun ? { kind: 'missed', at } : { kind: 'due', at };
}
