import { press, type State } from '../state.ts';
import type { World } from '../world.ts';

const organiser = { as: 'organiser' } as const;
const one = ({ organiserId }: World) => `/organise/organisers/${organiserId}`;

export const organiserStates: readonly State[] = [
  { ...organiser, route: 'GET /organise', name: 'home', at: () => '/organise' },
  { as: 'access-coordinator', route: 'GET /organise', name: 'home, for whoever makes no events', at: () => '/organise' },
  { ...organiser, route: 'GET /organise/organisers', name: 'the organisers', at: () => '/organise/organisers' },
  {
    ...organiser,
    route: 'POST /organise/organisers',
    name: 'an invitation of nobody',
    status: 422,
    at: () => '/organise/organisers',
    doing: press('Invite'),
  },
  { ...organiser, route: 'GET /organise/organisers/{organiserId}', name: 'one organiser', at: one },
  {
    ...organiser,
    route: 'POST /organise/organisers/{organiserId}',
    name: 'an organiser without a role',
    status: 422,
    at: one,
    doing: async (page) => {
      await page.getByLabel('Editor').uncheck();
      await press('Save the roles')(page);
    },
  },
  { ...organiser, route: 'GET /organise/audit', name: 'the audit log', at: () => '/organise/audit' },
  { ...organiser, route: 'GET /organise/audit', name: 'a month in which nothing was done', at: () => '/organise/audit?month=2020-01' },
  { ...organiser, route: 'GET /organise/token', name: 'the question before a token is made', at: () => '/organise/token' },
  {
    route: 'POST /organise/token',
    name: 'a token',
    at: () => '/organise/token',
    doing: async (page) => {
      await page.getByRole('button', { name: 'Morag Sample' }).click();
      const made = page.waitForResponse((response) => response.request().method() === 'POST' && response.url().endsWith('/organise/token'));
      await press('Make a token')(page);
      await made;
    },
  },
  {
    ...organiser,
    route: 'POST /organise/token',
    name: 'a token that a token alone cannot make',
    status: 403,
    at: () => '/organise/token',
    doing: press('Make a token'),
  },
  { ...organiser, route: 'GET /organise/sign-out', name: 'the question before signing out', at: () => '/organise/sign-out' },
  { route: 'GET /sign-in/callback', name: 'a sign-in that did not work', status: 400, at: () => '/sign-in/callback?code=none&state=none' },
];
