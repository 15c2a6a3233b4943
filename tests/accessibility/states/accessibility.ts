import { press, type State } from '../state.ts';
import type { World } from '../world.ts';

const cookieOf =
  (person: 'confirmed' | 'withNeeds' | 'calledOff') =>
  ({ people }: World) =>
    people[person].cookie;
const at = () => '/my-place/access';

export const accessibilityStates: readonly State[] = [
  { route: 'GET /my-place/access', name: 'what would help you take part?', cookie: cookieOf('confirmed'), at },
  { route: 'GET /my-place/access', name: 'what would help, told before', cookie: cookieOf('withNeeds'), at },
  { route: 'GET /my-place/access', name: 'nothing to arrange: the event was called off', cookie: cookieOf('calledOff'), at },
  { route: 'GET /my-place/access', name: 'open your place first', status: 401, at },
  {
    route: 'POST /my-place/access',
    name: 'what would help, with every error',
    status: 422,
    cookie: cookieOf('confirmed'),
    at,
    doing: async (page) => {
      await page.getByLabel('Please talk to me before you arrange anything').check();
      await press('Send')(page);
    },
  },
  {
    route: 'POST /my-place/access',
    name: 'the question before it is taken back',
    cookie: cookieOf('withNeeds'),
    at,
    doing: press('Delete what I told you'),
  },
  {
    as: 'access-coordinator',
    route: 'GET /organise/events/{eventId}/access',
    name: 'what would help people, for the coordinator',
    at: ({ events }) => `/organise/events/${events.open.eventId}/access`,
  },
  {
    as: 'access-coordinator',
    route: 'GET /organise/events/{eventId}/access',
    name: 'nobody has told anything',
    at: ({ events }) => `/organise/events/${events.notYet.eventId}/access`,
  },
  {
    as: 'organiser',
    route: 'GET /organise/events/{eventId}/access',
    name: 'what concerns everybody, for an organiser',
    at: ({ events }) => `/organise/events/${events.open.eventId}/access`,
  },
  {
    as: 'editor',
    route: 'GET /organise/events/{eventId}/access',
    name: 'what concerns everybody, for an editor',
    at: ({ events }) => `/organise/events/${events.open.eventId}/access`,
  },
  {
    as: 'organiser',
    route: 'GET /organise/events/{eventId}/access',
    name: 'what concerns everybody, after the event',
    at: ({ events }) => `/organise/events/${events.over.eventId}/access`,
  },
  {
    as: 'organiser',
    route: 'GET /organise/events/{eventId}/access',
    name: 'what concerns everybody, of an event that was called off',
    at: ({ events }) => `/organise/events/${events.cancelled.eventId}/access`,
  },
];
