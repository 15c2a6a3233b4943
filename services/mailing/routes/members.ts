import type { RouteDefinition } from '@convener/contracts';

const organising = ['organiser'] as const;

/** The members and their mail, as organisers see them. */
export const memberRoutes = [
  {
    method: 'GET',
    path: '/organise/members',
    lambda: 'organise',
    handler: 'members',
    audience: 'organiser',
    roles: organising,
    summary: 'Members: how many, search, page by page.',
  },
  {
    method: 'POST',
    path: '/organise/members',
    lambda: 'organise',
    handler: 'searchMembers',
    audience: 'organiser',
    roles: organising,
    summary: 'Finds members by name or address; posted, so that neither stands in an address of a page.',
  },
  {
    method: 'GET',
    path: '/organise/members.csv',
    lambda: 'organise',
    handler: 'exportMembers',
    audience: 'organiser',
    roles: organising,
    summary: 'All members as a CSV file.',
  },
  {
    method: 'GET',
    path: '/organise/members/import',
    lambda: 'organise',
    handler: 'importForm',
    audience: 'organiser',
    roles: organising,
    summary: 'The form to import members.',
  },
  {
    method: 'POST',
    path: '/organise/members/import',
    lambda: 'organise',
    handler: 'importMembers',
    audience: 'organiser',
    roles: organising,
    summary: 'Imports members from a CSV file or pasted rows; each row is told what became of it.',
  },
  {
    method: 'GET',
    path: '/organise/mail',
    lambda: 'organise',
    handler: 'mail',
    audience: 'organiser',
    roles: organising,
    summary: 'Letters in doubt, letters that failed, and how many addresses are suppressed.',
  },
  {
    method: 'POST',
    path: '/organise/mail/letters/{letterId}/send-again',
    lambda: 'organise',
    handler: 'sendAgain',
    audience: 'organiser',
    roles: organising,
    summary: 'Sends a letter again that is in doubt or failed.',
  },
  {
    method: 'POST',
    path: '/organise/mail/suppression',
    lambda: 'organise',
    handler: 'liftSuppression',
    audience: 'organiser',
    roles: organising,
    summary: 'Allows letters to an address again that bounced.',
  },
] as const satisfies readonly RouteDefinition[];
