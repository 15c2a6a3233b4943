import { defineService } from '@convener/contracts';
import { reflectingRoutes } from './routes/reflecting.ts';
import { themingRoutes } from './routes/theming.ts';

/** The secret of rooms' links and of contributors' own links; only this service reads it. */
const linkSecret = { to: 'parameters', actions: ['GetParameter', 'PutParameter'], names: ['link-secret'] } as const;

export const reflections = defineService({
  name: 'reflections',
  owns: 'What groups said and what it comes to: rooms and their links, reflections with what their owners allow, and themes.',
  tables: {
    main: {
      accessPatterns: [
        'Everything of one event in one consistent read, for freezing and exporting: EVENT#<id>.',
        'The event’s facts and its rooms: EVENT#<id> / EVENT and ROOMS.',
        'Reflections of one room: EVENT#<id> / REF#ref_<room>_…; the random rest of the id tells no order.',
        'One reflection: EVENT#<id> / REF#<reflection id>. Its owner’s link names both.',
        'Themes of an event, and what became of merged and removed ones: EVENT#<id> / THEME#<theme id>.',
        'Where every reflection of an event stands, without words: index places.',
        'That a list was exported: EVENT#<id> / EXPORTS.',
      ],
      indexes: { places: { pk: 'listing', sk: 'listingOrder', projection: ['placed'] } },
      lifetimes: {
        reflection: 'Until its owner withdraws it; then its words are gone at once and an id stays. Nothing tells who it came from.',
        theme: 'Kept with the report of its event.',
      },
    },
  },
  lambdas: {
    public: {
      kind: 'http',
      purpose: 'Lets whoever holds a room’s link say something, change or withdraw it, and lets note-takers write down many points.',
      grants: [{ to: 'table', actions: ['GetItem', 'BatchGetItem', 'Query', 'PutItem'] }, linkSecret],
    },
    organise: {
      kind: 'http',
      purpose: 'Lets organisers open rooms, moderate what was said, and make themes of it.',
      grants: [{ to: 'table', actions: ['GetItem', 'BatchGetItem', 'Query', 'PutItem'], indexes: ['places'] }, linkSecret],
    },
    react: {
      kind: 'consumer',
      purpose: 'Keeps the events that reflections are about.',
      grants: [{ to: 'table', actions: ['PutItem'] }],
    },
    publish: { kind: 'publisher', purpose: 'Publishes the domain events that ride on the items of this service.', grants: [] },
    freeze: {
      kind: 'call',
      purpose: 'Tells reports whether everything said is themed or set aside, and the themes as they stand.',
      grants: [{ to: 'table', actions: ['Query'] }],
      timeoutSeconds: 30,
    },
  },
  routes: [...reflectingRoutes, ...themingRoutes],
  emits: [
    'rooms.opened.v1',
    'reflection.made.v1',
    'reflection.withdrawn.v1',
    'reflection.moderated.v1',
    'reflection.themed.v1',
    'reflections.exported.v1',
    'theme.written.v1',
    'theme.removed.v1',
  ],
  reactsTo: { types: ['event.published.v1', 'event.changed.v1', 'event.cancelled.v1'] },
});
