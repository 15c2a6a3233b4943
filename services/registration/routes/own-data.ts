import type { RouteDefinition } from '@convener/contracts';

/** What is held of somebody. The file itself is put together by accessibility. */
export const ownDataRoutes = [
  {
    method: 'GET',
    path: '/my-place/data',
    lambda: 'place',
    handler: 'showData',
    audience: 'link',
    summary: 'What is held of somebody, why and until when, with the ways to download and delete it.',
  },
] as const satisfies readonly RouteDefinition[];
