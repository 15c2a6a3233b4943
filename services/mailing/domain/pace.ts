/** What the account allows just now. */
export interface Allowance {
  readonly perSecond: number;
  readonly perDay: number;
  readonly sentLastDay: number;
}

/** As many letters may follow each other at once, to make up for a slow moment; far less than the second's worth that SES lets pass. */
const burst = 2;

/**
 * A token bucket told as times: when the next letter may leave, given when the one before was allowed to. It never saves up more than
 * `burst` letters, so that a pause is not made up for by a flood.
 */
export function nextSlot(lastSlot: number, perSecond: number, now: number): number {
  const interval = 1000 / perSecond;
  return Math.max(lastSlot + interval, now - burst * interval);
}

/** A mailing leaves this share of the day to letters about people's own places. */
export const reservedForService = 0.05;

/** Letters that may still leave today. */
export function leftToday(allowance: Allowance, kind: 'service' | 'mailing'): number {
  const cap = kind === 'service' ? allowance.perDay : Math.floor(allowance.perDay * (1 - reservedForService));
  return Math.max(0, cap - allowance.sentLastDay);
}
