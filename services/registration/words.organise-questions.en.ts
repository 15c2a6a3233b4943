import type { Role } from '@convener/contracts';
import { daysAfterTheEnd, type RetentionClass } from './domain/retention-classes.ts';

/** What organisers read where they make their own questions. */
export const organiseQuestionWords = {
  title: 'Questions',
  lead: 'What people are asked when they register, beside their email address and what to call them.',
  notPublished: {
    title: 'This event is not published yet',
    text: 'You can prepare its questions now. They are asked as soon as people can register.',
    event: 'An event that is not published yet',
  },
  few: 'Ask only what you need: every question costs you some of the people who would have come.',
  notAccess: 'Do not ask about access needs here. Convener asks for them on its own page, where only the access coordinator reads them.',
  notAccessLink: 'What people are asked about access',
  order: 'The questions, in their order',
  none: 'There are none yet.',
  add: 'Add a question',
  preview: 'See the form as people see it',
  export: 'Download the answers as a table (CSV)',
  exportNote: 'Downloads are noted in the audit log. Answers for one role alone are never part of it.',
  required: 'Must be answered',
  optional: 'May be left empty',
  onlyReadBy: (role: Role) => `Read only by ${readers[role]}`,
  askedIf: (label: string, answers: string) => `Asked only if “${label}” is ${answers}`,
  or: ' or ',
  edit: 'Change',
  up: 'Move up',
  down: 'Move down',
  remove: 'Remove',
  about: (label: string) => `“${label}”`,

  supporters: {
    title: 'Supporters',
    label: 'Ask whether somebody comes with them to support them',
    hint: 'A supporter or personal assistant takes no place. You see how many come; their name may be left out.',
    save: 'Save',
  },

  done: {
    added: 'The question is added.',
    edited: 'The question is changed. Answers that were given before keep the words in which they were asked.',
    moved: 'The order is changed.',
    removed: 'The question is removed. Its answers stay readable.',
    supporters: 'It is saved.',
  },

  form: {
    addTitle: 'Add a question',
    editTitle: 'Change a question',
    label: 'What do you ask?',
    labelHint: 'Write it as a question, the way you would say it to somebody.',
    help: 'Help with the answer (optional)',
    helpHint: 'For example what you count as an answer. It stands under the question.',
    why: 'Why do you ask?',
    whyHint: 'People read this under the question. If you cannot say it in a sentence, leave the question out.',
    kind: 'How is it answered?',
    options: 'The answers to choose from, one on a line',
    optionsHint: 'Only for a question with answers to choose from. “Something else” is often a kind one to add.',
    required: 'It must be answered',
    retention: 'How long do you need the answers?',
    readableBy: 'Who may read the answers?',
    readableByHint:
      'Answers for one role alone are never in the list, in downloads or in letters, and each reading is noted in the audit log. This, and how it is answered, cannot be changed later: people answer trusting in it.',
    askIf: 'Ask it only of those who answered (optional)',
    askIfHint: 'Leave all empty to ask everybody. Choose answers of one question.',
    answerOf: (label: string, answer: string) => `${label} – ${answer}`,
    add: 'Add the question',
    save: 'Save',
    fixed: 'How it is answered',
  },
  retention: {
    'until-over': 'Until the event is over',
    'month-after': `For ${daysAfterTheEnd['month-after']} days after the event`,
    'quarter-after': `For ${daysAfterTheEnd['quarter-after']} days after the event, such as for figures to those who fund you; then download what you need without names`,
  } satisfies Record<RetentionClass, string>,
  kept: {
    'until-over': 'Answers are kept until the event is over.',
    'month-after': `Answers are kept for ${daysAfterTheEnd['month-after']} days after the event.`,
    'quarter-after': `Answers are kept for ${daysAfterTheEnd['quarter-after']} days after the event.`,
  } satisfies Record<RetentionClass, string>,
  readers: {
    everybody: 'Everybody who may see the registrations',
    organiser: 'Organisers alone',
    'access-coordinator': 'The access coordinator alone',
    editor: 'The editor alone',
  },

  errors: {
    fewOptions: 'Enter at least two answers to choose from, each on a line of its own',
    longOption: 'Each answer to choose from must be 200 characters or fewer',
    manyOptions: 'Enter at most 40 answers to choose from',
    oneQuestion: 'Choose answers of one question only',
    noSuchAnswer: 'Choose an answer that an earlier question offers',
    wouldTell:
      'That question is for one role alone, and who is asked this one would tell how it was answered. Ask this one of everybody, or let the same role alone read it.',
    othersHang: (label: string) => `“${label}” is asked because of an answer to this question. Change that question first.`,
    tooMany: 'There are 30 questions already. Remove one before you add another.',
    tooLong: 'Your questions are too long taken together. Shorten this one, offer fewer answers, or remove another question.',
    changedSince: 'Somebody else has changed this question in the meantime. This is how they left it; make your change once more.',
    unknown: 'Somebody else has removed this question in the meantime.',
    anotherQuestion: 'How it is answered and who may read it cannot be changed. Remove this question and add another.',
  },

  removal: {
    title: 'Remove this question?',
    answered: (count: number | undefined) => {
      if (count === undefined)
        return 'How many have answered is not told, because that too is for its role alone. Their answers stay readable.';
      if (count === 0) return 'Nobody has answered it.';
      return `${count} ${count === 1 ? 'person has' : 'people have'} answered; their answers stay readable until their time is over.`;
    },
    text: 'Nobody is asked it from now on.',
    yes: 'Yes, remove it',
    no: 'No, keep it',
  },

  previewed: {
    title: 'The form as people see it',
    text: 'Each part is a page of its own. First come the email address and what to call them, and at the end they check their answers.',
    part: (at: number, of: number) => `Part ${at} of ${of}`,
    nothing: 'You ask nothing of your own: people get one short page.',
    back: 'Back to the questions',
  },
} as const;

const readers: Readonly<Record<Role, string>> = {
  organiser: 'organisers',
  'access-coordinator': 'the access coordinator',
  editor: 'the editor',
};
