import { modeWords } from '@convener/writing/event-words';

/**
 * What several pages of this service say, and the form to register. Everything else that people read stands in a file of its feature, so that
 * a function carries what it says and no more. Another language is as many files of these shapes.
 */
export const words = {
  modes: modeWords,
  facts: { when: 'When', how: 'How', where: 'Where' },
  back: 'Back to the event',
  yourPlace: 'Your place',
  /** Goes before a reason: “Write to us if you think that this is a mistake.” */
  writeToUs: 'Write to us',

  /** What somebody told of themselves, where it is shown. */
  keys: {
    name: 'Name',
    email: 'Email address',
    organisation: 'Organisation or group',
    comingAs: 'Coming as',
    wantsReport: 'Send me the report',
    format: 'Letters',
  },
  notGiven: 'Not given',

  form: {
    titleFor: (event: string) => `Register for ${event}`,
    full: 'All places are taken at the moment: you can join the waiting list',
    fullExplained:
      'A place that becomes free is offered to whoever has waited longest; we write to you when it is your turn, and you choose whether to take it.',
    joinLine: 'Join the waiting list',
    few: 'Only a few places are left.',
    email: 'Email address',
    emailHint: 'We send you a link to confirm your place. Only the organisers see your address.',
    name: 'What should we call you?',
    nameHint: 'Whatever you like to be called. It need not be your full name.',
    organisation: 'Organisation or group (optional)',
    comingAs: 'I am coming as (optional)',
    comingAsHint: 'In your own words: for example somebody with lived experience, a carer, a practitioner, a student.',
    wantsReport: 'Shall we send you the report of this event? (optional)',
    yes: 'Yes',
    no: 'No',
    support: 'Would something help you take part?',
    supportExplained:
      'Once you have confirmed your place we ask what would help you take part, and arrange it with you. You need not say why.',
    privacy: 'We use what you enter for this event only, and you can see, change or delete it at any time.',
    privacyLink: 'How we look after your details',
    submit: 'Register',
    chooseReport: 'Choose whether we shall send you the report',
    otherAnswers: 'You have sent this form before, with other answers. Check what it says now, and send it once more.',
  },

  busy: {
    title: 'Many people are doing this right now',
    text: 'Nothing was changed. Go back, wait a moment, and send it once more.',
    letters: 'Many letters were asked for from your network. Wait ten minutes, and send this once more.',
    form: 'Many people are registering right now, and yours has not gone through yet. Wait a moment, and send it once more; if it happens again, wait ten minutes.',
  },
} as const;
