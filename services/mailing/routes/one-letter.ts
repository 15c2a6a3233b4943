import type { RouteDefinition } from '@convener/contracts';

const one = {
  lambda: 'organise',
  audience: 'organiser',
  roles: ['organiser'],
  path: '/organise/events/{eventId}/registrations/{registrationId}/letter',
} as const;

/** A letter of an organiser's own to one person who is registered. */
export const oneLetterRoutes = [
  { ...one, method: 'GET', handler: 'oneLetter', summary: 'The form of a letter to one person who is registered.' },
  {
    ...one,
    method: 'POST',
    handler: 'writeOneLetter',
    summary: 'Writes to one person who is registered, in an organiser’s own words; once.',
  },
] as const satisfies readonly RouteDefinition[];
