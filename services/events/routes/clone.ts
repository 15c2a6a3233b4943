import type { RouteDefinition } from '@convener/contracts';

const organise = { lambda: 'arrange', audience: 'organiser', roles: ['organiser'] } as const;

/** A new event from an earlier one. */
export const cloneRoutes = [
  {
    ...organise,
    method: 'GET',
    path: '/organise/events/{eventId}/copy',
    handler: 'showClone',
    summary: 'The form of a new event made from this one.',
  },
  {
    ...organise,
    method: 'POST',
    path: '/organise/events/{eventId}/copy',
    handler: 'makeClone',
    summary: 'Makes a draft from an event, with what was ticked of it.',
  },
] as const satisfies readonly RouteDefinition[];
