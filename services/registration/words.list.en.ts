import type { Status } from './domain/registration.ts';

/** What organisers read in the list of who comes, and of one registration. */
export const listWords = {
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
    /** For programs alone. */
    searchByPost: {
      title: 'Names are searched for by POST',
      text: (path: string) =>
        `Send text as a field to POST ${path}, so that no name stands in an address. Other filters can stay in the address.`,
    },
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
      registration: 'Registration',
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
      organisers: 'An organiser publishes it.',
      event: 'A draft',
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
