import type { RouteDefinition } from '@convener/contracts';

const everyone = ['organiser', 'access-coordinator', 'editor'] as const;
const organising = ['organiser'] as const;

/** The console’s home, who organises, what was done, and tokens and a description for programs. */
export const consoleRoutes = [
  {
    method: 'GET',
    path: '/organise',
    lambda: 'organise',
    handler: 'home',
    audience: 'organiser',
    roles: everyone,
    summary: 'What needs attention today.',
  },
  {
    method: 'GET',
    path: '/organise/organisers',
    lambda: 'organise',
    handler: 'listOrganisers',
    audience: 'organiser',
    roles: organising,
    summary: 'Who may organise, and in which role.',
  },
  {
    method: 'POST',
    path: '/organise/organisers',
    lambda: 'organise',
    handler: 'inviteOrganiser',
    audience: 'organiser',
    roles: organising,
    summary: 'Invites an organiser.',
  },
  {
    method: 'GET',
    path: '/organise/organisers/{organiserId}',
    lambda: 'organise',
    handler: 'showOrganiser',
    audience: 'organiser',
    roles: organising,
    summary: 'The form of an organiser’s roles.',
  },
  {
    method: 'POST',
    path: '/organise/organisers/{organiserId}',
    lambda: 'organise',
    handler: 'changeOrganiser',
    audience: 'organiser',
    roles: organising,
    summary: 'Changes an organiser’s roles, or removes them.',
  },
  {
    method: 'GET',
    path: '/organise/audit',
    lambda: 'organise',
    handler: 'audit',
    audience: 'organiser',
    roles: organising,
    summary: 'What organisers did, newest first.',
  },
  {
    method: 'GET',
    path: '/organise/token',
    lambda: 'organise',
    handler: 'askToken',
    audience: 'organiser',
    roles: everyone,
    summary: 'Asks before a token for a program is made.',
  },
  {
    method: 'POST',
    path: '/organise/token',
    lambda: 'organise',
    handler: 'makeToken',
    audience: 'organiser',
    roles: everyone,
    summary: 'Makes a bearer token with the roles of whoever asks.',
  },
  {
    method: 'GET',
    path: '/api/openapi.json',
    lambda: 'api',
    handler: 'openApi',
    audience: 'public',
    summary: 'The endpoints for organisers, described for programs.',
  },
] as const satisfies readonly RouteDefinition[];
