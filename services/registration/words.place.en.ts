import type { Status } from './domain/registration.ts';

/** What people read of their own place. */
export const placeWords = {
  signedOut: {
    title: 'Open your place again',
    text: 'For your safety a place stays open for two hours only. Press the link in your letter again, or have a new one sent.',
    deleted: 'Links to a registration that was deleted no longer work. To come after all, register again from the page of the event.',
    sendNew: 'Send me a new link',
  },

  /** Only to whoever had the place open: the session tells that it was theirs. */
  gone: {
    title: 'This registration is no longer here',
    text: 'What we held of you for this event was deleted, here or on another device, or its time was over. The links in our letters no longer open it.',
    again: 'To come after all, register again from the page of the event.',
    seeEvents: 'See all events',
  },

  place: {
    hello: (name: string) => `Hello ${name}`,
    statuses: {
      pending: 'Not confirmed yet',
      confirmed: 'You have a place',
      waitlisted: 'You are on the waiting list',
      offered: 'A place is held for you',
      cancelled: 'Cancelled',
    } satisfies Record<Status, string>,
    /** Once the event has begun nobody is offered a place any more; once it has ended, what was is told. */
    statusesBegun: { waitlisted: 'You were on the waiting list', offered: 'You were on the waiting list' },
    statusesOver: { pending: 'Not confirmed', confirmed: 'You had a place' },
    pending: 'Press the link in our letter to confirm your registration.',
    pendingOver: 'This event is over, and your registration was not confirmed in time.',
    confirmed: 'We look forward to seeing you.',
    confirmedBegun: (until: string) => `The event has begun. It goes on until ${until}.`,
    confirmedOver: 'This event is over.',
    came: 'This event is over. Thank you for coming.',
    letIn: 'No place became free, but the organisers have let you in. We are glad that you are here.',
    reportComes: 'You asked for the report: it comes to you as soon as it is published.',
    lineEnds: 'The list ends when the event begins. If you have not heard from us by then, no place has become free.',
    waitedBegun: 'The event has begun, so the waiting list has ended. No place became free for you, and we are sorry.',
    waitedOver: 'This event is over. No place became free for you, and we are sorry.',
    otherEvents: 'See our other events',
    position: (position: number) =>
      position === 1
        ? 'You are next: the first place that becomes free is offered to you.'
        : `You are number ${position} in the line. Places are offered in that order, and we write to you as soon as one is yours to take.`,
    offered: 'A place has become free, and it is yours if you want it.',
    cancelledBy: {
      declined: 'You said no to a place.',
      lapsed: 'A place was held for you, and its time went by.',
      attendee: 'You have given your place up.',
      organiser: 'Your registration has been cancelled by the organisers.',
      event: 'This event has been cancelled and will not take place. We are sorry.',
    },
    cancelledEventOver: 'This event was cancelled and did not take place.',
    nothingToChange: 'This registration is cancelled, so there is nothing to change.',
    passedOn: 'It goes to the next person.',
    again: 'Register again if you have changed your mind.',
    closed: 'Registration is closed.',
    begun: 'The event has begun.',
    over: 'This event is over.',
    mistake: 'if you think that this is a mistake.',
    changedMind: 'if you have changed your mind.',
    joining: 'How to join',
    joiningSoon: 'Your joining link appears here as soon as the organisers have set it. We write to you then.',
    joiningLater: (hours: number) => `Your joining link appears here ${hours} hours before the start. We write to you then.`,
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
    leavingTextBegun: 'The event has begun, so nobody else is asked any more. You can still tell us that you do not come.',
    leavingLine: 'If you no longer want to wait',
    leavingLineText: 'You can leave the waiting list. Nobody else hears of it.',
    change: 'Change',
    formats: { html: 'With headings and buttons', text: 'Plain text' },
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
    meanwhile:
      'This was changed while you looked at it, perhaps in another tab. Look whether what you entered is still right, and save once more.',
    asItStands: 'See how it stands now',
    noPlace: (group: string) =>
      `You hold a place that is kept for ${group}, and no other is free that nobody waits for. If you leave the group, there is no place for you.`,
  },

  cancel: {
    title: 'Give up your place?',
    titleWaiting: 'Leave the waiting list?',
    text: 'Your place goes to whoever has waited longest. You can register again, but there may be no place then.',
    textClosed: 'Your place goes to whoever has waited longest. Registration is closed, so you cannot register again.',
    textBegun: 'The event has begun, so your place goes to nobody else.',
    textWaiting: 'You lose your place in the line.',
    submit: 'Yes, give it up',
    no: 'No, keep it',
  },

  delete: {
    title: 'Delete what we hold of you?',
    text: 'We delete your name, your address and everything else that you told us for this event.',
    place: 'Your place becomes free for somebody else.',
    placeInLine: 'You lose your place in the line.',
    forGood: 'This cannot be undone, and the links in our letters stop working.',
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
} as const;
