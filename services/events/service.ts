import { defineService } from '@convener/contracts';
import { cloneRoutes } from './routes/clone.ts';
import { networkRoutes, publicStatementRoutes } from './routes/network.ts';
import { organisingRoutes } from './routes/organising.ts';
import { publicRoutes } from './routes/public.ts';

export const events = defineService({
  name: 'events',
  owns: 'What an event is: its title, time, place, speakers, question, links and what access it offers to all; and the public pages of it. Also what the network usually provides, and its statements.',
  tables: {
    main: {
      accessPatterns: [
        'One event by id: EVENT#<id> / EVENT.',
        'One event by its slug: SLUG#<slug> / SLUG holds the id and keeps slugs unique.',
        'Published events by start: index by-start, LISTING#published / <start>#<id>, with what a list shows.',
        'All events for organisers by start: index by-start, LISTING#draft and LISTING#cancelled beside it.',
        'What the network usually provides: USUAL#provisions / USUAL.',
        'A statement as it is now, with notes of its earlier versions: STATEMENT#<kind> / CURRENT.',
        'One version of a statement, written once: STATEMENT#<kind> / VERSION#<number>.',
      ],
      indexes: { 'by-start': { pk: 'listing', sk: 'listingOrder', projection: 'all' } },
      lifetimes: {
        event: 'Kept: the network’s own account of what it held. It holds nobody but its speakers, who are public.',
        statement: 'Kept, every version: what the network said of itself. It holds nobody.',
      },
    },
  },
  lambdas: {
    public: {
      kind: 'http',
      purpose: 'Shows anybody the published events, the statements of the network and the assets of every page.',
      grants: [{ to: 'table', actions: ['GetItem', 'Query'], indexes: ['by-start'] }],
    },
    organise: {
      kind: 'http',
      purpose: 'Lets organisers make, edit, publish and cancel events.',
      grants: [{ to: 'table', actions: ['GetItem', 'Query', 'PutItem', 'DeleteItem'], indexes: ['by-start'] }],
    },
    arrange: {
      kind: 'http',
      purpose: 'Lets organisers say what is provided, begin from an earlier event, and write the network’s statements.',
      grants: [{ to: 'table', actions: ['GetItem', 'PutItem'] }],
    },
    publish: { kind: 'publisher', purpose: 'Publishes the domain events that ride on the items of this service.', grants: [] },
    joining: {
      kind: 'call',
      purpose: 'Tells registration the joining details of an event, which are not public.',
      grants: [{ to: 'table', actions: ['GetItem'] }],
    },
  },
  routes: [...publicRoutes, ...organisingRoutes, ...publicStatementRoutes, ...cloneRoutes, ...networkRoutes],
  emits: [
    'event.created.v1',
    'event.cloned.v1',
    'event.published.v1',
    'event.changed.v1',
    'event.cancelled.v1',
    'event.joining-changed.v1',
    'network.provisions-changed.v1',
    'network.statement-changed.v1',
  ],
});
