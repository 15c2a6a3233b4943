import type { AccessList } from '../domain/access-list.ts';
import { type Arrangement, noArrangement, type PersonState, personState } from '../domain/arrangement.ts';
import type { EventOutline } from '../domain/event.ts';
import { arrangedGoneBy, goneBy } from '../domain/keeping.ts';
import type { Need } from '../domain/need.ts';
import type { Board } from './arranging-ports.ts';
import type { HandleOf } from './person-handle.ts';

export interface ArrangedPerson {
  readonly need: Need;
  readonly arrangement: Arrangement;
  readonly handle: string;
  readonly state: PersonState;
}

/** What the coordinator's list shows beside the answers themselves; what has expired is not there, deleted or not. */
export function arrangingOf({ event, needs }: AccessList, stored: Board, handleOf: HandleOf, now: Date) {
  const board = shownOf(stored, event, now);
  const { adjustments, budget, withdrawn } = board;
  const nameOf = (registrationId: string) => needs.find((need) => need.registrationId === registrationId)?.name ?? registrationId;
  return { adjustments, people: arrangedPeople(board, event, handleOf), budgetPence: budget.pence, withdrawn, nameOf };
}

/** What has expired is not shown, deleted or not. */
export function shownOf(board: Board, event: EventOutline, now: Date): Board {
  const said = now < goneBy(event) ? {} : { needs: [], arrangements: [], withdrawn: 0 };
  const arranged =
    now < arrangedGoneBy(event) ? {} : { adjustments: [], budget: { pence: undefined, version: 0 }, briefings: [], brief: undefined };
  return { ...board, ...said, ...arranged };
}

type Said = Pick<Board, 'needs' | 'arrangements' | 'adjustments'>;

/** Everybody who said something, each with what is arranged for them. */
export function arrangedPeople(board: Said, event: EventOutline, handleOf: HandleOf): readonly ArrangedPerson[] {
  return standingsOf(board, event).map((each) => ({ ...each, handle: handleOf(each.need.eventId, each.need.registrationId) }));
}

/** The same, without what stands for them in addresses. */
export function standingsOf({ needs, arrangements, adjustments }: Said, event: EventOutline): readonly Omit<ArrangedPerson, 'handle'>[] {
  return needs.map((need) => {
    const arrangement = arrangements.find(({ registrationId }) => registrationId === need.registrationId) ?? noArrangement(need);
    return { need, arrangement, state: personState(need, arrangement, { event, adjustments }) };
  });
}
