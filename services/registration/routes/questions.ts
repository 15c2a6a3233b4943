import { everyRole, type RouteDefinition } from '@convener/contracts';

const organising = ['organiser'] as const;
const base = '/organise/events/{eventId}/questions';
const organise = { lambda: 'prepare', audience: 'organiser', roles: organising } as const;

/** What registration asks beside what it always asks, and the answers that only one role may read. */
export const questionRoutes = [
  {
    ...organise,
    method: 'GET',
    path: base,
    handler: 'showQuestions',
    summary: 'The organisers’ own questions of an event, in their order.',
  },
  { ...organise, method: 'POST', path: base, handler: 'addQuestion', summary: 'Adds a question.' },
  {
    ...organise,
    method: 'GET',
    path: '/organise/events/{eventId}/answers.csv',
    handler: 'exportAnswers',
    summary: 'What everybody answered, as a table for a spreadsheet; noted in the audit log.',
  },
  { ...organise, method: 'GET', path: `${base}/new`, handler: 'showNewQuestion', summary: 'The form of a new question.' },
  { ...organise, method: 'GET', path: `${base}/preview`, handler: 'previewQuestions', summary: 'The questions as attendees see them.' },
  {
    ...organise,
    method: 'POST',
    path: `${base}/supporters`,
    handler: 'saveSupporters',
    summary: 'Whether people are asked if a supporter, who takes no place, comes with them.',
  },
  { ...organise, method: 'GET', path: `${base}/{questionId}`, handler: 'showQuestion', summary: 'The form of one question.' },
  {
    ...organise,
    method: 'POST',
    path: `${base}/{questionId}`,
    handler: 'editQuestion',
    summary: 'Changes a question; answers keep the words in which they were asked.',
  },
  { ...organise, method: 'POST', path: `${base}/{questionId}/move`, handler: 'moveQuestion', summary: 'Moves a question up or down.' },
  {
    ...organise,
    method: 'GET',
    path: `${base}/{questionId}/remove`,
    handler: 'showRemoveQuestion',
    summary: 'Asks before a question is removed, and says how many have answered it.',
  },
  {
    ...organise,
    method: 'POST',
    path: `${base}/{questionId}/remove`,
    handler: 'removeQuestion',
    summary: 'Removes a question; its answers stay readable until their time is over.',
  },
  {
    ...organise,
    method: 'GET',
    path: '/organise/events/{eventId}/registrations/{registrationId}/answers',
    handler: 'showSensitive',
    // Each question names the role that reads its answers; the handler shows nobody another role's.
    roles: everyRole,
    summary: 'Sensitive answers of one registration, to the role that each question names; each reading is noted.',
  },
] as const satisfies readonly RouteDefinition[];
