import { defineService } from '@convener/contracts';
import { reportRoutes } from './routes/report.ts';

export const reports = defineService({
  name: 'reports',
  owns: 'The report of an event: its draft, its editions, and the published files that outlive everything else.',
  tables: {
    main: {
      accessPatterns: [
        'What a report is made of, in one query: EVENT#<event id> / FACTS, REPORT and THEME#<theme id>.',
        'One edition as it was published: EVENT#<event id> / EDITION#<number>.',
        'That an edition was taken down: TAKEN-DOWN#<slug> / EDITION#<number>.',
        'Every published report, for the list of them: PUBLISHED / EVENT#<event id>.',
      ],
      lifetimes: {
        report: 'Kept: it is public, or about to be. It names nobody but speakers.',
        facts: 'Kept with the report: public facts of the event and the words of its themes.',
      },
    },
  },
  lambdas: {
    organise: {
      kind: 'http',
      purpose: 'Lets organisers and editors write, preview and publish the report of an event.',
      timeoutSeconds: 25,
      grants: [
        { to: 'table', actions: ['GetItem', 'Query', 'PutItem'] },
        { to: 'call', service: 'reflections', call: 'freeze' },
        { to: 'call', service: 'reports', call: 'typeset' },
        { to: 'call', service: 'reports', call: 'press' },
      ],
    },
    press: {
      kind: 'call',
      purpose: 'Publishes a report: it alone may write what readers get, and only organise may ask it to.',
      settings: ['REPORTS_BUCKET'],
      timeoutSeconds: 20,
      grants: [
        { to: 'table', actions: ['GetItem', 'Query', 'PutItem', 'DeleteItem'] },
        { to: 'call', service: 'reflections', call: 'freeze' },
        { to: 'call', service: 'reports', call: 'typeset' },
        { to: 'bucket', bucket: 'reports', actions: ['PutObject', 'DeleteObject'], prefix: 'reports/' },
      ],
    },
    typeset: {
      kind: 'call',
      purpose: 'Turns the words of a report into the page, text and style that readers get; it may do nothing else.',
      grants: [],
    },
    public: {
      kind: 'http',
      purpose: 'Leads from /reports to the list of published reports, which is a file.',
      grants: [],
    },
    editions: {
      kind: 'http',
      purpose: 'Says of an edition whose file is not there whether it was taken down, and where the newest is.',
      grants: [{ to: 'table', actions: ['GetItem'] }],
    },
    react: {
      kind: 'consumer',
      purpose: 'Keeps what reports are made of from domain events, and the list of published reports as a file.',
      settings: ['REPORTS_BUCKET'],
      grants: [
        { to: 'table', actions: ['PutItem', 'Query'] },
        { to: 'bucket', bucket: 'reports', actions: ['PutObject'], prefix: 'reports/' },
      ],
    },
    publish: { kind: 'publisher', purpose: 'Publishes the domain events that ride on the items of this service.', grants: [] },
  },
  routes: [...reportRoutes],
  emits: ['report.drafted.v1', 'report.changed.v1', 'report.published.v1'],
  reactsTo: {
    types: ['event.published.v1', 'event.changed.v1', 'event.cancelled.v1', 'theme.written.v1', 'theme.removed.v1', 'report.published.v1'],
  },
});
