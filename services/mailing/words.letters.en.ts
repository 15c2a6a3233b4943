import { inThousands } from '@convener/writing/numbers';

/** Every sentence about the letters around an event, on the pages of organisers. */
export const lettersWords = {
  title: 'Letters around the event',
  lead: 'These leave by themselves. You can change when they go and what they say, look at them, and send yourself a test.',
  names: {
    confirmed: 'You have a place',
    waitlisted: 'On the waiting list',
    offered: 'A place is offered',
    promoted: 'From the waiting list to a place',
    reminder: 'First reminder',
    'last-reminder': 'Last reminder',
    joining: 'How to join',
    'joining-changed': 'How to join has changed',
    changed: 'The event has changed',
    'event-cancelled': 'The event is cancelled',
    thanks: 'Thank you',
  },
  triggers: {
    confirmed: 'As soon as somebody has a place',
    waitlisted: 'As soon as somebody waits for a place',
    offered: 'As soon as a place is held for somebody who waits',
    promoted: 'As soon as somebody who waited has a place',
    joining:
      'When the joining details are opened, to all who have a place; whoever gets one later reads it in the letter about their place',
    'joining-changed': 'When the joining details change after that',
    changed: 'Ten minutes after the time, the place or the way to take part was last changed',
    'event-cancelled': 'When you cancel the event',
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
    fields: 'These stand for what differs: {name}, {event}, {when}, {where}, {network}.',
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
