import type { Page } from 'playwright-core';
import { ask, fromOurPage, program } from '../../system/asking.ts';
import { linkTo } from '../../system/mailbox.ts';
import { hiddenFields, registerAndConfirm } from '../../system/people.ts';
import { until } from '../../system/quiet.ts';
import { press, type State } from '../state.ts';
import type { World } from '../world.ts';

const coordinator = 'access-coordinator' as const;
const ownPage = '/my-place/access';
const hour = 60 * 60 * 1000;

interface Answered {
  readonly cookie: string;
  readonly person: string;
}

const made = new WeakMap<World, Promise<Answered>>();

/** Somebody of their own, who asked, was told what is provided and said that it does not work. */
function answered(world: World): Promise<Answered> {
  const known = made.get(world) ?? answer(world);
  made.set(world, known);
  return known;
}

async function answer({ system, events }: World): Promise<Answered> {
  const { cookie, name } = await registerAndConfirm(system, events.inPerson);
  const form = await until('accessibility to know the event', async () => {
    const page = await ask(system, ownPage, { headers: { cookie, accept: 'text/html' } });
    return page.status === 200 ? page : undefined;
  });
  const said = {
    ...hiddenFields(form.text),
    kinds: ['step-free-access'],
    answerFormat: 'phone',
    answerPhone: '01632 960005',
    consent: 'yes',
  };
  const tell = (fields: Parameters<typeof fromOurPage>[1]) => ask(system, ownPage, fromOurPage(system, fields, cookie));
  await until('the answer to be taken', async () => ((await tell(said)).status < 400 ? true : undefined));
  const base = `/organise/events/${events.inPerson.eventId}/access`;
  const { needs, arranged } = await program(system, coordinator, base);
  const id = Array.isArray(needs) ? needs.find((need) => need.name === name)?.registrationId : undefined;
  const personId = Array.isArray(arranged) ? String(arranged.find((each) => each.registrationId === id)?.personId) : '';
  const person = `${base}/people/${personId}`;
  await program(system, coordinator, person, {
    action: 'tell',
    which: 'provided',
    provided: 'A ramp at the side door.',
    contact: 'Sample',
  });
  await tell({ action: 'reply', works: 'no', replyWords: 'The side door is too narrow.', answerVersion: '1' });
  return { cookie, person };
}

/** Their own page, in a browser that holds their place. */
async function asThem(page: Page, world: World): Promise<void> {
  await holding(page, world, (await answered(world)).cookie);
  await page.goto(ownPage);
}

async function holding(page: Page, { baseUrl }: World, cookie: string): Promise<void> {
  const [name = '', value = ''] = cookie.split('=');
  await page.context().addCookies([{ name, value, url: baseUrl }]);
}

/** Hours later, when the event that people came to right now is over; then the clock is as it was. */
export function afterwards(then: (page: Page) => Promise<unknown>): NonNullable<State['doing']> {
  return async (page, { system, people }) => {
    const link = await linkTo(system, people.here.email, '/registrations/manage/');
    system.cloud.clock.advance(4 * hour);
    try {
      await page.goto(link);
      await page.getByRole('main').getByRole('button').first().click();
      await page.goto(ownPage);
      await then(page);
      await page.waitForLoadState();
    } finally {
      system.cloud.clock.set(new Date());
    }
  };
}

const at = () => '/';
const cancelled = ({ events }: World) => `/organise/events/${events.cancelled.eventId}/access`;
const over = ({ events }: World) => `/organise/events/${events.over.eventId}/access`;

export const answeredStates: readonly State[] = [
  { route: 'GET /my-place/access', name: 'our answer, which does not work for them', at, doing: asThem },
  {
    route: 'GET /my-place/access',
    name: 'our answer, which works for them now',
    at,
    doing: async (page, world) => {
      await asThem(page, world);
      await page.getByLabel('That works', { exact: true }).check();
      await press('Send my reply')(page);
      await page.getByText('You said that this works for you.').waitFor();
    },
  },
  {
    route: 'POST /my-place/access',
    name: 'what somebody said is deleted',
    cookie: ({ people }) => people.atDoor.cookie,
    at: () => ownPage,
    doing: async (page) => {
      await page.getByLabel('More breaks, or longer ones').check();
      await page.getByLabel('Yes, keep what I wrote here for this').check();
      await press('Send')(page);
      await press('Delete what I told you')(page);
      await press('Yes, delete it')(page);
      await page.getByRole('heading', { name: 'It is deleted' }).waitFor();
    },
  },
  { route: 'GET /my-place/access', name: 'after the event: how was it?', at, doing: afterwards(async () => {}) },
  {
    route: 'POST /my-place/access',
    name: 'how it was, with nothing chosen',
    status: 422,
    at,
    doing: afterwards(press('Send without my name')),
  },
  {
    route: 'POST /my-place/access',
    name: 'how it was, sent',
    at,
    doing: afterwards(async (page) => {
      await page.getByLabel('In part').check();
      await press('Send without my name')(page);
      await page.getByRole('heading', { name: 'Thank you' }).waitFor();
    }),
  },
  {
    as: coordinator,
    route: 'GET /organise/events/{eventId}/access/people/{personId}',
    name: 'one person to ring, for whom it did not work',
    at: async (world) => (await answered(world)).person,
  },
  { as: coordinator, route: 'GET /organise/events/{eventId}/access', name: 'the list, of an event that was called off', at: cancelled },
  { as: coordinator, route: 'GET /organise/events/{eventId}/access', name: 'the list, after the event', at: over },
  {
    as: coordinator,
    route: 'GET /organise/events/{eventId}/access/adjustments/new',
    name: 'nothing to arrange for an event that was called off',
    status: 410,
    at: (world) => `${cancelled(world)}/adjustments/new`,
  },
  {
    as: coordinator,
    route: 'GET /organise/events/{eventId}/access/budget',
    name: 'the budget for access, before there is one',
    at: ({ events }) => `/organise/events/${events.notYet.eventId}/access/budget`,
  },
  {
    as: coordinator,
    route: 'GET /organise/events/{eventId}/access/budget',
    name: 'the budget of an event that was called off',
    at: (world) => `${cancelled(world)}/budget`,
  },
  {
    as: coordinator,
    route: 'GET /organise/events/{eventId}/access/brief',
    name: 'no brief for an event that was called off',
    status: 410,
    at: (world) => `${cancelled(world)}/brief`,
  },
  {
    as: 'organiser',
    route: 'GET /organise/events/{eventId}/access/on-the-day',
    name: 'the list after the day',
    at: (world) => `${over(world)}/on-the-day`,
  },
  {
    as: 'organiser',
    route: 'GET /organise/events/{eventId}/access/on-the-day',
    name: 'the list on the day, called off',
    at: (world) => `${cancelled(world)}/on-the-day`,
  },
  {
    as: 'organiser',
    route: 'GET /organise/access/reads',
    name: 'nobody has looked yet',
    at: ({ events }) => `/organise/access/reads?event=${events.full.eventId}`,
  },
];
