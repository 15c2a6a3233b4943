import { provisionWords } from '@convener/writing/event-words';
import type { AnswerFormat, NeedKind, WayToTalk } from './domain/need.ts';

/** Every sentence of this service that people read. Another language is one more file of this shape. */
export const words = {
  title: 'What would help you take part?',
  lead: 'Tell us what would help, and we arrange it with you as far as we can. You need not say why, and you need not answer at all.',
  back: 'Your place',

  provided: {
    title: 'What this event already provides',
    none: 'Nothing has been announced yet. Tell us what would help all the same.',
    noneForTeam: 'Nothing has been announced yet.',
    kinds: provisionWords,
  },

  kinds: {
    'live-captions': 'Live captions: what is said appears as text',
    'bsl-interpreter': 'A British Sign Language interpreter',
    'other-interpreter': 'Interpreting into another language, or a speech-to-text reporter',
    'materials-in-advance': 'Slides and questions before the day',
    'easy-read': 'Easy Read, or help with long texts',
    'other-format': 'Large print, audio or another format',
    'chat-only': 'Taking part by chat, without camera or microphone',
    'small-group': 'A small or a quieter discussion group',
    breaks: 'More breaks, or longer ones',
    'technical-help': 'Help with the technology, before or during the event',
    'own-supporter': 'Bringing somebody who supports me',
    costs: 'Help with costs, such as travel, care or mobile data',
    'step-free-access': 'Getting in and around without steps',
    'hearing-loop': 'A hearing loop',
    'quiet-room': 'A quiet room to withdraw to',
    parking: 'Parking close to the entrance',
    food: 'Food or drink to suit me (say what below)',
  } satisfies Record<NeedKind, string>,

  waysToTalk: {
    email: 'By email, to the address that I registered with',
    phone: 'By phone',
    'text-message': 'By text message',
    'video-call': 'By video call',
    'bsl-video-call': 'By video call in British Sign Language',
    relay: 'Through a relay service',
  } satisfies Record<WayToTalk, string>,

  reply: {
    label: 'How would you like to have our answer?',
    hint: 'We tell you what we arrange, and whom to ask.',
    formats: {
      usual: 'On your place, like everything else',
      'large-print': 'In large print',
      'plain-text': 'As plain text',
      'easy-read': 'In easy-to-read words',
      phone: 'By phone',
    } satisfies Record<AnswerFormat, string>,
    phone: 'Which number shall we ring?',
    phoneHint: 'And when it suits you.',
    byMail: 'Put the answer itself into the email',
    byMailHint: 'Otherwise the email only says that there is a message about your place, and the answer waits behind its link.',
    inMail: 'The answer itself may stand in the email',
  },

  form: {
    heading: 'What else would help?',
    changeHeading: 'Change what you told us',
    kinds: 'Tick everything that fits',
    alreadyProvided: 'Provided for everybody already. Tick it if you count on it.',
    ownWords: 'In your own words (optional)',
    ownWordsHint: 'Whatever is not in the list, or how something works best for you.',
    talkFirst: 'Would you rather talk about it first?',
    talkFirstTick: 'Please talk to me before you arrange anything',
    talkHow: 'How shall we talk to you?',
    talkWhen: 'When does it suit you?',
    talkWhenHint: 'And the number to use, unless it is by email or video call.',
    agreeHeading: 'May we keep this?',
    goneBy: (date: string) => `For this event that means: gone by ${date}. You can change it or take it back on this page before then.`,
    agree: 'Yes, keep what I wrote here for this',
    agreeHint: 'Without your tick nothing is kept. Your place is the same either way.',
    save: 'Send',
    change: 'Save my changes',
    notKept: 'Nothing has been kept yet. What you entered is still on this page.',
    notChanged: 'Your changes are not saved yet. They are still on this page; what you told us before is unchanged.',
    errors: {
      nothing: 'Tick something, write something, or ask us to talk to you first. If nothing would help, there is nothing to send.',
      talkHow: 'Choose how we shall talk to you',
      talkWhen: 'Enter the number that we should use, and when it suits you',
      answerPhone: 'Enter the number that we should ring',
      consent: 'Tick the box if we may keep this. Without your tick nothing is kept.',
      consentChanged: 'These words have changed since you opened the page. Read them again, and tick the box if you agree.',
    },
  },

  /** The words of the consent by version: none is ever changed, a new one is added and `currentConsent` raised. */
  consent: {
    1: 'We will keep what you wrote here so that the access coordinator can arrange it. Only they can read it. It is deleted at most 30 days after the event.',
    2: 'We will keep what you wrote here so that the access coordinator can arrange it. Only access coordinators read it. If none of them can be reached on the day, an organiser may open it; they have to say why, and it is noted. It is deleted at most 30 days after the event.',
  } satisfies Readonly<Record<number, string>> as Readonly<Record<number, string>>,

  kept: {
    title: 'What you told us',
    now: 'Thank you. The access coordinator can read it now.',
    since: (moment: string) =>
      `You told us this on ${moment}. The access coordinator can read it. You can change it below or take it back.`,
  },
  summary: {
    keys: { talkFirst: 'Talk first', kinds: 'Would help', ownWords: 'Own words', reply: 'Our answer', changedAt: 'Told us' },
  },
  meanwhile: {
    title: 'This was changed somewhere else',
    text: 'Your answer was changed or taken back in another window after you opened this page. Check what you entered here, and send it again if it is right.',
  },

  takeBack: {
    title: 'Take it back',
    text: 'You can take back your agreement at any time. What you told us is then deleted at once, and you keep your place.',
    button: 'Delete what I told you',
    ask: 'Delete what you told us?',
    askText: 'It is deleted at once and cannot be brought back. You keep your place, and you can tell us again at any time.',
    yes: 'Yes, delete it',
    no: 'No, keep it',
  },
  withdrawn: {
    title: 'It is deleted',
    text: 'We keep nothing of what you told us here. You still have your place.',
    again: 'Tell us something else',
  },

  closed: {
    over: {
      title: 'This event is over',
      text: 'There is nothing more to arrange. What people told us is deleted at most 30 days after the event.',
    },
    'called-off': {
      title: 'This event has been cancelled',
      text: 'There is nothing to arrange. What people told us is deleted.',
    },
    gone: {
      title: 'Your place has been given up',
      text: 'There is nothing to arrange, and nothing is kept here. If you have just registered again, wait a minute and open this page once more.',
    },
  },
  written: { title: 'What you had written', text: 'It has not been kept. Copy it if you want to use it again.' },
  signedOut: {
    title: 'Open your place first',
    text: 'This page belongs to your place. Press the link in our letter to you; it opens your place for two hours.',
    resend: 'Have the link sent again',
  },
  notYet: {
    title: 'This page is not ready yet',
    text: 'Your event is about to arrive here. Nothing was kept. Wait a minute, go back and try again.',
  },
  unclear: { title: 'We do not know what to do', text: 'Nothing was changed. Open the page again and use its buttons.' },

  list: {
    title: 'What would help people take part',
    lead: (date: string) =>
      `Only access coordinators can read this, and each time it is opened is noted. Everything here is deleted by ${date}. Please do not copy it elsewhere.`,
    none: 'Nobody has told us anything.',
    noNames: 'Names cannot be shown just now. Try again in a few minutes; what people said is complete.',
    nameless: 'Name not available now',
    namelessId: (id: string) => `Registration ${id}`,
    talkFirst: 'Talk to them first',
    counts: 'What was asked for, and how often',
    countColumns: ['What would help', 'People'] as const,
    opened: 'Who has opened this list',
    openedCaption: 'The last times that it was opened',
    openedColumns: { when: 'When', who: 'Who', how: 'How' },
    you: 'You',
  },
} as const;
