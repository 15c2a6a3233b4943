import type { Budget } from '../domain/budget.ts';
import type { EventOutline } from '../domain/event.ts';
import { type AdjustPorts, isClosed } from './adjust.ts';
import { KeepsMovingError } from './keeps-moving.ts';

export type BudgetOutcome =
  | { readonly kind: 'saved'; readonly budget: Budget }
  /** Somebody set it since; `budget` is what is there now. */
  | { readonly kind: 'meanwhile'; readonly event: EventOutline; readonly budget: Budget }
  | { readonly kind: 'closed' }
  | { readonly kind: 'not-found' };

interface Wanted {
  readonly eventId: string;
  readonly pence: number | undefined;
  /** The version that the page showed; undefined takes what is there. */
  readonly seen: number | undefined;
}

const mostTries = 5;

/** Sets the budget as it was seen. The event may move while somebody saves; then it is decided anew. */
export async function keepBudget(
  { eventId, pence, seen }: Wanted,
  now: Date,
  { events, adjustments }: Pick<AdjustPorts, 'events' | 'adjustments'>,
): Promise<BudgetOutcome> {
  for (let tries = 1; tries <= mostTries; tries += 1) {
    const [event, held] = await Promise.all([events.byId(eventId), adjustments.loadBudget(eventId)]);
    if (!event) return { kind: 'not-found' };
    if (isClosed(event, now)) return { kind: 'closed' };
    if (held.pence === pence) return { kind: 'saved', budget: held };
    if (seen !== undefined && seen !== held.version) return { kind: 'meanwhile', event, budget: held };
    const budget = { pence, version: held.version + 1 };
    if ((await adjustments.saveBudget(event, budget)) === 'saved') return { kind: 'saved', budget };
  }
  throw new KeepsMovingError();
}
