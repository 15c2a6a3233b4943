import type { EventOutline } from './event.ts';
import { countedFrom } from './feedback.ts';

const notSaid = 'not-said';

/**
 * Who comes, asked apart from everything else: in the groups of Scotland's census where it has them, in few so that nobody stands alone, and
 * each with "prefer not to say". No words of one's own: what somebody writes tells who they are.
 */
export const equalityQuestions = {
  age: ['under-16', '16-24', '25-34', '35-44', '45-54', '55-64', '65-74', '75-', notSaid],
  gender: ['woman', 'man', 'another-way', notSaid],
  trans: ['yes', 'no', notSaid],
  ethnicGroup: ['white-scottish-british', 'white-other', 'mixed', 'asian', 'african', 'caribbean-black', 'another-group', notSaid],
  religion: ['none', 'church-of-scotland', 'roman-catholic', 'other-christian', 'muslim', 'another-religion', notSaid],
  orientation: ['straight', 'gay-lesbian', 'bisexual', 'another-way', notSaid],
  disabled: ['yes', 'no', notSaid],
  carer: ['yes', 'no', notSaid],
} as const;

export type EqualityQuestion = keyof typeof equalityQuestions;
export const equalityQuestionNames = Object.keys(equalityQuestions).filter((name): name is EqualityQuestion => name in equalityQuestions);

/** What one sending of the form said, question by question; each is kept apart from the others. */
export interface EqualityAnswer {
  readonly question: EqualityQuestion;
  readonly choice: string;
}

export type EqualityPhase = 'open' | 'closed' | 'called-off';

/** From the day that the event is announced until it is counted. */
export function equalityPhase(event: Pick<EventOutline, 'endsAt' | 'calledOffAt'>, now: Date): EqualityPhase {
  if (event.calledOffAt) return 'called-off';
  return now < countedFrom(event) ? 'open' : 'closed';
}
