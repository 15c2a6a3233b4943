import { inThousands } from '@convener/writing/numbers';

/** Every sentence about the letters around an event, on the pages of organisers. */
export const lettersWords = {
  title: 'Letters around the event',
  lead: 'All but the report leave by themselves. You can change when they go and what they say, look at them, and send yourself a test.',
  names: {
    requested: 'Confirm your registration',
    confirmed: 'You have a place',
    waitlisted: 'On the waiting list',
    offered: 'A place is offered',
    'offer-declined': 'An offered place was declined',
    'offer-lapsed': 'An offered place was passed on',
    promoted: 'From the waiting list to a place',
    cancelled: 'A registration was cancelled',
    reminder: 'First reminder',
    'last-reminder': 'Last reminder',
    joining: 'How to join',
    'joining-changed': 'How to join has changed',
    changed: 'The event has changed',
    'event-cancelled': 'The event is cancelled',
    thanks: 'Thank you',
    report: 'The report',
  },
  triggers: {
    requested: 'As soon as somebody registers with an address, to ask whether it was them',
    confirmed: 'As soon as somebody has a place',
    waitlisted: 'As soon as somebody waits for a place',
    offered: 'As soon as a place is held for somebody who waits',
    'offer-declined': 'As soon as somebody says no to a place that was held for them',
    'offer-lapsed': 'When a place was held for somebody and they did not answer in time',
    promoted: 'As soon as somebody who waited has a place',
    cancelled: 'As soon as somebody gives up their place or leaves the waiting list, or you cancel their registration',
    joining:
      'When the joining details are opened, to all who have a place; whoever gets one later reads it in the letter about their place',
    'joining-changed': 'When the joining details change after that',
    changed: 'Ten minutes after the time, the place or the way to take part was last changed',
    'event-cancelled': 'When you cancel the event',
    report: 'When you send the report, once it is published',
  },
  timing: {
    before: (amount: number, unit: 'days' | 'hours') => `${counted(amount, unit)} before the start`,
    after: (amount: number, unit: 'days' | 'hours') =>
      unit === 'days' ? `${counted(amount, unit)} after the end, at 10 in the morning` : `${counted(amount, unit)} after the end`,
    coming: (when: string) => `Goes on ${when}`,
    off: 'Does not go',
    due: 'Goes in the next few minutes',
    missed: 'Does not go: its time had passed already',
    withJoining: 'In one letter with “How to join”, which was due at the same time',
  },
  list: {
    caption: 'Letters around this event',
    columns: { letter: 'Letter', when: 'When it goes', words: 'Words', sent: 'Sent so far' },
    own: 'Yours',
    standard: 'Our standard words',
    sentTo: (count: number) => (count === 1 ? 'To 1 person' : `To ${inThousands(count)} people`),
    each: (count: number) => (count === 1 ? 'To 1 person, by itself' : `To ${inThousands(count)} people, one by one`),
    none: 'Not yet',
    note: 'Thanks go to those who came; where nobody noted who came, to all who had a place. Nothing goes to anybody about an event that was cancelled, but that letter itself.',
  },
  time: {
    title: 'When it goes',
    goes: 'Does this letter go?',
    yes: 'Yes',
    no: 'No',
    missing: 'Choose yes if this letter goes',
    before: 'How long before the start?',
    after: 'How long after the end?',
    amount: 'How many',
    amountHint: 'From 1 to 60',
    unit: 'Days or hours',
    units: { days: 'Days', hours: 'Hours' },
    submit: 'Save the time',
    gone: 'It has gone out; its time can no longer be changed.',
  },
  text: {
    title: 'What it says',
    hint: 'Plain text. A blank line begins a new paragraph. “Hello” and their name stand above it, and the facts of the event, the buttons and links below it, by themselves.',
    reportHint:
      'Plain text. A blank line begins a new paragraph. “Hello” and their name stand above it, and the button to the report below it, by themselves.',
    fields: (names: readonly string[]) => `These stand for what differs: ${names.map((name) => `{${name}}`).join(', ')}.`,
    unproven:
      'It goes to an address before anybody has shown that it is theirs, so it carries nothing that was typed into the form: no name stands in it. Whether a place is held and until when, and what to do if it was not them, stand below your words by themselves.',
    unprovenHint:
      'Plain text. A blank line begins a new paragraph. “Hello” stands above it, and what they can count on, the facts of the event and the button below it, by themselves.',
    noName:
      '{name} cannot stand in this letter: nobody has shown yet that the address is theirs, and a name that somebody typed could be a message to a stranger. Leave it out',
    subject: 'Subject',
    subjectHint: 'Neutral words: a subject can be seen by others.',
    body: 'Letter',
    preview: 'Show a preview',
    submit: 'Save these words',
    standard: 'Back to our standard words',
    isStandard: 'These are our standard words.',
    isOwn: 'These are your words.',
    unknown: (names: readonly string[]) =>
      `${names.map((name) => `{${name}}`).join(' and ')} ${names.length === 1 ? 'stands' : 'stand'} for nothing. Use {name}, {event}, {when}, {where} or {network}, or leave out the curly brackets`,
  },
  previewOf: { saved: 'Preview', entered: 'Preview of what you entered; it is not saved yet' },
  saved: { title: 'Saved', text: 'Letters that leave from now on are like this.' },
  testText: 'The test letter is in the words that are saved.',
  back: 'All letters around this event',
} as const;

function counted(amount: number, unit: 'days' | 'hours'): string {
  return `${amount} ${amount === 1 ? unit.slice(0, -1) : unit}`;
}
