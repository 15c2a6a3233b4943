import type { RouteDefinition } from '@convener/contracts';

/** What would help somebody, told by them and read by access coordinators. */
export const needsRoutes = [
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
    path: '/organise/access',
    lambda: 'coordinate',
    handler: 'showWhatNeedsYou',
    audience: 'organiser',
    roles: ['access-coordinator'],
    summary: 'What waits for the access coordinator: numbers by event, and nobody in particular.',
  },
  {
    method: 'GET',
    path: '/organise/events/{eventId}/access',
    lambda: 'coordinate',
    handler: 'listNeeds',
    audience: 'organiser',
    roles: ['access-coordinator', 'organiser', 'editor'],
    summary:
      'For access coordinators, what would help the people of an event; who opens it is noted. For the others, what concerns everybody and whom to ask.',
  },
] as const satisfies readonly RouteDefinition[];
