import type { BriefSent, BriefWords } from './domain/brief.ts';

/** Whom the network books, and what they are told beforehand. */
export const supplierWords = {
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
    changeColumn: 'Change or remove',
    change: 'Change',
    changeTitle: (name: string) => `Change ${name}`,
    changeSave: 'Save',
    changeLeave: 'Leave it as it is',
  },

  booked: {
    title: (name: string) => `Remove ${name}?`,
    lead: 'They stand as the one who provides this:',
    after:
      'If you remove them, these say “Nobody from outside, or not known yet”, and so does the table of costs and bookings. If only something about them has changed, change them instead.',
    yes: 'Remove them',
    no: 'Keep them',
    sure: 'They are named with something that is arranged. Send “sure”: “yes” to remove them all the same.',
  },

  brief: {
    title: 'Brief for interpreters and captioners',
    lead: 'What they need to prepare. Please write nothing here of anybody who comes: whoever reads a brief needs to know the event, not its people’s needs.',
    by: (date: string) => `Send it by ${date}: they need time to prepare.`,
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
} as const;
