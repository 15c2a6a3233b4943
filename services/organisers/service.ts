import { defineService } from '@convener/contracts';
import { consoleRoutes } from './routes/console.ts';
import { signInRoutes } from './routes/sign-in.ts';

export const organisers = defineService({
  name: 'organisers',
  owns: 'Who may organise and in which role, their sessions, the audit log of what they do, and the console’s home.',
  tables: {
    main: {
      accessPatterns: [
        'One organiser by id, which is an HMAC of the address: ORGANISER#<id> / ORGANISER; all of them: index by-kind, KIND#organiser.',
        'Whose sessions of an earlier standing have ended: ENDED-SESSIONS / <id>, gone after twelve hours.',
        'A sign-in that renews sessions: SIGN-IN#<id> / SIGN-IN, gone after twelve hours.',
        'The audit log, newest first: AUDIT#<yyyy-mm> / <instant>#<domain event id>.',
        'The events on the console’s home: index by-kind, KIND#event / <start>#<id>; their items are HOME#<event id> / EVENT.',
        'A report and its event, so that a finished mailing finds it: REPORT#<report id> / REPORT.',
        'What was already counted of a registration or a reflection: HOME#<event id> / SEEN#<id>.',
      ],
      indexes: { 'by-kind': { pk: 'kindKey', sk: 'kindOrder', projection: 'all' } },
      lifetimes: {
        organiser: 'Until removed; then the id and the roles stay for the audit log, the name and address go.',
        'sign-in': 'Twelve hours.',
        'ended-sessions': 'Twelve hours, as long as the longest token of before.',
        audit: 'Two years.',
      },
    },
  },
  lambdas: {
    public: {
      kind: 'http',
      purpose: 'Signs organisers in and out with the network’s identity provider.',
      grants: [
        { to: 'table', actions: ['GetItem', 'PutItem', 'DeleteItem'] },
        {
          to: 'parameters',
          actions: ['GetParameter', 'PutParameter'],
          names: ['addresses', 'sign-in', 'session-private-key', 'session-public-key'],
        },
      ],
      settings: ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_ROLE_CLAIM', 'OIDC_END_SESSION', 'FIRST_ORGANISER'],
    },
    organise: {
      kind: 'http',
      purpose: 'Shows organisers what needs attention, who organises, and what was done.',
      grants: [
        { to: 'table', actions: ['GetItem', 'Query', 'PutItem', 'ConditionCheckItem'], indexes: ['by-kind'] },
        { to: 'parameters', actions: ['GetParameter', 'PutParameter'], names: ['addresses', 'session-private-key', 'session-public-key'] },
        { to: 'parameters', actions: ['GetParameter'], names: ['ended-sessions'] },
      ],
    },
    react: {
      kind: 'consumer',
      purpose:
        'Keeps the audit log and the figures of the console’s home from domain events, and tells all services whose sessions have ended.',
      grants: [
        { to: 'table', actions: ['GetItem', 'Query', 'PutItem', 'UpdateItem'] },
        { to: 'parameters', actions: ['PutParameter'], names: ['ended-sessions'] },
      ],
    },
    invitation: {
      kind: 'call',
      purpose: 'Tells whoever writes to somebody invited their address, and who invited them.',
      grants: [{ to: 'table', actions: ['GetItem'] }],
    },
    api: { kind: 'http', purpose: 'Describes the endpoints to programs.', grants: [] },
    publish: { kind: 'publisher', purpose: 'Publishes the domain events that ride on the items of this service.', grants: [] },
  },
  routes: [...signInRoutes, ...consoleRoutes],
  emits: ['organiser.invited.v1', 'organiser.roles-changed.v1', 'organiser.removed.v1', 'organiser.signed-in.v1'],
  reactsTo: {
    types: [
      'event.published.v1',
      'event.changed.v1',
      'event.cancelled.v1',
      'registration.confirmed.v1',
      'registration.waitlisted.v1',
      'registration.offered.v1',
      'registration.offer-ended.v1',
      'registration.promoted.v1',
      'registration.cancelled.v1',
      'registration.erased.v1',
      'reflection.made.v1',
      'reflection.themed.v1',
      'reflection.moderated.v1',
      'reflection.withdrawn.v1',
      'report.drafted.v1',
      'report.published.v1',
      'mailing.finished.v1',
      'organiser.removed.v1',
      'organiser.roles-changed.v1',
    ],
    organiserActions: true,
  },
});
