import type { Adjustment, AdjustmentState } from './adjustment.ts';
import { hasMovedSince, type Occasion } from './occasion.ts';

/**
 * Whether what somebody was told is still so. `moved`: the event is at another time or place than when they were told. `fallen-through`:
 * something that stood behind the answer cannot be had any more, is not booked any more, or is not for them any more.
 */
export type Holding = 'holds' | 'moved' | 'fallen-through';

/** What stood behind an answer when it was given: what served them, and how far it was. */
export interface Relied {
  readonly adjustmentId: string;
  readonly state: AdjustmentState;
}

/** What serves somebody, and the answer that they were given. */
interface Given<Telling> {
  readonly adjustmentIds: readonly string[];
  readonly telling: Telling;
}

interface Behind {
  readonly relied: readonly Relied[];
}

type Thing = Pick<Adjustment, 'adjustmentId' | 'state'>;

/** What may stand behind an answer to somebody whom these serve: nothing that was given up already. */
export function reliedOn(adjustmentIds: readonly string[], adjustments: readonly Thing[]): readonly Relied[] {
  return adjustments
    .filter(({ adjustmentId, state }) => adjustmentIds.includes(adjustmentId) && certainty(state) > givenUp)
    .map(({ adjustmentId, state }) => ({ adjustmentId, state }));
}

export function holdingOf(
  { telling, adjustmentIds }: Given<Behind & { readonly occasion: Occasion | undefined }>,
  event: Parameters<typeof hasMovedSince>[1],
  adjustments: readonly Thing[],
): Holding {
  if (fallenThrough({ telling, adjustmentIds }, adjustments).length > 0) return 'fallen-through';
  return hasMovedSince(telling.occasion, event) ? 'moved' : 'holds';
}

/** What stood behind an answer and does so no longer. */
export function fallenThrough({ telling, adjustmentIds }: Given<Behind>, adjustments: readonly Thing[]): readonly Relied[] {
  return telling.relied.filter(({ adjustmentId, state }) => {
    const now = adjustments.find((each) => each.adjustmentId === adjustmentId);
    return !now || !adjustmentIds.includes(adjustmentId) || certainty(now.state) < certainty(state);
  });
}

const givenUp = 0;

/** How far it can be counted on: booked is as good as in place. */
function certainty(state: AdjustmentState): number {
  switch (state) {
    case 'cannot':
    case 'rung-off':
      return givenUp;
    case 'to-arrange':
      return 1;
    case 'asked':
      return 2;
    case 'booked':
    case 'in-place':
      return 3;
  }
}
