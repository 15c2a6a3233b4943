import { program } from '../../system/asking.ts';
import { hoursAroundNow, type MadeEvent, makeEvent } from '../../system/events.ts';
import { afterSweeps, until } from '../../system/quiet.ts';
import { overfill, press, type State } from '../state.ts';
import type { World } from '../world.ts';

const organiser = { as: 'organiser' } as const;
const base = ({ events }: World) => `/organise/events/${events.open.eventId}/access`;
const cookie = ({ people }: World) => people.withNeeds.cookie;
const ownPage = () => '/my-place/access';

const made = new WeakMap<World, Promise<MadeEvent>>();

/** An event that is about to begin, so that its list may be opened with a reason. */
async function today(world: World): Promise<string> {
  const event =
    made.get(world) ?? makeEvent(world.system, { title: 'An event of this very hour', inDays: 0, hours: hoursAroundNow(world.system) });
  made.set(world, event);
  const at = `/organise/events/${(await event).eventId}/access/on-the-day`;
  await until('accessibility to know the event', () => program(world.system, 'organiser', at).catch(() => undefined));
  return at;
}

/** What an event asks, with words of the organisers. */
async function chosen(world: World): Promise<string> {
  const at = `/organise/events/${world.events.closed.eventId}/access/asking`;
  const { version } = await program(world.system, 'organiser', at);
  const words = { introduction: 'The rooms are small.\n\nThere is a garden.', contact: 'Sample Organiser, 01632 960000' };
  await program(world.system, 'organiser', at, { kinds: ['breaks', 'easy-read'], ...words, version });
  return `${at}?saved=yes`;
}

export const askingStates: readonly State[] = [
  {
    route: 'POST /my-place/access',
    name: 'to be remembered, without having agreed',
    status: 422,
    cookie,
    at: ownPage,
    doing: press('Remember it'),
  },
  {
    route: 'GET /my-place/access',
    name: 'what would help, and what is remembered for the next event',
    cookie,
    at: ownPage,
    doing: async (page) => {
      await page.getByLabel('A year').check();
      await page.getByLabel('Yes, remember my answer for the network’s next event').check();
      await press('Remember it')(page);
    },
  },
  { route: 'POST /my-place/access', name: 'forgotten again', cookie, at: ownPage, doing: press('Forget what you remember') },
  {
    ...organiser,
    route: 'GET /organise/events/{eventId}/access/asking',
    name: 'what we ask, as it usually is',
    at: (world) => `${base(world)}/asking`,
  },
  { ...organiser, route: 'GET /organise/events/{eventId}/access/asking', name: 'what we ask, as it was chosen', at: chosen },
  {
    ...organiser,
    route: 'POST /organise/events/{eventId}/access/asking',
    name: 'what we ask, with words that pry',
    status: 422,
    at: (world) => `${base(world)}/asking`,
    doing: async (page) => {
      await page.getByLabel('A word before the questions').fill('Please state your diagnosis.');
      await press('Save what we ask')(page);
    },
  },
  {
    ...organiser,
    route: 'POST /organise/events/{eventId}/access/asking',
    name: 'what we ask, with too many words',
    status: 422,
    at: (world) => `${base(world)}/asking`,
    doing: overfill('A word before the questions (optional)', 'Save what we ask'),
  },
  {
    as: 'editor',
    route: 'GET /organise/events/{eventId}/access/summary',
    name: 'access in figures, before there are any',
    at: (world) => `${base(world)}/summary`,
  },
  {
    as: 'access-coordinator',
    route: 'GET /organise/events/{eventId}/access/summary',
    name: 'access in figures, of too few people',
    at: async (world) => {
      await afterSweeps(world.system);
      return `/organise/events/${world.events.over.eventId}/access/summary`;
    },
  },
  {
    ...organiser,
    route: 'GET /organise/events/{eventId}/access/summary',
    name: 'access in figures, called off',
    at: ({ events }) => `/organise/events/${events.cancelled.eventId}/access/summary`,
  },
  {
    ...organiser,
    route: 'GET /organise/events/{eventId}/access/on-the-day',
    name: 'the list before the day',
    at: (world) => `${base(world)}/on-the-day`,
  },
  { ...organiser, route: 'GET /organise/events/{eventId}/access/on-the-day', name: 'the list on the day', at: today },
  {
    ...organiser,
    route: 'POST /organise/events/{eventId}/access/on-the-day',
    name: 'the list on the day, for no reason',
    status: 422,
    at: today,
    doing: press('Note this and open the list'),
  },
  {
    ...organiser,
    route: 'POST /organise/events/{eventId}/access/on-the-day',
    name: 'the list on the day, opened',
    at: today,
    doing: async (page) => {
      await page.getByRole('textbox').fill('The coordinator is ill, and somebody asks for the loop.');
      await press('Note this and open the list')(page);
    },
  },
  { ...organiser, route: 'GET /organise/access/reads', name: 'who has looked', at: () => '/organise/access/reads' },
  {
    as: 'access-coordinator',
    route: 'GET /organise/access/reads',
    name: 'who has looked at one event',
    at: ({ events }) => `/organise/access/reads?event=${events.open.eventId}`,
  },
  { route: 'GET /equality/{eventId}', name: 'who comes', at: ({ events }) => `/equality/${events.open.eventId}` },
  { route: 'GET /equality/{eventId}', name: 'who comes, closed', at: ({ events }) => `/equality/${events.cancelled.eventId}` },
  {
    route: 'POST /equality/{eventId}',
    name: 'who comes, with nothing chosen',
    status: 422,
    at: ({ events }) => `/equality/${events.open.eventId}`,
    doing: press('Send without my name'),
  },
  {
    route: 'POST /equality/{eventId}',
    name: 'who comes, sent',
    at: ({ events }) => `/equality/${events.open.eventId}`,
    doing: async (page) => {
      await page.getByLabel('35 to 44').check();
      await press('Send without my name')(page);
    },
  },
];
