import { defineService } from '@convener/contracts';
import { ownDataRoutes } from './routes/own-data.ts';

export const accessibility = defineService({
  name: 'accessibility',
  owns: 'What would help people take part: their answers, under a key of their own, their consent, and who has looked at them.',
  tables: {
    main: {
      accessPatterns: [
        'One event: EVENT#<id> / EVENT, its public facts.',
        'Who opened the list of an event, newest first: EVENT#<id> / READ#<instant>#<random>; written whether or not there was anything to read.',
        'The receipt of deletion: EVENT#<id> / DELETED#<instant>; written for every event, without a number.',
        'Whether a registration stands: REG#<id> / STANDING; one for every registration, with or without an answer.',
        'Events whose answers are not yet deleted, by the time for it: index by-due.',
      ],
      indexes: { 'by-due': { pk: 'due', sk: 'dueAt', projection: 'keys' } },
      // Nothing here is for others to hear: no stream, no publisher, no domain event.
      stream: false,
      lifetimes: {
        'public facts of an event': 'Kept.',
        'note of who opened a list': 'Two years.',
        'receipt of deletion': 'Kept; it says that the answers of an event were deleted, not whether there were any.',
        'standing of a registration': 'Kept: an id and whether it stands, so that nothing can be written for somebody who has gone.',
      },
    },
    needs: {
      accessPatterns: [
        'One person’s answer for an event: EVENT#<event id> / NEED#<registration id>.',
        'All answers of an event: EVENT#<event id>, beginning with NEED#.',
        'Where one person’s answers lie, to export or erase them: index by-person.',
        'What is arranged for an event, for whom, what they were told, its budget, its brief, alerts: EVENT#<event id>, beginning with ADJ#, ARR#, …',
        'Suppliers of the network: NETWORK / SUPPLIER#<id>. What the access of past events cost: SPENT / <end>#<event id>.',
      ],
      indexes: { 'by-person': { pk: 'registrationId', sk: 'eventId', projection: 'keys' } },
      encryption: 'own',
      stream: false,
      lifetimes: {
        'answer about access, and its consent':
          'Deleted from 29 days after the event, gone after 30; at once when its author takes it back, or the place or the event is cancelled.',
        'what is arranged, and what people were told':
          'Gone with the answers of the event; what belongs to one answer goes with that answer.',
        'supplier of the network': 'Two years from when they were last booked or written to.',
        'what the access of an event cost': 'Kept: one figure for an event, of which nobody learns more than its step of 500 pounds.',
      },
    },
  },
  lambdas: {
    public: {
      kind: 'http',
      purpose: 'Asks people what would help them take part, and lets them change or take back what they said.',
      grants: [
        { to: 'table', actions: ['GetItem', 'ConditionCheckItem'] },
        { to: 'table', on: 'needs', actions: ['GetItem', 'PutItem', 'DeleteItem'] },
        { to: 'parameters', of: 'registration', actions: ['GetParameter'], names: ['attendee-public-key'] },
      ],
    },
    coordinate: {
      kind: 'http',
      purpose: 'Shows access coordinators what would help people take part, after noting who looks.',
      grants: [
        { to: 'table', actions: ['GetItem', 'PutItem', 'Query'] },
        { to: 'table', on: 'needs', actions: ['Query'] },
        { to: 'call', service: 'registration', call: 'directory' },
      ],
    },
    react: {
      kind: 'consumer',
      purpose: 'Keeps the facts of events, and deletes what belongs to a place that was given up.',
      grants: [
        { to: 'table', actions: ['PutItem'] },
        { to: 'table', on: 'needs', actions: ['DeleteItem'] },
      ],
    },
    sweep: {
      kind: 'sweep',
      every: 'rate(1 hour)',
      purpose: 'Deletes answers after their event, writes a receipt, and moves their expiry when an event moves.',
      grants: [
        { to: 'table', actions: ['GetItem', 'PutItem', 'UpdateItem'], indexes: ['by-due'] },
        { to: 'table', on: 'needs', actions: ['Query', 'PutItem', 'UpdateItem', 'DeleteItem'] },
      ],
    },
    data: {
      kind: 'http',
      purpose: 'Puts together everything that is held of one attendee, for them to take away.',
      grants: [
        { to: 'table', on: 'needs', actions: ['GetItem'], indexes: ['by-person'] },
        { to: 'parameters', of: 'registration', actions: ['GetParameter'], names: ['attendee-public-key'] },
        { to: 'call', service: 'registration', call: 'subject' },
        { to: 'call', service: 'mailing', call: 'subject' },
      ],
    },
    subject: {
      kind: 'call',
      purpose: 'Exports or erases what one attendee said.',
      grants: [{ to: 'table', on: 'needs', actions: ['GetItem', 'DeleteItem'], indexes: ['by-person'] }],
    },
  },
  routes: [
    ...ownDataRoutes,
    {
      method: 'GET',
      path: '/my-place/access',
      lambda: 'public',
      handler: 'showAccess',
      audience: 'link',
      summary: 'What is provided already, and what would help somebody take part.',
    },
    {
      method: 'POST',
      path: '/my-place/access',
      lambda: 'public',
      handler: 'changeAccess',
      audience: 'link',
      summary: 'Saves or takes back what would help somebody; one address for all of it, so that no address tells which.',
    },
    {
      method: 'GET',
      path: '/organise/events/{eventId}/access',
      lambda: 'coordinate',
      handler: 'listNeeds',
      audience: 'organiser',
      roles: ['access-coordinator'],
      summary: 'What would help the people of an event; who opens it is noted.',
    },
  ],
  emits: [],
  reactsTo: {
    types: [
      'event.published.v1',
      'event.changed.v1',
      'event.cancelled.v1',
      'registration.requested.v1',
      'registration.cancelled.v1',
      'registration.offer-ended.v1',
      'registration.expired.v1',
      'registration.erased.v1',
    ],
  },
});
