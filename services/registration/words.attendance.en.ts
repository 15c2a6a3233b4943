/** What people read where they say that they are at an event. */
export const hereWords = {
  title: 'I am here',
  lead: (event: string) => `You are at “${event}”. Say so here, and the organisers know that you came.`,
  code: 'The code that is shown at the event',
  codeHint: 'Six figures.',
  email: 'Email address',
  emailHint: 'The one that you registered with.',
  submit: 'I am here',
  ownPlace: 'Your place is open on this device: one press is enough.',
  ownSubmit: 'I am here',
  other: 'Or with the code that is shown',
  wrongCode: 'This is not the code of this event. Look at it again, or ask somebody who helps.',
  tooMany: {
    title: 'Too many codes were tried',
    text: 'Somebody tried many wrong codes. Wait ten minutes, open your place from your letter, or ask an organiser to note you.',
  },
  noted: {
    title: 'Thank you',
    text: 'We are glad that you are here. If that address has a place at this event, it is noted that you came.',
    wrong: 'Did you mistype your address? Then send it once more.',
    again: 'Send it once more',
    place: 'Open your place',
  },
  tooEarly: {
    title: 'It is too early to say that you are here',
    text: (from: string) => `You can say so from ${from}. Come back then.`,
  },
  over: { title: 'This event is over', text: 'It is too late to say that you were here.', matters: 'if it matters to you.' },
  'called-off': { title: 'This event has been cancelled', text: 'It does not take place, so there is nothing to note.' },
  back: 'The page of the event',
} as const;

/** What people read on the way in. */
export const joinWords = {
  button: 'Join now',
  noted: 'When you press it near the time, it is noted that you came.',
  title: 'Go in',
  lead: (event: string) => `This leads to “${event}”.`,
  link: 'Go to the event now',
  outside: (host: string) => `It opens ${host}, which is not our site.`,
  instructions: 'Good to know',
  closed: {
    title: 'There is nothing to join right now',
    text: (hours: number) => `The way in is here from ${hours} hours before the start until the end, for everybody who has a place.`,
  },
  back: 'Your place',
} as const;

/** What organisers read who note who came. */
export const doorWords = {
  title: 'Who is here',
  here: 'here',
  expected: 'expected',
  code: 'The code of this event',
  codeTitle: 'Tell us that you are here',
  codeExplained: 'Scan the picture, or go to this address and enter the code:',
  codeWorks: (from: string, to: string) => `It works from ${from} until ${to}.`,
  calledOff: 'This event has been cancelled, so its code does not work.',
  qr: 'The address and the code, to be scanned',
  showCode: 'Show the code to the room',
  showCodeHint: 'It opens a page without names, for the big screen.',
  backToList: 'Who is here',
  people: 'Everybody who has a place',
  everybody: 'Everybody who has a place, then those who wait for one',
  noPlace: 'waits, no place',
  letIn:
    'Those who wait stand at the end. If there is room for one more, press their name: you let them in without a place, and it is noted that it was you.',
  letInCount: 'let in without a place',
  offered: 'A place is held for these people. If they are here, take it for them on their own page; then their name is in the list.',
  counted: '{marked} of {all} are here.',
  explained: 'Press a name to note that they came; press it again to take it back.',
  offline: 'You can go on without a connection: what you press is kept on this device until it can be sent.',
  find: 'Find by name or organisation',
  marked: 'here',
  nobody: 'Nobody has a place yet.',
  nobodyAnyMore: 'Nobody is left in this list.',
  forgotten:
    'This event was months ago. Names and addresses of those who came are deleted bit by bit, as we promised them; these numbers stay.',
  unsent: '{n} not yet sent. They are sent as soon as there is a connection; keep this page open.',
  sent: 'Everything is sent.',
  signedOut: '{n} not yet sent, because your time of being signed in is over. Sign in on another page, then come back to this one.',
  notFound: 'Some of the people you marked have no place any more. Load the page again.',
  unclear: 'Nothing was marked. Press a name.',
} as const;
