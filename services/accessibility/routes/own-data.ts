import type { RouteDefinition } from '@convener/contracts';

/** What is held of somebody, over all services. */
export const ownDataRoutes = [
  {
    method: 'GET',
    path: '/my-place/everything.json',
    lambda: 'data',
    handler: 'downloadEverything',
    audience: 'link',
    summary: 'Everything that is held of somebody for an event, by every service.',
  },
] as const satisfies readonly RouteDefinition[];
