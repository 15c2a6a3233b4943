import type { RouteDefinition } from '@convener/contracts';

/** What anybody sees of the network’s events. */
export const publicRoutes = [
  { method: 'GET', path: '/', lambda: 'public', handler: 'home', audience: 'public', summary: 'Upcoming events of the network.' },
  { method: 'GET', path: '/events', lambda: 'public', handler: 'listEvents', audience: 'public', summary: 'Upcoming and past events.' },
  {
    method: 'GET',
    path: '/events/{slug}',
    lambda: 'public',
    handler: 'showEvent',
    audience: 'public',
    summary: 'One event, with what access it provides.',
  },
  {
    method: 'GET',
    path: '/assets/{file}',
    lambda: 'public',
    handler: 'asset',
    audience: 'public',
    summary: 'Style and small enhancements of every page.',
  },
  {
    method: 'GET',
    path: '$default',
    lambda: 'public',
    handler: 'unknown',
    audience: 'public',
    summary: 'A plain page for an address that does not exist.',
  },
] as const satisfies readonly RouteDefinition[];
