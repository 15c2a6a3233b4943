import type { RouteDefinition } from '@convener/contracts';

const form = { lambda: 'public', audience: 'public' } as const;
const own = { lambda: 'place', audience: 'link' } as const;

/** The way through the form of an event that asks questions of its own, and what becomes of the answers. */
export const journeyRoutes = [
  {
    ...form,
    method: 'GET',
    path: '/events/{slug}/register/check',
    handler: 'showCheck',
    summary: 'Everything that was answered, to be checked before it is sent.',
  },
  {
    ...form,
    method: 'POST',
    path: '/events/{slug}/register/check',
    handler: 'sendChecked',
    summary: 'Registers with the answers of this browser’s form.',
  },
  {
    ...form,
    method: 'GET',
    path: '/events/{slug}/register/{questionId}',
    handler: 'showStep',
    summary: 'One page of the organisers’ questions.',
  },
  {
    ...form,
    method: 'POST',
    path: '/events/{slug}/register/{questionId}',
    handler: 'saveStep',
    summary: 'Keeps the answers of one page for the next; a program sends all at once to /events/{slug}/register.',
  },
  { ...own, method: 'GET', path: '/my-place/answers', handler: 'showAnswers', summary: 'The form of somebody’s own answers.' },
  {
    ...own,
    method: 'POST',
    path: '/my-place/answers',
    handler: 'saveAnswers',
    summary: 'Changes somebody’s own answers, until the event is over.',
  },
] as const satisfies readonly RouteDefinition[];
