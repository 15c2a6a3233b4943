import { defineService } from '@convener/contracts';
import { arrangingRoutes } from './routes/arranging.ts';
import { askingRoutes } from './routes/asking.ts';
import { needsRoutes } from './routes/needs.ts';
import { ownDataRoutes } from './routes/own-data.ts';

export const accessibility = defineService({
  name: 'accessibility',
  owns: 'What would help people take part: their answers, under a key of their own, their consent, and who has looked at them.',
  tables: {
    main: {
      accessPatterns: [
        'One event: EVENT#<id> / EVENT, its public facts.',
        'Who opened the list of an event, newest first: EVENT#<id> / READ#<instant>#<random>; written whether or not there was anything to read.',
        'What an event asks: EVENT#<id> / ASKING; set by organisers, whether or not anybody answers.',
        'Looks at every event, newest first: index by-reading; what a reader is called: READER#<organiser id> / NAME.',
        'The receipt of deletion: EVENT#<id> / DELETED#<instant>; written for every event, without a number.',
        'Whether a registration stands: REG#<id> / STANDING; one for every registration, with or without an answer.',
        'Events whose answers are not yet deleted, by the time for it: index by-due.',
      ],
      indexes: {
        'by-due': { pk: 'due', sk: 'dueAt', projection: 'keys' },
        'by-reading': { pk: 'readings', sk: 'at', projection: 'all' },
      },
      // Nothing here is for others to hear: no stream, no publisher, no domain event.
      stream: false,
      lifetimes: {
        'public facts of an event': 'Kept.',
        'what an event asks': 'Kept.',
        'note of who opened a list': 'Two years.',
        'name of an organiser who looked': 'Two years after their last look; at once when they are removed.',
        'receipt of deletion': 'Kept; it says that the answers of an event were deleted, not whether there were any.',
        'standing of a registration': 'Kept: an id and whether it stands, so that nothing can be written for somebody who has gone.',
      },
    },
    needs: {
      accessPatterns: [
        'One person’s answer for an event: EVENT#<event id> / NEED#<registration id>.',
        'All answers of an event: EVENT#<event id>, beginning with NEED#.',
        'Where one person’s answers lie, to export or erase them: index by-person.',
        'What somebody asked to be remembered, and where it was used: MEMORY#<keyed pseudonym> / MEMORY, USED#<registration id>; by its end: index by-end.',
        'What people say afterwards, of nobody: EVENT#<event id> / FELT#<random>, WORDS#<random>, GROUP#<random>.',
        'How many forms of nobody in particular came from one network today: SENDER#<keyed pseudonym> / SENT.',
        'Figures that are safe for small numbers, made once: FIGURES#<event id> / SUMMARY, OUTCOME.',
        'What is arranged for an event, for whom, what they were told, its budget, its brief, alerts: EVENT#<event id>, beginning with ADJ#, ARR#, …',
        'Suppliers of the network: NETWORK / SUPPLIER#<id>. What the access of past events cost: SPENT / <end>#<event id>.',
      ],
      indexes: {
        'by-person': { pk: 'registrationId', sk: 'eventId', projection: 'keys' },
        'by-end': { pk: 'ends', sk: 'endsOn', projection: 'keys' },
      },
      encryption: 'own',
      stream: false,
      lifetimes: {
        'answer about access, and its consent':
          'Deleted from 29 days after the event, gone after 30; at once when its author takes it back, or the place or the event is cancelled.',
        'what somebody asked to be remembered':
          'Until the day that they chose, 6 to 24 months later; at once when they say so, or have their registration deleted.',
        'what people said afterwards, of nobody': 'With the answers: gone 30 days after the event.',
        'count of forms from one network':
          'Until the end of the next day; under a code that changes every day, and not which network it was.',
        'figures safe for small numbers': 'Two years.',
        'what is arranged, and what people were told':
          'Gone with the answers of the event; what belongs to one answer goes with that answer. Of an event that was called off, what was arranged, which names nobody, stays as long as after an event that took place.',
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
        { to: 'table', on: 'needs', actions: ['GetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem', 'ConditionCheckItem'] },
        { to: 'parameters', of: 'registration', actions: ['GetParameter'], names: ['attendee-public-key'] },
        { to: 'parameters', actions: ['GetParameter', 'PutParameter'], names: ['memory-secret', 'sender-secret'] },
      ],
    },
    coordinate: {
      kind: 'http',
      purpose:
        'Shows access coordinators what would help people take part, after noting who looks, and the others what concerns everybody.',
      grants: [
        { to: 'table', actions: ['GetItem', 'PutItem', 'Query'], indexes: ['by-due'] },
        { to: 'table', on: 'needs', actions: ['Query'] },
        { to: 'parameters', actions: ['GetParameter', 'PutParameter'], names: ['handle-secret'] },
        { to: 'call', service: 'registration', call: 'directory' },
      ],
    },
    oversee: {
      kind: 'http',
      purpose: 'Lets organisers set what is asked, review who has looked, see safe figures, and open the list on the day with a reason.',
      grants: [
        { to: 'table', actions: ['GetItem', 'PutItem', 'Query'], indexes: ['by-reading'] },
        { to: 'table', on: 'needs', actions: ['GetItem', 'Query'] },
        { to: 'call', service: 'registration', call: 'directory' },
      ],
    },
    anonymous: {
      kind: 'http',
      purpose: 'Asks who comes, of nobody in particular: it can neither read a session nor anything that somebody said.',
      grants: [
        { to: 'table', actions: ['GetItem'] },
        { to: 'table', on: 'needs', actions: ['PutItem', 'UpdateItem'] },
        { to: 'parameters', actions: ['GetParameter', 'PutParameter'], names: ['sender-secret'] },
      ],
    },
    arrange: {
      kind: 'http',
      purpose: 'Lets access coordinators arrange what would help, tell people, brief interpreters and keep to a budget.',
      grants: [
        { to: 'table', actions: ['GetItem', 'PutItem', 'ConditionCheckItem'], indexes: ['by-due'] },
        { to: 'table', on: 'needs', actions: ['GetItem', 'Query', 'PutItem', 'DeleteItem', 'ConditionCheckItem'] },
        { to: 'parameters', actions: ['GetParameter', 'PutParameter'], names: ['handle-secret'] },
        { to: 'call', service: 'registration', call: 'directory' },
      ],
    },
    record: {
      kind: 'http',
      purpose: 'Lets access coordinators write down what somebody told them, with their yes, who heard it and how.',
      grants: [
        { to: 'table', actions: ['GetItem', 'PutItem', 'ConditionCheckItem'] },
        { to: 'table', on: 'needs', actions: ['GetItem', 'Query', 'PutItem'] },
        { to: 'parameters', actions: ['GetParameter', 'PutParameter'], names: ['handle-secret'] },
        { to: 'call', service: 'registration', call: 'directory' },
      ],
    },
    letters: {
      kind: 'sweep',
      every: 'rate(5 minutes)',
      timeoutSeconds: 120,
      purpose: 'Sends answers that people chose to have in the mail, briefs, and letters to owners; asks mailing to write all others.',
      settings: ['MAIL_FROM', 'SES_CONFIGURATION_SET'],
      grants: [
        { to: 'table', actions: ['GetItem', 'ConditionCheckItem'], indexes: ['by-due'] },
        { to: 'table', on: 'needs', actions: ['Query', 'PutItem', 'UpdateItem', 'ConditionCheckItem'] },
        { to: 'call', service: 'mailing', call: 'may-write' },
        { to: 'mail' },
      ],
    },
    react: {
      kind: 'consumer',
      purpose: 'Keeps the facts of events, copies what one asks to another, and deletes what belongs to a place that was given up.',
      grants: [
        { to: 'table', actions: ['GetItem', 'PutItem', 'DeleteItem'] },
        { to: 'table', on: 'needs', actions: ['GetItem', 'PutItem', 'DeleteItem'], indexes: ['by-person'] },
      ],
    },
    sweep: {
      kind: 'sweep',
      every: 'rate(1 hour)',
      purpose: 'Makes the figures of events, deletes answers after them, writes a receipt, moves expiries, and forgets what is over.',
      grants: [
        { to: 'table', actions: ['GetItem', 'PutItem', 'UpdateItem'], indexes: ['by-due'] },
        { to: 'table', on: 'needs', actions: ['GetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem'], indexes: ['by-end'] },
        { to: 'call', service: 'registration', call: 'directory' },
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
      grants: [{ to: 'table', on: 'needs', actions: ['GetItem', 'PutItem', 'DeleteItem'], indexes: ['by-person'] }],
    },
  },
  routes: [...needsRoutes, ...ownDataRoutes, ...askingRoutes, ...arrangingRoutes],
  emits: [],
  reactsTo: {
    types: [
      'event.published.v1',
      'event.changed.v1',
      'event.cancelled.v1',
      'event.cloned.v1',
      'registration.requested.v1',
      'registration.confirmed.v1',
      'registration.waitlisted.v1',
      'registration.cancelled.v1',
      'registration.offer-ended.v1',
      'registration.expired.v1',
      'registration.erased.v1',
      'organiser.removed.v1',
    ],
  },
});
