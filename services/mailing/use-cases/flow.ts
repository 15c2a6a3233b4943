import { type Allowance, nextSlot } from '../domain/pace.ts';

/** The one run's own account of how fast it goes. */
export interface Flow {
  allowance: Allowance;
  lastSlot: number;
  sent: number;
  /** Counts attempts, so that each has an id of its own. */
  attempts: number;
  /** Shares of the rate that were given to another service, as far as they are made up for. */
  given: number;
}

/** A run starts with nothing saved up: the one before it may have used up this very second. */
export function openFlow(allowance: Allowance, given: number, now: Date): Flow {
  return { allowance, lastSlot: now.getTime(), sent: 0, attempts: 0, given };
}

/** Reserves the next moment at which a letter may leave; says how long to wait for it. */
export function reserveSlot(flow: Flow, now: Date): number {
  const slot = nextSlot(flow.lastSlot, flow.allowance.perSecond, now.getTime());
  flow.lastSlot = slot;
  return Math.max(0, slot - now.getTime());
}

/** Another service wrote meanwhile, out of the same rate: for each such letter one of ours leaves later. */
export function makeUpFor(flow: Flow, given: number): void {
  flow.lastSlot += (Math.max(0, given - flow.given) * 1000) / flow.allowance.perSecond;
  flow.given = given;
}

export function countSent(flow: Flow): void {
  flow.sent += 1;
  flow.allowance = { ...flow.allowance, sentLastDay: flow.allowance.sentLastDay + 1 };
}

/** SES found us too fast: nothing leaves for a second, and what the account allows is asked for again. */
export function slowDown(flow: Flow, allowance: Allowance, now: Date): void {
  flow.allowance = allowance;
  flow.lastSlot = Math.max(flow.lastSlot, now.getTime() + 1000);
}
