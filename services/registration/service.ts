import { defineService } from '@convener/contracts';
import { keptDays, keptForReportDays } from './domain/kept-days.ts';
import { daysAfterTheEnd as answersKept } from './domain/retention-classes.ts';
import { attendanceRoutes } from './routes/attendance.ts';
import { attendeeRoutes } from './routes/attendees.ts';
import { journeyRoutes } from './routes/journey.ts';
import { offerRoutes, placesRoutes } from './routes/offers.ts';
import { organiserRoutes } from './routes/organisers.ts';
import { organisingRoutes } from './routes/organising.ts';
import { ownDataRoutes } from './routes/own-data.ts';
import { participantRoutes } from './routes/participants.ts';
import { questionRoutes } from './routes/questions.ts';

/** Secrets that tie addresses to ids and links; only this service's own functions read them. */
const ownSecrets = {
  to: 'parameters',
  actions: ['GetParameter', 'PutParameter'],
  names: ['identity-secret', 'link-secret', 'attendee-private-key', 'attendee-public-key'],
} as const;
const attendanceSecret = { to: 'parameters', actions: ['GetParameter', 'PutParameter'], names: ['attendance-secret'] } as const;
const linkSecret = { to: 'parameters', actions: ['GetParameter', 'PutParameter'], names: ['link-secret'] } as const;
const identitySecret = { to: 'parameters', actions: ['GetParameter', 'PutParameter'], names: ['identity-secret'] } as const;
const changing = ['GetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem'] as const;

export const registration = defineService({
  name: 'registration',
  owns: 'Who comes to an event: names and addresses of attendees, their places, the waiting list, and the links in their letters.',
  tables: {
    main: {
      accessPatterns: [
        'One registration by id: REG#<id> / REG. The id follows from address and event, so uniqueness costs no item.',
        'An event with all that is kept of it, in one read: EVENT#<id> / EVENT (facts), JOINING, NOTICES, PLACES (the counters), QUESTIONS.',
        'What was announced of an event’s questions, not read with them: EVENT#<id> / QUESTIONS-NOTED.',
        'What an event that was made from another takes over of its places, not read with it: EVENT#<id> / TAKEN-OVER.',
        'Sensitive answers of one registration: REG#<id> / SENSITIVE.',
        'A form begun and not sent, sealed: DRAFT#<id> / DRAFT.',
        'The first in the line and how many stand before somebody: EVENT#<id> / WAIT#<instant>#<registration id>.',
        'An event by its slug: SLUG#<slug> / SLUG.',
        'One sending of a form, so that sending it again changes nothing: ATTEMPT#<event id>#<attempt> / ATTEMPT.',
        'Registrations or wrong codes from one network in ten minutes, or forms from one network at one event in a day, by a pseudonym: VIEWER#<HMAC> / <start>.',
        'When those who were refused in a crowd come back, one after the other: TURNS#<event id> / TURNS.',
        'Registrations of an event by standing and time, with what a list says of each: index roster.',
        'What stays of an event when its people are forgotten, in numbers: EVENT#<id> / RETAINED.',
        'What is due, by its time: index by-due; RETAIN events of which some people are still held, PENDING registrations, OFFER for offered places, LIVE events, ANSWERS to be forgotten.',
      ],
      indexes: {
        roster: { pk: 'listing', sk: 'listingOrder', projection: ['listed'] },
        'by-due': { pk: 'due', sk: 'dueAt', projection: 'keys' },
      },
      lifetimes: {
        'unconfirmed registration': '24 hours, then only its id stays, so that it is not taken twice.',
        registration: `Until its attendee deletes it, and ${keptDays} days after the event; ${keptForReportDays} days for whoever asked for the report. Then numbers stay, and ids without names.`,
        'numbers of an event': 'Kept: how many had a place, waited, gave it up, and came.',
        'form that was begun and not sent': 'Two hours, sealed with a key that only its browser has.',
        'answer to a question': `Until the event is over, or ${answersKept['month-after']} or ${answersKept['quarter-after']} days after, as was promised when it was asked.`,
        'sending of a form': '30 days; an id and a fingerprint, nothing that was entered.',
        'turns of those who were refused in a crowd': 'An hour; a time and nothing else.',
        'count of registrations or wrong codes from one network': 'An hour, by a pseudonym of the network.',
        'count of forms from one network at one event': 'Two days, by a pseudonym of both: an unconfirmed place is held for one.',
      },
    },
  },
  lambdas: {
    public: {
      kind: 'http',
      purpose: 'Lets people register, and takes what they press in their letters.',
      // In a crowd each of two writes may wait twelve seconds for its turn; the edge waits thirty.
      timeoutSeconds: 29,
      grants: [{ to: 'table', actions: [...changing, 'ConditionCheckItem'], indexes: ['by-due'] }, ownSecrets],
    },
    place: {
      kind: 'http',
      purpose: 'Lets people see, change and give up what is theirs, with the session that a link opened.',
      timeoutSeconds: 29,
      grants: [
        { to: 'table', actions: [...changing, 'BatchGetItem', 'ConditionCheckItem'], indexes: ['roster'] },
        { to: 'parameters', actions: ['GetParameter', 'PutParameter'], names: ['link-secret'] },
        { to: 'parameters', actions: ['GetParameter'], names: ['attendee-public-key'] },
      ],
    },
    organise: {
      kind: 'http',
      purpose: 'Shows organisers who comes, answers an offer for somebody, cancels, exports and sends a link again.',
      grants: [{ to: 'table', actions: [...changing, 'ConditionCheckItem'], indexes: ['roster'] }],
    },
    enter: {
      kind: 'http',
      purpose: 'Lets organisers register somebody, correct what is held of them, and set who sees who else comes.',
      grants: [{ to: 'table', actions: changing, indexes: ['roster'] }, identitySecret],
    },
    arrive: {
      kind: 'http',
      purpose: 'Lets people at an event say that they are here, by the code that is shown there.',
      grants: [
        { to: 'table', actions: ['GetItem', 'Query', 'PutItem', 'UpdateItem'] },
        { to: 'parameters', actions: ['GetParameter', 'PutParameter'], names: ['identity-secret', 'attendance-secret'] },
        { to: 'parameters', actions: ['GetParameter'], names: ['attendee-public-key'] },
      ],
    },
    attendance: {
      kind: 'http',
      purpose: 'Shows organisers the code of an event and the list for the door, and notes who came.',
      grants: [{ to: 'table', actions: ['GetItem', 'Query', 'PutItem'], indexes: ['roster'] }, attendanceSecret],
    },
    prepare: {
      kind: 'http',
      purpose: 'Lets organisers say how people register: what is asked, for whom places are kept, and who moves in the line.',
      grants: [{ to: 'table', actions: [...changing, 'BatchGetItem'], indexes: ['roster'] }],
    },
    react: {
      kind: 'consumer',
      purpose: 'Keeps the events that people can register for, and marks registrations when one is called off.',
      grants: [
        { to: 'table', actions: changing, indexes: ['roster'] },
        { to: 'call', service: 'events', call: 'joining' },
      ],
      timeoutSeconds: 60,
    },
    publish: { kind: 'publisher', purpose: 'Publishes the domain events that ride on the items of this service.', grants: [] },
    sweep: {
      kind: 'sweep',
      every: 'rate(5 minutes)',
      purpose:
        'Lets registrations and offers run out, releases reserved places, moves the line, opens joining on time and winds up events called off.',
      grants: [{ to: 'table', actions: [...changing, 'BatchGetItem'], indexes: ['roster', 'by-due'] }],
      timeoutSeconds: 60,
    },
    directory: {
      kind: 'call',
      purpose: 'Turns ids into names, addresses and links as a letter is rendered, and lists whom a mailing goes to.',
      grants: [{ to: 'table', actions: ['BatchGetItem', 'Query'], indexes: ['roster'] }, linkSecret],
    },
    subject: {
      kind: 'call',
      purpose: 'Exports or erases what is held of one attendee.',
      grants: [{ to: 'table', actions: changing }],
    },
  },
  routes: [
    ...attendeeRoutes,
    ...journeyRoutes,
    ...organiserRoutes,
    ...questionRoutes,
    ...organisingRoutes,
    ...participantRoutes,
    ...attendanceRoutes,
    ...ownDataRoutes,
    ...offerRoutes,
    ...placesRoutes,
  ],
  emits: [
    'registration.requested.v1',
    'registration.repeated.v1',
    'registration.link-requested.v1',
    'registration.confirmed.v1',
    'registration.waitlisted.v1',
    'registration.offered.v1',
    'registration.offer-ended.v1',
    'registration.moved.v1',
    'registration.places-changed.v1',
    'registration.promoted.v1',
    'registration.cancelled.v1',
    'registration.expired.v1',
    'registration.erased.v1',
    'registration.joining-opened.v1',
    'registration.exported.v1',
    'registration.questions-changed.v1',
    'registration.sensitive-read.v1',
    'registration.changed.v1',
    'registration.participant-list-changed.v1',
    'registration.attended.v1',
    'registration.attendance-undone.v1',
  ],
  reactsTo: {
    types: ['event.published.v1', 'event.changed.v1', 'event.cancelled.v1', 'event.joining-changed.v1', 'event.cloned.v1'],
  },
});
