import type { AdjustmentKind, AdjustmentState, Urgency } from './domain/adjustment.ts';
import type { PersonState } from './domain/arrangement.ts';
import { words } from './words.en.ts';

/** What access coordinators read while they arrange. */
export const arrangingWords = {
  kinds: {
    ...words.kinds,
    food: 'Food or drink to suit somebody',
    'own-supporter': 'Somebody brings a supporter',
    other: 'Something else',
  } satisfies Record<AdjustmentKind, string>,

  states: {
    'to-arrange': 'To arrange',
    asked: 'Asked',
    booked: 'Booked',
    'in-place': 'In place',
    cannot: 'Cannot be had',
    'rung-off': 'Rung off',
  } satisfies Record<AdjustmentState, string>,

  urgency: {
    fine: '',
    'at-risk': 'At risk',
    'too-late': 'Too late',
  } satisfies Record<Urgency, string>,

  people: {
    new: 'Nothing arranged yet',
    arranging: 'Being arranged',
    told: 'Told; no word back yet',
    works: 'It works for them',
    reopened: 'To look at again',
    moved: 'To tell anew: the event has moved',
    'fallen-through': 'Told something that no longer holds',
  } satisfies Record<PersonState, string>,

  board: {
    title: 'What is being arranged',
    none: 'Nothing is being arranged yet.',
    table: 'Everything that is arranged, by the day on which it has to be booked',
    columns: { what: 'What', state: 'State', by: 'Book by', owner: 'Who sees to it', serves: 'For' },
    everybody: 'Everybody',
    nobody: 'Nobody now',
    attention: 'What needs you',
    withdrawn: (count: number) =>
      count === 1
        ? 'A need was withdrawn. What served nobody else may be given up.'
        : `${count} needs were withdrawn. What served nobody else may be given up.`,
    arrange: 'Arrange something',
    brief: 'Brief for interpreters and captioners',
    suppliers: 'Suppliers',
    costs: 'Costs and bookings as a table',
    years: 'What past events cost',
    person: 'Arrange and answer',
    progress: 'Booked or in place',
    budget: 'Budget',
    budgetChange: 'Set the budget',
    money: {
      caption: 'Budget and costs',
      columns: ['What', 'Amount'] as const,
      budget: 'Budget',
      estimated: 'Estimated',
      actual: 'Bills so far',
      expected: 'Expected in the end',
    },
    over: (amount: string) => `The expected costs are ${amount} over the budget.`,
    funder: (from: string, to: string) => `What you can tell a funder: between ${from} and ${to}.`,
    funderWhy:
      'Every total leaves this page as a step of £500. An exact one could tell what a single thing was, and so that somebody needs it.',
  },

  adjustment: {
    new: 'Arrange something',
    lead: 'For one person, for several, or for everybody. Nobody outside reads this page; please do not write here what anybody has or is.',
    kind: 'What kind of thing is it?',
    kindBlank: 'Choose one',
    what: 'What exactly?',
    whatHint: 'As you would say it to whoever does it, and to the person it is for: “Two interpreters, for the whole event”.',
    two: 'Beyond half an hour interpreters take turns: book two.',
    ownerName: 'Who sees to it?',
    ownerEmail: 'Their email address',
    ownerEmailHint: 'They get a letter when it becomes urgent, or when the event is called off. It says only that something needs them.',
    supplier: 'Who provides it?',
    supplierBlank: 'Nobody from outside, or not known yet',
    everybody: 'It is for everybody, as announced',
    serves: 'Whom does it serve?',
    leadDays: 'How many working days does it take to get it?',
    leadHint: 'Leave it empty for the usual time for this kind. Weekends and bank holidays in Scotland do not count.',
    estimated: 'What will it cost?',
    actual: 'What did it cost?',
    state: 'How far is it?',
    bookBy: 'Book by',
    save: 'Save',
    back: 'Back to the list',
    servesMeanwhile:
      'Somebody changed whom this serves after you opened this page. What you ticked and what they changed is ticked now; check it, and save it again if it is right.',
    meanwhile: 'Somebody changed this after you opened the page. Check it, and save it again if it is right.',
    pressed: {
      title: 'Somebody changed this meanwhile',
      text: 'It was changed after you opened the page. Nothing was saved. Open the page again and look at it first.',
    },
    notFromHere: (from: string, to: string) => `It cannot go from “${from}” to “${to}”.`,
    closed: { title: 'This is no longer kept', text: 'What was arranged for this event is deleted, or about to be.' },
  },
} as const;
