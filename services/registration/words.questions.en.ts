import type { Role } from '@convener/contracts';
import type { QuestionKind } from './domain/questions.ts';
import { daysAfterTheEnd, type RetentionClass } from './domain/retention-classes.ts';

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
    'month-after': `We delete your answer ${daysAfterTheEnd['month-after']} days after the event at the latest.`,
    'quarter-after': `We delete your answer ${daysAfterTheEnd['quarter-after']} days after the event at the latest.`,
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

/** The way through the form of an event that asks questions of its own. */
export const journeyWords = {
  continue: 'Continue',
  save: 'Save and go back to my answers',
  titleFor: (event: string) => `Questions about ${event}`,
  back: 'Back',
  follows: (pages: number) =>
    `The organisers have some questions for you: ${pages === 1 ? 'one short page' : `${pages} short pages at most`}. You can check all your answers before you send them.`,
  wholeLink: 'See everything on one page instead',
  wholeQuestions: 'Questions of the organisers',
  noCookie: {
    title: 'Your browser did not keep what you entered',
    text: 'It does not take cookies from this site. Here is everything on one page, which works without.',
  },
  check: {
    title: 'Check your answers',
    about: 'About you',
    questions: 'Your answers',
    change: 'Change',
    sensitive: 'This answer is kept apart from the others.',
    submit: 'Register',
    text: 'When you register we send you a letter to confirm your address. You can change your answers afterwards.',
    notGiven: 'Not given',
  },
  begun: {
    text: 'What was entered on this device in the last two hours is still in this form.',
    button: 'Start with an empty form',
  },
  others: {
    text: (count: number) =>
      count === 1
        ? 'Another form for this event was begun on this device in the last two hours, and not sent.'
        : `${count} other forms for this event were begun on this device in the last two hours, and not sent.`,
    goOn: (number: number, of: number) => (of === 1 ? 'Go on with that form' : `Go on with form ${number}`),
    forget: (count: number) => (count === 1 ? 'Delete what was entered there' : 'Delete what was entered in them'),
  },
  tooLong: {
    title: 'That is more than we can keep',
    text: 'Nothing of this page was kept. Go back, shorten it, and send it again.',
  },
  gone: {
    title: 'We no longer have your answers',
    text: 'For your privacy we keep a form that was not sent for two hours only. Nothing was stored of it.',
    again: 'Start again',
  },
} as const;

/** What people read of somebody who comes along to support them. */
export const supporterWords = {
  label: 'Will somebody come with you to support you? (optional)',
  hint: 'A supporter or personal assistant comes along without taking a place.',
  name: 'Their name (optional)',
  key: 'Supporter',
  yes: 'Somebody comes with me',
  no: 'Nobody comes with me',
} as const;

/** What people read of their own answers, afterwards. */
export const answersWords = {
  title: 'Change your answers',
  save: 'Save',
  heading: 'Your answers',
  over: 'The event is over, so answers cannot be changed any more.',
  saved: 'Your answers are saved.',
  earlier: 'Answers to questions that are no longer asked',
} as const;
