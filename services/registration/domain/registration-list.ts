import type { Event } from './event.ts';
import type { FoundRegistrations, StatusTotals } from './find-registrations.ts';
import type { DayOfGrowth } from './growth.ts';

/** What organisers see of who comes to an event. */
export interface RegistrationList {
  readonly event: Event;
  readonly totals: StatusTotals;
  /** How many are to be told by somebody, since no letter reaches them. */
  readonly unreached: number;
  /** Those who come along to support somebody, and take no place. */
  readonly supporters: number;
  readonly growth: readonly DayOfGrowth[];
  readonly found: FoundRegistrations;
}
