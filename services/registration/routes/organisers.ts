import type { RouteDefinition } from '@convener/contracts';

const reading = ['organiser', 'access-coordinator'] as const;
const organising = ['organiser'] as const;

/** The list of who comes, and what organisers do about one registration. */
export const organiserRoutes = [
  {
    method: 'GET',
    path: '/organise/events/{eventId}/registrations',
    lambda: 'organise',
    handler: 'list',
    audience: 'organiser',
    roles: reading,
    summary: 'Who comes to an event, with counts.',
  },
  {
    method: 'POST',
    path: '/organise/events/{eventId}/registrations',
    lambda: 'organise',
    handler: 'search',
    audience: 'organiser',
    roles: reading,
    summary: 'Finds people in the list; a post, so that no name stands in an address.',
  },
  {
    method: 'GET',
    path: '/organise/events/{eventId}/registrations.csv',
    lambda: 'organise',
    handler: 'exportList',
    audience: 'organiser',
    roles: organising,
    summary: 'The list as a table for a spreadsheet; noted in the audit log.',
  },
  {
    method: 'GET',
    path: '/organise/events/{eventId}/registrations/{registrationId}',
    lambda: 'organise',
    handler: 'showOne',
    audience: 'organiser',
    roles: reading,
    summary: 'One registration, and what an organiser can do about it.',
  },
  {
    method: 'POST',
    path: '/organise/events/{eventId}/registrations/{registrationId}/cancel',
    lambda: 'organise',
    handler: 'cancelOne',
    audience: 'organiser',
    roles: organising,
    summary: 'Cancels a registration; its attendee is written to.',
  },
  {
    method: 'POST',
    path: '/organise/events/{eventId}/registrations/{registrationId}/resend',
    lambda: 'organise',
    handler: 'resendOne',
    audience: 'organiser',
    roles: organising,
    summary: 'Sends an attendee their link again.',
  },
] as const satisfies readonly RouteDefinition[];
