import { defineService } from '@convener/contracts';
import { joiningRoutes } from './routes/joining.ts';
import { letterRoutes } from './routes/letters.ts';
import { mailingRoutes } from './routes/mailings.ts';
import { memberRoutes } from './routes/members.ts';
import { oneLetterRoutes } from './routes/one-letter.ts';

export const mailing = defineService({
  name: 'mailing',
  owns: 'Members of the network with their preferences, every letter that leaves, mailings to many, and who must not be written to.',
  tables: {
    main: {
      accessPatterns: [
        'One member by address: MEMBER#<HMAC of the address> / MEMBER, so that joining twice is one membership.',
        'Members by name: index list, MEMBERS / <name>#<id>.',
        'Requests to join that ran out: index due, PENDING-MEMBERS / <expires>#<id>.',
        'One letter: LETTER#<id> / LETTER; its id follows from what caused it, so that a cause seen twice is one letter.',
        'Letters that are due: index due, DUE#service or DUE#mailing#<mailing> / <due at>#<id>.',
        'Letters under way, in doubt, failed: index due, SENDING, IN-DOUBT, FAILED / <since>#<id>.',
        'Letters of a mailing by state, to list and to count: index list, MAILING#<id> / <state>#<id>.',
        'Letters that left one by one about an event, to count: index list, LETTERS#<event>#<template> / left#<id>.',
        'Letters to one person: index recipient, <person’s id> / <letter id>.',
        'One mailing: MAILING#<id> / MAILING; those in work: index due, MAILINGS / <created>#<id>; of one event: index list, EVENT#<id>.',
        'Whether an address is suppressed: SUPPRESSED#<HMAC> / SUPPRESSED; how many are: index list, SUPPRESSED.',
        'Whether an address left a stream: OPTOUT#<HMAC> / <stream>.',
        'The lease of the one sender: LEASE#send / LEASE. Shares of its rate given to another service: PACE#door / PACE.',
        'What others published: EVENT#<id> / EVENT, REPORT and JOINING; what people were last told of an event: EVENT#<id> / TOLD.',
        'What organisers chose for the letters around an event: EVENT#<id> / LETTERS.',
        'When to look at an event: EVENT#<id> / AROUND; those that are due: index due, AROUND / <when>#<event>.',
        'An import with its domain event: IMPORT#<id> / IMPORT. An organiser’s address for a test letter: TESTER#<id> / TESTER.',
        'That an organiser wrote to one person, with its domain event: LETTER#<id> / WRITTEN.',
        'That another letter tells what one would: LETTER#<id> / TOLD-INSIDE.',
      ],
      indexes: {
        due: { pk: 'duePk', sk: 'dueSk', projection: 'all' },
        list: { pk: 'listPk', sk: 'listSk', projection: 'all' },
        recipient: { pk: 'recipientPk', sk: 'recipientSk', projection: 'keys' },
      },
      lifetimes: {
        member: 'Until they leave; an address that was never confirmed for 7 days.',
        'words of a letter to one person': 'Until it has left; 30 days where it could not. Then its record is gone with them.',
        letter: '400 days from when it was queued. It holds a template’s name and ids, never a name, an address or words.',
        suppression: 'Kept as an HMAC of the address, so that nobody who must not be written to ever is again.',
        'left stream': 'Kept as an HMAC of the address, until the person asks for the stream again.',
        mailing: 'Kept: what was sent to how many. It names nobody.',
        'test address': '1 day.',
        import: '90 days; numbers alone.',
      },
    },
  },
  lambdas: {
    public: {
      kind: 'http',
      purpose: 'Lets anybody join the network, choose what they receive, and leave.',
      grants: [
        {
          to: 'table',
          actions: ['GetItem', 'BatchGetItem', 'PutItem', 'UpdateItem', 'DeleteItem', 'ConditionCheckItem'],
          indexes: ['recipient'],
        },
        { to: 'parameters', actions: ['GetParameter', 'PutParameter'], names: ['addresses', 'links'] },
      ],
    },
    organise: {
      kind: 'http',
      purpose: 'Lets organisers see and import members, write to one person, and look after letters that did not arrive.',
      grants: [
        { to: 'table', actions: ['GetItem', 'PutItem', 'UpdateItem', 'DeleteItem'], indexes: ['list', 'due'] },
        { to: 'parameters', actions: ['GetParameter', 'PutParameter'], names: ['addresses'] },
        { to: 'parameters', actions: ['GetParameter'], names: ['session-public-key'], of: 'organisers' },
        { to: 'call', service: 'registration', call: 'directory' },
      ],
      timeoutSeconds: 29,
    },
    letters: {
      kind: 'http',
      purpose: 'Lets organisers send mailings, and choose when the letters around an event go and what they say.',
      grants: [
        { to: 'table', actions: ['GetItem', 'PutItem', 'UpdateItem'], indexes: ['list'] },
        { to: 'parameters', actions: ['GetParameter'], names: ['session-public-key'], of: 'organisers' },
      ],
    },
    react: {
      kind: 'consumer',
      purpose: 'Turns what happened elsewhere into letters and mailings, and hears from SES what became of them.',
      grants: [
        {
          to: 'table',
          actions: ['GetItem', 'BatchGetItem', 'PutItem', 'UpdateItem', 'DeleteItem', 'ConditionCheckItem'],
          indexes: ['list', 'recipient'],
        },
      ],
    },
    send: {
      kind: 'stream',
      purpose: 'Sends letters: the one holder of the lease, at the account’s own rate.',
      filter: { dynamodb: { NewImage: { wakes: { S: ['send'] } } } },
      every: 'rate(1 minute)',
      timeoutSeconds: 300,
      memoryMb: 512,
      settings: ['MAIL_FROM', 'SES_CONFIGURATION_SET'],
      grants: [
        {
          to: 'table',
          actions: ['GetItem', 'BatchGetItem', 'PutItem', 'UpdateItem', 'ConditionCheckItem'],
          indexes: ['due', 'list'],
        },
        { to: 'parameters', actions: ['GetParameter', 'PutParameter'], names: ['addresses', 'links'] },
        { to: 'call', service: 'registration', call: 'directory' },
        { to: 'call', service: 'organisers', call: 'invitation' },
        { to: 'mail' },
      ],
    },
    sweep: {
      kind: 'sweep',
      purpose: 'Sends what is due around events, tells of changes that have settled, and deletes requests to join that nobody confirmed.',
      every: 'rate(5 minutes)',
      grants: [{ to: 'table', actions: ['GetItem', 'PutItem', 'UpdateItem'], indexes: ['due'] }],
      timeoutSeconds: 60,
    },
    publish: { kind: 'publisher', purpose: 'Publishes the domain events that ride on the items of this service.', grants: [] },
    'may-write': {
      kind: 'call',
      purpose:
        'Says whether somebody may be written to, to the one service that sends letters of its own, or writes them the neutral letter.',
      grants: [
        { to: 'table', actions: ['GetItem', 'PutItem', 'UpdateItem'] },
        { to: 'parameters', actions: ['GetParameter', 'PutParameter'], names: ['addresses'] },
        { to: 'call', service: 'registration', call: 'directory' },
      ],
    },
    subject: {
      kind: 'call',
      purpose: 'Exports or erases what mailing holds of one person.',
      grants: [{ to: 'table', actions: ['GetItem', 'BatchGetItem', 'PutItem', 'UpdateItem', 'DeleteItem'], indexes: ['recipient'] }],
    },
  },
  routes: [...joiningRoutes, ...memberRoutes, ...mailingRoutes, ...oneLetterRoutes, ...letterRoutes],
  emits: [
    'member.join-requested.v1',
    'member.joined.v1',
    'member.preferences-changed.v1',
    'member.left.v1',
    'members.exported.v1',
    'members.imported.v1',
    'mailing.prepared.v1',
    'mailing.discarded.v1',
    'mailing.test-sent.v1',
    'mailing.started.v1',
    'mailing.paused.v1',
    'mailing.finished.v1',
    'mailing.letter-changed.v1',
    'mailing.letter-written.v1',
  ],
  reactsTo: {
    types: [
      'event.published.v1',
      'event.changed.v1',
      'event.cancelled.v1',
      'event.joining-changed.v1',
      'event.cloned.v1',
      'registration.requested.v1',
      'registration.repeated.v1',
      'registration.link-requested.v1',
      'registration.confirmed.v1',
      'registration.waitlisted.v1',
      'registration.offered.v1',
      'registration.offer-ended.v1',
      'registration.promoted.v1',
      'registration.cancelled.v1',
      'registration.expired.v1',
      'registration.erased.v1',
      'registration.joining-opened.v1',
      'organiser.invited.v1',
      'report.published.v1',
    ],
    mailEvents: true,
  },
});
