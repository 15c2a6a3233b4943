import type { RouteDefinition } from '@convener/contracts';

const coordinator = { lambda: 'arrange', audience: 'organiser', roles: ['access-coordinator'] } as const;

/** Arranging, answering, briefing: access coordinators alone. */
export const arrangingRoutes = [
  {
    ...coordinator,
    method: 'GET',
    path: '/organise/events/{eventId}/access/adjustments/new',
    handler: 'newAdjustment',
    summary: 'The form to arrange something, for one person, several or everybody.',
  },
  {
    ...coordinator,
    method: 'POST',
    path: '/organise/events/{eventId}/access/adjustments/new',
    handler: 'createAdjustment',
    summary: 'Begins to arrange something.',
  },
  {
    ...coordinator,
    method: 'GET',
    path: '/organise/events/{eventId}/access/adjustments/{adjustmentId}',
    handler: 'showAdjustment',
    summary: 'One thing that is arranged: how far, by whom, for how much.',
  },
  {
    ...coordinator,
    method: 'POST',
    path: '/organise/events/{eventId}/access/adjustments/{adjustmentId}',
    handler: 'changeAdjustment',
    summary: 'Changes what is arranged, or whom it serves.',
  },
  {
    ...coordinator,
    method: 'GET',
    path: '/organise/events/{eventId}/access/people/{personId}',
    handler: 'showPerson',
    summary: 'What one person said, what is arranged for it and what they were told; the id is of this page alone.',
  },
  {
    ...coordinator,
    method: 'POST',
    path: '/organise/events/{eventId}/access/people/{personId}',
    handler: 'arrangePerson',
    summary: 'Says what serves somebody, tells them, or notes that they were rung.',
  },
  {
    ...coordinator,
    method: 'GET',
    path: '/organise/events/{eventId}/access/record',
    handler: 'newRecord',
    summary: 'The form to write down what somebody told, by phone, by letter or in person, and the words to read out.',
  },
  {
    ...coordinator,
    method: 'POST',
    path: '/organise/events/{eventId}/access/record',
    handler: 'record',
    summary: 'Keeps what somebody told, with their yes, who heard it and how.',
  },
  {
    ...coordinator,
    method: 'GET',
    path: '/organise/events/{eventId}/access/budget',
    handler: 'showBudget',
    summary: 'How much access may cost for an event.',
  },
  {
    ...coordinator,
    method: 'POST',
    path: '/organise/events/{eventId}/access/budget',
    handler: 'changeBudget',
    summary: 'Sets how much access may cost for an event.',
  },
  {
    ...coordinator,
    method: 'GET',
    path: '/organise/events/{eventId}/access/costs.csv',
    handler: 'exportCosts',
    summary: 'Costs and bookings of an event as a CSV file, without names of people who come; that it is taken is noted.',
  },
  {
    ...coordinator,
    method: 'GET',
    path: '/organise/events/{eventId}/access/brief',
    handler: 'showBrief',
    summary: 'The brief for interpreters and captioners, and to whom it went.',
  },
  {
    ...coordinator,
    method: 'POST',
    path: '/organise/events/{eventId}/access/brief',
    handler: 'changeBrief',
    summary: 'Saves the brief, or sends it to a supplier.',
  },
  {
    ...coordinator,
    method: 'GET',
    path: '/organise/access/suppliers',
    handler: 'showSuppliers',
    summary: 'Interpreters, captioners and others whom the network books.',
  },
  {
    ...coordinator,
    method: 'POST',
    path: '/organise/access/suppliers',
    handler: 'changeSuppliers',
    summary: 'Adds a supplier, changes one, or removes one.',
  },
  {
    ...coordinator,
    method: 'GET',
    path: '/organise/access/costs',
    handler: 'showYears',
    summary: 'What access has cost by event and financial year, in steps that tell nothing of a single thing.',
  },
] as const satisfies readonly RouteDefinition[];
