import { modeWords } from '@convener/writing/event-words';
import type { Status } from './domain/registration.ts';

/** Every sentence of this service that people read. Another language is one more file of this shape. */
export const words = {
  modes: modeWords,
  facts: { when: 'When', how: 'How', where: 'Where' },
  back: 'Back to the event',

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
    wantsReport: 'Shall we send you the report of this event?',
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

  closed: {
    'called-off': {
      title: 'This event has been cancelled',
      text: 'It will not take place, so there is nothing to register for. Everybody who had registered has been written to.',
    },
    over: { title: 'This event is over', text: 'You can read about it, and about what comes next, on the page of events.' },
    'not-yet': { title: 'Registration is not open yet', text: (opens: string) => `It opens on ${opens}. Come back then.` },
    closed: {
      title: 'Registration is closed',
      text: 'It is too late to register for this event. Write to us if you think that you should still be able to come.',
    },
    haveRegistered: 'Have you registered already?',
    askForLink: 'Ask for your link again',
    seeEvents: 'See all events',
  },

  busy: {
    title: 'Many people are doing this right now',
    text: 'Nothing was changed. Go back, wait a moment, and send it once more.',
    letters: 'Many letters were asked for from your network. Wait ten minutes, and send this once more.',
    form: 'Many people are registering right now, and yours has not gone through yet. Wait a moment, and send it once more; if it happens again, wait ten minutes.',
  },

  sent: {
    title: 'Check your email',
    toldFor: (event: string) => `We have sent you a letter about “${event}”.`,
    told: 'We have sent you a letter.',
    next: 'What happens next',
    steps: (hours: number) => [
      'Open the letter. It should reach you within a few minutes.',
      'Press its link, and then the button on the page that opens.',
      `That is all. Until then your registration is not confirmed; it runs out after ${hours} hours.`,
    ],
    nothing: 'Has no letter come?',
    nothingExplained:
      'Look in your spam or junk folder first. Then check that you entered the right address: have it sent again here, or register again.',
    again: 'Send the letter again',
  },

  resend: {
    title: 'Have your link sent again',
    text: 'Enter the address that you registered with. If it has a place at an event, we send its link there.',
    email: 'Email address',
    submit: 'Send my link',
    sentTitle: 'Check your email',
    sentText: 'If that address has a registration, a letter with its link is on its way. It should arrive within a few minutes.',
  },

  confirm: {
    title: 'Confirm your registration',
    forEvent: (event: string) => `You registered for “${event}”. Press the button to confirm that this is your address.`,
    notYou: 'Was it not you? Then close this page. Without your confirmation the registration runs out by itself, and nothing is kept.',
    submit: 'Confirm my registration',
  },

  manage: {
    title: 'Your place',
    forEvent: (event: string) => `This link opens your place at “${event}”.`,
    submit: 'Open my place',
  },

  oldLink: {
    title: 'This link no longer works',
    text: 'Links stop working when a newer one has been sent, when a registration was not confirmed in time, or when it was deleted.',
    sendNew: 'Send me a new link',
    register: 'If your registration has run out, register again from the page of the event.',
  },

  signedOut: {
    title: 'Open your place again',
    text: 'For your safety a place stays open for two hours only. Press the link in your letter again, or have a new one sent.',
  },

  place: {
    title: 'Your place',
    hello: (name: string) => `Hello ${name}`,
    statuses: {
      pending: 'Not confirmed yet',
      confirmed: 'You have a place',
      waitlisted: 'You are on the waiting list',
      offered: 'A place is held for you',
      cancelled: 'Cancelled',
    } satisfies Record<Status, string>,
    pending: 'Press the link in our letter to confirm your registration.',
    confirmed: 'We look forward to seeing you.',
    position: (position: number) =>
      position === 1
        ? 'You are next: the first place that becomes free is offered to you.'
        : `You are number ${position} in the line. Places are offered in that order, and we write to you as soon as one is yours to take.`,
    offered: 'A place has become free, and it is yours if you want it.',
    cancelledBy: {
      declined: 'You said no to a place. Register again if you have changed your mind.',
      lapsed: 'A place was held for you, and its time went by, so it went to the next person.',
      attendee: 'You have given your place up. Register again if you have changed your mind.',
      organiser: 'Your registration has been cancelled by the organisers. Write to us if you think that this is a mistake.',
      event: 'This event has been cancelled and will not take place. We are sorry.',
    },
    joining: 'How to join',
    joiningLater: (hours: number) => `Your joining link appears here ${hours} hours before the start. We send it to you as well.`,
    support: 'What would help you take part?',
    supportText: 'Captions, an interpreter, breaks, a quieter way to join in: tell us what would help, and we arrange it with you.',
    supportLink: 'Tell us what would help you take part',
    after: 'After the event',
    afterwardsLink: 'Tell us how the event went for you',
    equalityLink: 'Tell us who comes, without your name',
    calendar: 'Add it to your calendar',
    yourDetails: 'Your details',
    facts: 'The event',
    leaving: 'If you cannot come',
    leavingText: 'Give your place up, so that somebody else can have it.',
    leavingLine: 'If you no longer want to wait',
    leavingLineText: 'You can leave the waiting list. Nobody else hears of it.',
    change: 'Change',
    keys: {
      name: 'Name',
      email: 'Email address',
      organisation: 'Organisation or group',
      comingAs: 'Coming as',
      wantsReport: 'Send me the report',
      format: 'Letters',
    },
    formats: { html: 'With headings and buttons', text: 'Plain text' },
    notGiven: 'Not given',
    cancel: 'Give up my place',
    leaveLine: 'Leave the waiting list',
    download: 'Download what we hold of you',
    delete: 'Delete what we hold of you',
    signOut: 'Close my place on this device',
    more: 'Your information',
    saved: 'Your details are saved.',
  },

  details: {
    title: 'Change your details',
    submit: 'Save',
    format: 'How should our letters look?',
    address: 'To use another address, register with it and give this place up.',
  },

  cancel: {
    title: 'Give up your place?',
    titleWaiting: 'Leave the waiting list?',
    text: 'Your place goes to whoever has waited longest. You can register again, but there may be no place then.',
    textWaiting: 'You lose your place in the line.',
    submit: 'Yes, give it up',
    no: 'No, keep it',
  },

  delete: {
    title: 'Delete what we hold of you?',
    text: 'We delete your name, your address and everything else that you told us for this event. Your place, or your place in the line, goes to somebody else. This cannot be undone.',
    submit: 'Yes, delete it all',
    no: 'No, keep it',
  },

  ended: {
    closed: { title: 'Your place is closed on this device', text: 'The link in your letter opens it again.' },
    deleted: {
      title: 'What we held of you is deleted',
      text: 'Your name, your address and your answers for this event are gone.',
    },
    seeEvents: 'See all events',
  },

  list: {
    title: 'Registrations',
    statuses: {
      pending: 'Not confirmed yet',
      confirmed: 'Confirmed',
      waitlisted: 'Waiting',
      offered: 'Offered a place',
      cancelled: 'Cancelled',
    } satisfies Record<Status, string>,
    counted: {
      pending: 'not confirmed yet',
      confirmed: 'confirmed',
      waitlisted: 'waiting',
      offered: 'offered a place',
      cancelled: 'cancelled',
    } satisfies Record<Status, string>,
    places: (taken: number, capacity: number) => `${taken} of ${capacity} places are taken`,
    placesColumns: ['Status', 'Places'] as const,
    free: 'Free',
    held: 'Held for people who have yet to confirm',
    growth: 'Registrations over time',
    growthColumns: ['Day', 'Registrations so far'] as const,
    capacityMark: (capacity: number) => `The line stands at ${capacity} places`,
    search: 'Find somebody by name, address or organisation',
    searchSubmit: 'Find',
    showAll: 'Show all',
    export: 'Download as a table (CSV)',
    exportNote: 'Downloads are noted in the audit log. Access needs are never part of it.',
    people: 'People',
    showing: (from: number, to: number, total: number) => `${from} to ${to} of ${total}`,
    found: (text: string, total: number) => `${total} found for “${text}”`,
    columns: {
      name: 'Name',
      email: 'Email address',
      organisation: 'Organisation',
      comingAs: 'Coming as',
      status: 'Status',
      registered: 'Registered',
    },
    notPublished: {
      title: 'This event is not published yet',
      text: 'Who comes, the places and the list for the door appear here once it is published. Publish it as soon as its day, its time and its places are right: nobody can register before the day that you set.',
      questions: 'What people are asked can be prepared now.',
      toPublish: 'Publish it on its overview',
      toQuestions: 'Prepare its questions',
      event: 'An event that is not published yet',
    },
    none: 'Nobody yet.',
    noneFound: 'Nobody fits.',
    narrow: 'Only the first 100 are shown. Type more of the name to find fewer.',
  },

  one: {
    title: 'One registration',
    back: 'All registrations',
    registeredAt: 'Registered',
    status: 'Status',
    resend: 'Send their link again',
    cancel: 'Cancel this registration',
    cancelExplained: 'If you cancel it, the place goes to whoever has waited longest, and both are written to.',
    done: { resent: 'Their link is on its way.', cancelled: 'The registration is cancelled.' },
  },
} as const;
