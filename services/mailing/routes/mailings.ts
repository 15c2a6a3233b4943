import type { RouteDefinition } from '@convener/contracts';

const organising = { lambda: 'letters', audience: 'organiser', roles: ['organiser'] } as const;

/** Mailings to many about an event: its report, and letters in an organiser’s own words. */
export const mailingRoutes = [
  {
    ...organising,
    method: 'GET',
    path: '/organise/events/{eventId}/mailings',
    handler: 'mailings',
    summary: 'Mailings of an event, and what is ready to be sent.',
  },
  {
    ...organising,
    method: 'POST',
    path: '/organise/events/{eventId}/mailings',
    handler: 'prepareReportMailing',
    summary: 'Prepares the mailing of an event’s report to those who want it.',
  },
  {
    ...organising,
    method: 'GET',
    path: '/organise/events/{eventId}/mailings/note',
    handler: 'noteForm',
    summary: 'The form of a letter to an event’s attendees.',
  },
  {
    ...organising,
    method: 'POST',
    path: '/organise/events/{eventId}/mailings/note',
    handler: 'prepareNote',
    summary: 'Prepares a letter to an event’s attendees.',
  },
  {
    ...organising,
    method: 'GET',
    path: '/organise/mailings/{mailingId}',
    handler: 'mailing',
    summary: 'One mailing: preview, test letter, progress.',
  },
  {
    ...organising,
    method: 'POST',
    path: '/organise/mailings/{mailingId}',
    handler: 'moveMailing',
    summary: 'Starts, pauses, resumes or discards a mailing.',
  },
  {
    ...organising,
    method: 'POST',
    path: '/organise/mailings/{mailingId}/test',
    handler: 'sendTest',
    summary: 'Sends one test letter to an address that the organiser gives.',
  },
] as const satisfies readonly RouteDefinition[];
