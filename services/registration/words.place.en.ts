import type { Status } from './domain/registration.ts';

/** What people read of their own place. */
export const placeWords = {
  signedOut: {
    title: 'Open your place again',
    text: 'For your safety a place stays open for two hours only. Press the link in your letter again, or have a new one sent.',
    sendNew: 'Send me a new link',
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
} as const;
