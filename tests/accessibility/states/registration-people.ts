import { press, type State } from '../state.ts';
import type { World } from '../world.ts';

const organiser = { as: 'organiser' } as const;
const here =
  (event: keyof World['events'], query = '') =>
  ({ events }: World) =>
    `/events/${events[event].slug}/here${query}`;
const door =
  (event: keyof World['events']) =>
  ({ events }: World) =>
    `/organise/events/${events[event].eventId}/attendance`;
const cookieOf =
  (person: 'here' | 'confirmed') =>
  ({ people }: World) =>
    people[person].cookie;

const sayHere = { route: 'POST /events/{slug}/here', status: 422, at: here('now') } as const;

/** Who came, and what is held of them. */
export const peopleStates: readonly State[] = [
  { route: 'GET /events/{slug}/here', name: 'the form to say that one is here', at: here('now') },
  { route: 'GET /events/{slug}/here', name: 'the same, scanned: the code is filled in', at: here('now', '?code=123456') },
  { route: 'GET /events/{slug}/here', name: 'the same where one’s place is open', cookie: cookieOf('here'), at: here('now') },
  { route: 'GET /events/{slug}/here', name: 'too early to be here', at: here('open') },
  { route: 'GET /events/{slug}/here', name: 'too late to have been here', at: here('over') },
  { route: 'GET /events/{slug}/here', name: 'called off, nothing to be at', at: here('cancelled') },
  { route: 'GET /events/{slug}/here', name: 'noted', at: here('now', '?noted=yes') },
  { route: 'GET /events/{slug}/here', name: 'noted, and one’s place is open', cookie: cookieOf('here'), at: here('now', '?noted=yes') },
  { ...sayHere, name: 'nothing entered at the event', doing: press('I am here') },
  {
    ...sayHere,
    name: 'a wrong code',
    doing: async (page) => {
      await page.getByLabel('The code that is shown at the event').fill('12 34');
      await page.getByLabel('Email address').fill('somebody@example.org');
      await press('I am here')(page);
    },
  },
  { route: 'GET /my-place/joining', name: 'the way in', cookie: cookieOf('here'), at: () => '/my-place/joining' },
  { route: 'GET /my-place', name: 'a place at the very time, with the button to go in', cookie: cookieOf('here'), at: () => '/my-place' },
  {
    route: 'GET /my-place/joining',
    name: 'the way in, weeks before',
    status: 409,
    cookie: cookieOf('confirmed'),
    at: () => '/my-place/joining',
  },
  { route: 'GET /my-place/data', name: 'what is held of somebody', cookie: cookieOf('confirmed'), at: () => '/my-place/data' },
  { route: 'GET /my-place/data', name: 'what is held, to nobody', status: 401, at: () => '/my-place/data' },
  { ...organiser, route: 'GET /organise/events/{eventId}/attendance', name: 'who is here', at: door('now') },
  {
    ...organiser,
    route: 'GET /organise/events/{eventId}/attendance/code',
    name: 'the code for the big screen',
    at: (world) => `${door('now')(world)}/code`,
  },
  {
    ...organiser,
    route: 'GET /organise/events/{eventId}/attendance/code',
    name: 'no code for what was called off',
    at: (world) => `${door('cancelled')(world)}/code`,
  },
  { ...organiser, route: 'GET /organise/events/{eventId}/attendance', name: 'nobody to expect', at: door('notYet') },
  {
    ...organiser,
    route: 'GET /organise/events/{eventId}/attendance',
    name: 'who would have come to what was called off',
    at: door('cancelled'),
  },
];
