import type { AlertReason } from './domain/alerts.ts';

/** The letters that this service sends by itself. */
export const letterWords = {
  alert: {
    subject: 'Something in your access list needs you',
    text: {
      urgent: 'Something that you look after for an event has to be booked soon, or should have been.',
      'called-off': 'An event for which you look after something was called off. Please see whom to tell.',
      moved: 'An event for which you look after something is at another time or place now. Please see whether it still stands.',
    } satisfies Record<AlertReason, string>,
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
} as const;
