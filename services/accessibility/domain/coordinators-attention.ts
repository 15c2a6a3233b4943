import { type Adjustment, isForEarlier, isUnderWay, urgencyOf } from './adjustment.ts';
import type { Arrangement, PersonState } from './arrangement.ts';
import { type EventOutline, phaseOf } from './event.ts';
import type { Need } from './need.ts';

/**
 * What waits for an access coordinator, in the order in which it matters. `talk`: they asked to talk first and nobody has answered yet; they
 * are among those `to-answer` too. `unreached`: a letter could not be sent to them.
 */
export const attentionKinds = [
  'too-late',
  'at-risk',
  'ring-off',
  'talk',
  'to-answer',
  'look-again',
  'to-check',
  'to-ring',
  'unreached',
] as const;
export type AttentionKind = (typeof attentionKinds)[number];
export type AttentionCounts = Readonly<Record<AttentionKind, number>>;

export interface EventsCounts {
  readonly event: EventOutline;
  readonly counts: AttentionCounts;
  /** Whether any of them is more than nothing. */
  readonly needsYou: boolean;
}

interface Standing {
  readonly need: Pick<Need, 'answer'>;
  readonly arrangement: Pick<Arrangement, 'telling'>;
  readonly state: PersonState;
}

interface Counted {
  readonly event: EventOutline;
  readonly adjustments: readonly Adjustment[];
  readonly people: readonly Standing[];
}

const toLookAtAgain: ReadonlySet<PersonState> = new Set(['reopened', 'moved', 'fallen-through']);
const nothing: AttentionCounts = {
  'too-late': 0,
  'at-risk': 0,
  'ring-off': 0,
  talk: 0,
  'to-answer': 0,
  'look-again': 0,
  'to-check': 0,
  'to-ring': 0,
  unreached: 0,
};

/** What stands on the page of one event that takes place. */
export function countsOf({ event, adjustments, people }: Counted, now: Date): AttentionCounts {
  const urgent = (level: 'at-risk' | 'too-late') => adjustments.filter((each) => urgencyOf(each, event, now) === level).length;
  const unanswered = people.filter(({ state }) => state === 'new' || state === 'arranging');
  const tellings = people.flatMap(({ arrangement: { telling } }) => telling ?? []);
  return {
    ...nothing,
    'too-late': urgent('too-late'),
    'at-risk': urgent('at-risk'),
    talk: unanswered.filter(({ need }) => need.answer.talkFirst !== undefined).length,
    'to-answer': unanswered.length,
    'look-again': people.filter(({ state }) => toLookAtAgain.has(state)).length,
    'to-check': adjustments.filter((each) => isForEarlier(each, event)).length,
    'to-ring': tellings.filter(({ delivery, delivered }) => delivery === 'ring' && delivered !== 'done').length,
    unreached: tellings.filter(({ delivery, delivered }) => delivery !== 'ring' && delivered === 'refused').length,
  };
}

/** What calls the coordinator to an event: once it is called off who is to be rung off, and nothing after it. */
export function coordinatorsAttention(counted: Counted, now: Date): AttentionCounts {
  switch (phaseOf(counted.event, now)) {
    case 'open':
      return countsOf(counted, now);
    case 'called-off':
      return { ...nothing, 'ring-off': counted.adjustments.filter(isUnderWay).length };
    case 'over':
      return nothing;
  }
}
