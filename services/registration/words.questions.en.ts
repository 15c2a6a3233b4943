import type { Role } from '@convener/contracts';
import type { QuestionKind } from './domain/questions.ts';
import type { RetentionClass } from './domain/retention-classes.ts';

/** Every sentence about the organisers' own questions that people read. */
export const questionWords = {
  yes: 'Yes',
  no: 'No',
  optional: (label: string) => `${label} (optional)`,
  /** How an answer is spoken of in errors: "Enter your answer to …". */
  what: (label: string) => `your answer to “${label}”`,
  why: 'Why do we ask?',
  kept: {
    'until-over': 'We delete your answer when the event is over.',
    'month-after': 'We delete your answer 30 days after the event.',
    'year-after': 'We delete your answer a year after the event.',
  } satisfies Record<RetentionClass, string>,
  onlyReadBy: (role: Role) => `Only ${questionRoles[role]} can read it, and each reading is noted.`,
  onlyIf: (label: string, answers: readonly string[]) => `Only if the answer to “${label}” is ${listed(answers)}.`,
  notAnswered: 'Not answered',
  noLongerAsked: 'No longer asked',

  kinds: {
    text: 'A few words',
    'long-text': 'Several lines',
    'one-of': 'One of several answers',
    'several-of': 'Any of several answers',
    'yes-no': 'Yes or no',
    date: 'A date',
    number: 'A whole number',
  } satisfies Record<QuestionKind, string>,
} as const;

const questionRoles: Readonly<Record<Role, string>> = {
  organiser: 'the organisers',
  'access-coordinator': 'our access coordinator',
  editor: 'our editor',
};

function listed(answers: readonly string[]): string {
  return answers.map((answer) => `“${answer === 'yes' ? questionWords.yes : answer === 'no' ? questionWords.no : answer}”`).join(' or ');
}
