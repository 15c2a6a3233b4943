import type { RouteDefinition } from '@convener/contracts';

/** What people and note-takers send from their rooms. */
export const reflectingRoutes = [
  {
    method: 'GET',
    path: '/reflect/{token}',
    lambda: 'public',
    handler: 'showReflect',
    audience: 'link',
    summary: 'The question, and a form to say something about it.',
  },
  {
    method: 'POST',
    path: '/reflect/{token}',
    lambda: 'public',
    handler: 'reflect',
    audience: 'link',
    summary: 'Takes a reflection and gives its owner a private link.',
  },
  {
    method: 'GET',
    path: '/reflect/own/{token}',
    lambda: 'public',
    handler: 'showOwn',
    audience: 'link',
    summary: 'Somebody’s own reflection, to change or withdraw.',
  },
  {
    method: 'POST',
    path: '/reflect/own/{token}',
    lambda: 'public',
    handler: 'changeOwn',
    audience: 'link',
    summary: 'Changes a reflection, or withdraws it for good.',
  },
  {
    method: 'GET',
    path: '/reflect/notes/{token}',
    lambda: 'public',
    handler: 'showNotes',
    audience: 'link',
    summary: 'A room’s note-taker page.',
  },
  {
    method: 'POST',
    path: '/reflect/notes/{token}',
    lambda: 'public',
    handler: 'takeNotes',
    audience: 'link',
    summary: 'Takes many points of a room at once, one a line.',
  },
] as const satisfies readonly RouteDefinition[];
