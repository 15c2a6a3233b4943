/** What the account allows just now. */
export interface Allowance {
  readonly perSecond: number;
  readonly perDay: number;
  readonly sentLastDay: number;
}

/** Half a second's worth may follow each other at once, to make up for a slow moment; SES lets a whole second's worth pass. */
const savedMs = 500;

/**
 * A token bucket told as times: when the next letter may leave, given when the one before was allowed to. It never saves up more than half
 * a second, so that a pause is not made up for by a flood.
 */
export function nextSlot(lastSlot: number, perSecond: number, now: number): number {
  const interval = 1000 / perSecond;
  return Math.max(lastSlot + interval, now - savedMs);
}

/** A mailing leaves this share of the day to letters about people's own places. */
export const reservedForService = 0.05;

/** Letters that may still leave today. */
export function leftToday(allowance: Allowance, kind: 'service' | 'mailing'): number {
  const cap = kind === 'service' ? allowance.perDay : Math.floor(allowance.perDay * (1 - reservedForService));
  return Math.max(0, cap - allowance.sentLastDay);
}

/**
 * What another service may send by itself: two letters a second over five minutes, whatever the account allows. It asks twenty times in a run
 * whether or not anybody waits, and each time costs a share; so there are shares for many runs, and a run soon after another is not refused.
 */
export const paceWindowMs = 300_000;
export const mostInWindow = (2 * paceWindowMs) / 1000;
