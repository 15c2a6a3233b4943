import { type Allowance, nextSlot } from '../domain/pace.ts';

/** The one run's own account of how fast it goes. */
export interface Flow {
  allowance: Allowance;
  lastSlot: number;
  sent: number;
  /** Counts attempts, so that each has an id of its own. */
  attempts: number;
}

/** A run starts with nothing saved up: the one before it may have used up this very second. */
export function openFlow(allowance: Allowance, now: Date): Flow {
  return { allowance, lastSlot: now.getTime(), sent: 0, attempts: 0 };
}

/** Reserves the next moment at which a letter may leave; says how long to wait for it. */
export function reserveSlot(flow: Flow, now: Date): number {
  const slot = nextSlot(flow.lastSlot, flow.allowance.perSecond, now.getTime());
  flow.lastSlot = slot;
  return Math.max(0, slot - now.getTime());
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
