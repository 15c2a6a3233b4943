import { defineService, type ServiceDefinition } from '@convener/contracts/manifest';

/** Two made-up services that together use everything a manifest can say. */
const registration = defineService({
  name: 'registration',
  owns: 'Places.',
  tables: {
    main: {
      accessPatterns: ['One by id'],
      indexes: { 'by-event': { pk: 'eventId', sk: 'order', projection: ['name'] }, due: { pk: 'due', sk: 'at', projection: 'keys' } },
      lifetimes: {},
    },
  },
  lambdas: {
    public: {
      kind: 'http',
      purpose: 'Takes registrations.',
      grants: [
        { to: 'table', actions: ['GetItem', 'Query', 'PutItem', 'ConditionCheckItem'], indexes: ['by-event'] },
        { to: 'parameters', actions: ['GetParameter', 'PutParameter'], names: ['link-secret'] },
        { to: 'call', service: 'accessibility', call: 'subject' },
      ],
    },
    react: { kind: 'consumer', purpose: 'Hears of places given up.', grants: [{ to: 'table', actions: ['UpdateItem'] }] },
    publish: { kind: 'publisher', purpose: 'Publishes.', grants: [] },
    sweep: {
      kind: 'sweep',
      purpose: 'Makes offers.',
      every: 'rate(5 minutes)',
      grants: [{ to: 'table', actions: ['Query'], indexes: ['due'] }],
    },
    directory: { kind: 'call', purpose: 'Tells names.', grants: [{ to: 'table', actions: ['BatchGetItem'] }] },
  },
  routes: [
    { method: 'GET', path: '/join', lambda: 'public', handler: 'form', audience: 'public', summary: 'The form.' },
    { method: 'POST', path: '/join', lambda: 'public', handler: 'join', audience: 'public', summary: 'Registers.' },
    { method: 'GET', path: '/place', lambda: 'public', handler: 'place', audience: 'link', summary: 'A place.' },
    { method: 'GET', path: '$default', lambda: 'public', handler: 'unknown', audience: 'public', summary: 'Not found.' },
  ],
  emits: ['registration.confirmed.v1'],
  reactsTo: { types: ['registration.confirmed.v1'] },
});

const accessibility = defineService({
  name: 'accessibility',
  owns: 'What would help.',
  tables: {
    main: { accessPatterns: ['One by id'], lifetimes: {} },
    needs: { accessPatterns: ['One by id'], encryption: 'own', stream: false, lifetimes: {} },
  },
  lambdas: {
    public: { kind: 'http', purpose: 'Asks.', grants: [{ to: 'table', on: 'needs', actions: ['GetItem', 'PutItem'] }] },
    react: { kind: 'consumer', purpose: 'Hears.', grants: [{ to: 'table', actions: ['PutItem'] }] },
    publish: { kind: 'publisher', purpose: 'Publishes.', grants: [] },
    subject: { kind: 'call', purpose: 'Exports or erases.', grants: [{ to: 'table', on: 'needs', actions: ['Query', 'DeleteItem'] }] },
  },
  routes: [{ method: 'GET', path: '/needs', lambda: 'public', handler: 'ask', audience: 'link', summary: 'Asks.' }],
  emits: ['accessibility.answered.v1'],
  reactsTo: { types: ['registration.confirmed.v1'] },
});

const mailing = defineService({
  name: 'mailing',
  owns: 'Letters.',
  tables: { main: { accessPatterns: ['One by id'], lifetimes: {} } },
  lambdas: {
    react: { kind: 'consumer', purpose: 'Writes letters.', grants: [{ to: 'table', actions: ['PutItem'] }] },
    publish: { kind: 'publisher', purpose: 'Publishes.', grants: [] },
    send: {
      kind: 'stream',
      purpose: 'Sends letters.',
      filter: { dynamodb: { NewImage: { state: { S: ['queued'] } } } },
      every: 'rate(1 minute)',
      grants: [{ to: 'mail' }, { to: 'call', service: 'registration', call: 'directory' }],
      settings: ['MAIL_FROM', 'SES_CONFIGURATION_SET'],
    },
  },
  routes: [],
  emits: [],
  reactsTo: { types: ['registration.confirmed.v1'], organiserActions: true, mailEvents: true },
});

const reports = defineService({
  name: 'reports',
  owns: 'Reports.',
  tables: {},
  lambdas: {
    organise: {
      kind: 'http',
      purpose: 'Writes reports.',
      grants: [{ to: 'bucket', bucket: 'reports', actions: ['GetObject', 'PutObject'], prefix: 'reports/' }],
      settings: ['REPORTS_BUCKET', 'OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_ROLE_CLAIM', 'OIDC_END_SESSION', 'FIRST_ORGANISER'],
    },
  },
  routes: [
    {
      method: 'GET',
      path: '/organise/reports',
      lambda: 'organise',
      handler: 'list',
      audience: 'organiser',
      roles: ['editor'],
      summary: 'Reports.',
    },
  ],
  emits: [],
});

export const exampleServices: readonly ServiceDefinition[] = [registration, accessibility, mailing, reports];
