import type { AdjustmentKind, AdjustmentState, Urgency } from './domain/adjustment.ts';
import type { Delivered, Delivery, PersonState } from './domain/arrangement.ts';
import type { BriefSent, BriefWords } from './domain/brief.ts';
import { words } from './words.en.ts';

/** What access coordinators read while they arrange, and what people are told. */
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
  } satisfies Record<PersonState, string>,

  board: {
    title: 'What is being arranged',
    none: 'Nothing is being arranged yet.',
    table: 'Everything that is arranged, by the day on which it has to be booked',
    columns: { what: 'What', state: 'State', by: 'Book by', owner: 'Who sees to it', serves: 'For' },
    everybody: 'Everybody',
    nobody: 'Nobody now',
    attention: 'What needs you',
    counts: {
      'too-late': 'too late by the usual time',
      'at-risk': 'to book within five working days',
      look: (count: number) => (count === 1 ? 'person to answer' : 'people to answer'),
      reopened: (count: number) => (count === 1 ? 'person to look at again' : 'people to look at again'),
      ring: (count: number) => (count === 1 ? 'person to ring' : 'people to ring'),
    },
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

  budget: {
    title: 'Budget for access',
    label: 'How much may access cost for this event?',
    hint: 'In pounds. Leave it empty for none.',
    save: 'Save the budget',
    meanwhile: {
      title: 'Somebody else has set the budget',
      changed: (amount: string) =>
        `Somebody set the budget to ${amount} after you opened this page. What you entered is still here; save it again if it is right.`,
      removed: 'Somebody took the budget away after you opened this page. What you entered is still here; save it again if it is right.',
    },
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
    ownerEmailHint: 'They get a letter when it becomes urgent. It says only that something needs them.',
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
    meanwhile: 'Somebody changed this after you opened the page. Check it, and save it again if it is right.',
    notFromHere: (from: string, to: string) => `It cannot go from “${from}” to “${to}”.`,
    closed: { title: 'This is no longer kept', text: 'What was arranged for this event is deleted, or about to be.' },
  },

  person: {
    title: 'What is arranged for somebody',
    said: 'What they said',
    toldAt: 'Told them',
    linked: 'What serves them',
    linkedHint: 'Tick what is for them. One thing may serve several people.',
    nothing: 'Nothing is being arranged for this event yet.',
    saveLinks: 'Save what serves them',
    tell: 'Tell them',
    tellLead: {
      notice: 'They get a letter “About your place”. Your answer waits behind its link.',
      mail: 'They chose to have your answer in the email itself.',
      ring: 'They chose to be rung. Your answer stands on their place as well.',
    } satisfies Record<Delivery, string>,
    formats: {
      'large-print': 'In large print.',
      'plain-text': 'As plain text.',
      'easy-read': 'In easy-to-read words: please write short sentences.',
    },
    which: 'What is your answer?',
    weWill: 'We provide this',
    weCannot: 'We cannot provide it, or not all of it',
    provided: 'What will be provided',
    providedHint: 'What is booked or in place stands here already. Change it into your own words.',
    reason: 'Why not? Be honest and plain.',
    alternative: 'What do you offer instead?',
    contact: 'Whom can they talk to, and how?',
    contactHint: 'The name of a person, with a phone number or an address.',
    send: 'Tell them',
    sendAgain: 'Tell them anew',
    told: 'What they were told',
    delivered: {
      waiting: 'It leaves within some minutes.',
      sending: 'We do not know whether the email arrived. Please ring them, or tell them anew.',
      done: 'It is on its way.',
      refused: 'It could not be delivered. Please ring them, or write to them yourself.',
    } satisfies Record<Delivered, string>,
    ring: 'Please ring them:',
    rung: 'I have told them by phone',
    rungDone: 'They were told by phone.',
    reply: 'What they said to it',
    works: 'That works.',
    doesNot: 'That does not work for them:',
    changed: 'They have changed what they told us since your answer.',
    errors: {
      provided: 'Enter what will be provided',
      reason: 'Enter why it cannot be provided',
      alternative: 'Enter what you offer instead',
    },
    meanwhile:
      'Somebody told them something else after you opened this page. What you wrote is still here; read what they were told, and send it again if it is right.',
    gone: { title: 'There is nothing to see here', text: 'Either it was taken back, or it never was there. Go back to the list.' },
    closed: { title: 'This event is over', text: 'There is nothing more to arrange.' },
  },

  suppliers: {
    title: 'Suppliers',
    lead: 'Interpreters, captioners, venues and others whom the network books again and again. They are told nothing of who needs what. Kept for two years after they were last booked or written to.',
    none: 'Nobody yet.',
    columns: { name: 'Name', reach: 'Email and phone', kinds: 'For', until: 'Kept until' },
    remove: 'Remove',
    add: 'Add a supplier',
    name: 'Name',
    email: 'Email address',
    phone: 'Phone (optional)',
    kinds: 'What do they do? (optional)',
    meanwhile:
      'Somebody changed or removed this supplier after you opened the page. What you entered is still here; send it again to keep it instead.',
    save: 'Add',
  },

  years: {
    title: 'What access has cost',
    lead: 'Of events whose access is settled, by financial year from April. These figures name nobody and count nobody; you can give them to a funder.',
    none: 'No event is settled yet. An event is settled 29 days after its end.',
    year: (year: number) => `April ${year} to March ${year + 1}`,
    total: 'All events of the year',
    columns: ['Event', 'Cost'] as const,
    between: (from: string, to: string) => `${from} to ${to}`,
  },

  brief: {
    title: 'Brief for interpreters and captioners',
    lead: 'What they need to prepare. Please write nothing here of anybody who comes: whoever reads a brief needs to know the event, not its people’s needs.',
    by: (date: string) => `Send it by ${date}: they read themselves in.`,
    late: (date: string) => `It should have been sent by ${date}.`,
    parts: {
      agenda: 'Agenda, with times',
      names: 'Names and how they are spelled',
      terms: 'Abbreviations and terms',
      links: 'Links to slides and papers',
      joining: 'How to join, or where to come',
    } satisfies Record<keyof BriefWords, string>,
    termsHint: 'One in a line: what it stands for, what it means, how it is said.',
    save: 'Save the brief',
    saved: (moment: string) => `Saved ${moment}.`,
    proposed: 'This is what the event’s public page gives. Add to it, then save it.',
    send: 'Send it',
    to: 'To whom?',
    sendButton: 'Send the brief',
    saveFirst: 'Save the brief before you send it.',
    noSuppliers: 'Nobody is in your list of suppliers yet.',
    sent: 'What was sent',
    sentColumns: { to: 'To', when: 'When', state: 'State' },
    old: 'an older brief',
    states: {
      waiting: 'Leaves within some minutes',
      sending: 'We do not know whether it arrived',
      done: 'Sent',
      refused: 'Could not be delivered',
    } satisfies Record<BriefSent, string>,
    meanwhile: 'Somebody changed the brief after you opened this page. What you wrote is still here; save it again if it is right.',
    choose: 'Choose whom to send it to',
  },

  letters: {
    alert: {
      subject: 'Something in your access list needs you',
      text: 'Something that you look after for an event has to be booked soon, or should have been.',
      button: 'See what it is',
      who: 'If you cannot open the page, ask your access coordinator.',
      footer: (network: string) => `You get this because you see to something for an event of ${network}.`,
    },
    answer: {
      subject: 'A message about your place',
      hello: (name: string) => `Hello ${name},`,
      button: 'Reply on your place',
      footer: (network: string) => `You chose to have this in the email itself. ${network} keeps no copy of this email.`,
    },
    brief: {
      subject: (title: string) => `Brief: ${title}`,
      text: 'Here is what may help you to prepare. Please ask if something is missing.',
      footer: (network: string) => `You get this because ${network} has booked you, or would like to.`,
    },
  },

  table: {
    columns: ['What', 'Kind', 'State', 'Book by', 'Who sees to it', 'Supplier', 'Estimated (£)', 'Bill (£)'],
    file: 'access-costs',
  },
} as const;
