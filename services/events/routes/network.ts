import type { RouteDefinition } from '@convener/contracts';

const anybody = { method: 'GET', lambda: 'public', audience: 'public' } as const;
const organise = { lambda: 'arrange', audience: 'organiser', roles: ['organiser', 'access-coordinator'] } as const;

/** What the network says of itself, for anybody. */
export const publicStatementRoutes = [
  {
    ...anybody,
    path: '/privacy',
    handler: 'privacy',
    summary: 'What we hold, why, for how long, and how to have it deleted.',
  },
  {
    ...anybody,
    path: '/privacy/versions/{number}',
    handler: 'privacyVersion',
    summary: 'What the network’s own part of the privacy notice said in a version.',
  },
  {
    ...anybody,
    path: '/accessibility-statement',
    handler: 'accessibilityStatement',
    summary: 'How accessible this site is, and whom to tell when it is not.',
  },
  {
    ...anybody,
    path: '/accessibility-statement/versions/{number}',
    handler: 'accessibilityStatementVersion',
    summary: 'What the network’s own part of the accessibility statement said in a version.',
  },
] as const satisfies readonly RouteDefinition[];

/** What holds for all events of the network. */
export const networkRoutes = [
  {
    ...organise,
    method: 'GET',
    path: '/organise/provisions',
    handler: 'showUsualProvisions',
    summary: 'What the network usually provides, to start from on each event.',
  },
  {
    ...organise,
    method: 'POST',
    path: '/organise/provisions',
    handler: 'saveUsualProvisions',
    summary: 'Saves what the network usually provides.',
  },
  {
    ...organise,
    method: 'GET',
    path: '/organise/statements',
    handler: 'listStatements',
    summary: 'The privacy notice and the accessibility statement, and when each was changed.',
  },
  {
    ...organise,
    method: 'GET',
    path: '/organise/statements/{statement}',
    handler: 'editStatement',
    summary: 'The form of a statement, with its versions.',
  },
  {
    ...organise,
    method: 'POST',
    path: '/organise/statements/{statement}',
    handler: 'saveStatement',
    summary: 'Previews a statement, or makes a new version of it.',
  },
] as const satisfies readonly RouteDefinition[];
