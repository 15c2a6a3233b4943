import type { Adjustment } from '../domain/adjustment.ts';
import type { Arrangement, PersonState } from '../domain/arrangement.ts';
import type { Need } from '../domain/need.ts';

/** What the coordinator's pages show of what is arranged. */
export interface Arranging {
  readonly adjustments: readonly Adjustment[];
  readonly people: readonly {
    readonly need: Need;
    readonly arrangement: Arrangement;
    readonly handle: string;
    readonly state: PersonState;
  }[];
  readonly budgetPence: number | undefined;
  readonly withdrawn: number;
  readonly nameOf: (registrationId: string) => string;
}
