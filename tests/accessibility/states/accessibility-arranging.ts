import { program } from '../../system/asking.ts';
import { overfill, press, type State } from '../state.ts';
import type { World } from '../world.ts';

const as = 'access-coordinator' as const;

interface Arranged {
  readonly base: string;
  readonly adjustment: string;
  readonly person: string;
  readonly supplierId: string;
}

const made = new WeakMap<World, Promise<Arranged>>();

export const answer = {
  action: 'tell',
  which: 'cannot',
  provided: 'A break in every hour.',
  reason: 'Nobody is free on that day.',
  alternative: 'Captions, and the text afterwards.',
  contact: 'Sample Organiser, 01632 960000',
};

/** Something of each kind, arranged once: booked for one, too late for everybody, a brief that was sent, an answer. */
export function arranged(world: World): Promise<Arranged> {
  const known = made.get(world) ?? arrange(world);
  made.set(world, known);
  return known;
}

async function arrange({ system, events }: World): Promise<Arranged> {
  const base = `/organise/events/${events.open.eventId}/access`;
  const send = (path: string, body: object) => program(system, as, path, body);
  const supplier = await send('/organise/access/suppliers', { name: 'Sample Interpreters', email: 'interpreters@example.org', kinds: [] });
  const { arranged: people } = await program(system, as, base);
  const personId = Array.isArray(people) ? String(people[0]?.personId) : '';
  const owner = { ownerName: 'Sample Organiser', ownerEmail: 'owner@example.org' };
  const booked = await send(`${base}/adjustments/new`, {
    ...owner,
    kind: 'breaks',
    what: 'A break of ten minutes in every hour',
    state: 'booked',
    estimated: '0',
    people: [personId],
  });
  await send(`${base}/adjustments/new`, {
    ...owner,
    kind: 'bsl-interpreter',
    what: 'Two interpreters, for the whole event, with a name that is long enough to need a second line',
    forEverybody: true,
    supplierId: String(supplier.supplierId),
    estimated: '780.50',
  });
  await send(`${base}/budget`, { budget: '500' });
  await send(`${base}/brief`, {
    action: 'save',
    agenda: '10am: welcome\n10:30am: groups',
    names: 'Sample Speaker',
    terms: 'SG: small group',
  });
  await send(`${base}/brief`, { action: 'send', supplierId: String(supplier.supplierId) });
  const person = `${base}/people/${personId}`;
  await send(person, answer);
  return { base, adjustment: `${base}/adjustments/${String(booked.adjustmentId)}`, person, supplierId: String(supplier.supplierId) };
}

const under =
  (rest: string) =>
  async (world: World): Promise<string> =>
    `${(await arranged(world)).base}${rest}`;
const quiet =
  (rest: string) =>
  ({ events }: World): string =>
    `/organise/events/${events.notYet.eventId}/access${rest}`;

export const arrangingStates: readonly State[] = [
  {
    as,
    route: 'GET /organise/access',
    name: 'what needs the access coordinator, of every event',
    at: async (world) => {
      await arranged(world);
      return '/organise/access';
    },
  },
  { as, route: 'GET /organise/events/{eventId}/access', name: 'the board, with what is arranged and what is urgent', at: under('') },
  { as, route: 'GET /organise/events/{eventId}/access/adjustments/new', name: 'to arrange something', at: under('/adjustments/new') },
  {
    as,
    route: 'GET /organise/events/{eventId}/access/adjustments/new',
    name: 'to arrange something where nobody told anything',
    at: quiet('/adjustments/new'),
  },
  {
    as,
    route: 'POST /organise/events/{eventId}/access/adjustments/new',
    name: 'to arrange something, with every error',
    status: 422,
    at: under('/adjustments/new'),
    doing: press('Save'),
  },
  {
    as,
    route: 'GET /organise/events/{eventId}/access/adjustments/{adjustmentId}',
    name: 'one thing that is arranged',
    at: async (world) => (await arranged(world)).adjustment,
  },
  {
    as,
    route: 'POST /organise/events/{eventId}/access/adjustments/{adjustmentId}',
    name: 'one thing that is arranged, with an error',
    status: 422,
    at: async (world) => (await arranged(world)).adjustment,
    doing: overfill('What exactly?', 'Save'),
  },
  {
    as,
    route: 'GET /organise/events/{eventId}/access/people/{personId}',
    name: 'one person, with what they were told',
    at: async (world) => (await arranged(world)).person,
  },
  {
    as,
    route: 'GET /organise/events/{eventId}/access/people/{personId}',
    name: 'one person who is not there any more',
    status: 404,
    at: under('/people/per_none'),
  },
  {
    as,
    route: 'POST /organise/events/{eventId}/access/people/{personId}',
    name: 'told nothing, with every error',
    status: 422,
    at: async (world) => (await arranged(world)).person,
    doing: async (page) => {
      await page.getByLabel('Why not? Be honest and plain.').fill('');
      await page.getByLabel('What do you offer instead?').fill('');
      await page.getByLabel('Whom can they talk to, and how?').fill('');
      await press('Tell them anew')(page);
    },
  },
  { as, route: 'GET /organise/events/{eventId}/access/budget', name: 'the budget for access', at: under('/budget') },
  {
    as,
    route: 'POST /organise/events/{eventId}/access/budget',
    name: 'the budget for access, with an error',
    status: 422,
    at: under('/budget'),
    doing: overfill('How much may access cost for this event?', 'Save the budget', 20),
  },
  {
    as,
    route: 'POST /organise/events/{eventId}/access/budget',
    name: 'the budget for access, which somebody else has set meanwhile',
    status: 409,
    at: under('/budget'),
    doing: async (page, world) => {
      await program(world.system, as, `${(await arranged(world)).base}/budget`, { budget: '750' });
      await page.getByLabel('How much may access cost for this event?').fill('900');
      await press('Save the budget')(page);
    },
  },
  { as, route: 'GET /organise/events/{eventId}/access/brief', name: 'a brief, and to whom it went', at: under('/brief') },
  { as, route: 'GET /organise/events/{eventId}/access/brief', name: 'a brief as it is proposed', at: quiet('/brief') },
  {
    as,
    route: 'POST /organise/events/{eventId}/access/brief',
    name: 'a brief that is too long',
    status: 422,
    at: under('/brief'),
    doing: overfill('Agenda, with times', 'Save the brief'),
  },
  {
    as,
    route: 'POST /organise/events/{eventId}/access/brief',
    name: 'a brief for nobody',
    status: 422,
    at: under('/brief'),
    doing: press('Send the brief'),
  },
  {
    as,
    route: 'GET /organise/access/suppliers',
    name: 'suppliers',
    at: async (world) => {
      await arranged(world);
      return '/organise/access/suppliers';
    },
  },
  {
    as,
    route: 'GET /organise/access/suppliers',
    name: 'a supplier to change',
    at: async (world) => `/organise/access/suppliers?change=${(await arranged(world)).supplierId}`,
  },
  {
    as,
    route: 'POST /organise/access/suppliers',
    name: 'a supplier, with every error',
    status: 422,
    at: () => '/organise/access/suppliers',
    doing: press('Add'),
  },
  {
    as,
    route: 'POST /organise/access/suppliers',
    name: 'a supplier that somebody else has changed meanwhile',
    status: 409,
    at: () => '/organise/access/suppliers',
    doing: async (page, world) => {
      const { supplierId } = await arranged(world);
      const form = page.locator('form').filter({ has: page.getByLabel('Name') });
      await form.locator('[name=supplierId]').evaluate((input, id) => input.setAttribute('value', id), supplierId);
      await page.getByLabel('Name').fill('Sample Interpreters of Elsewhere');
      await page.getByLabel('Email').fill('elsewhere@example.org');
      await page.getByRole('checkbox').first().check();
      await press('Add')(page);
    },
  },
  {
    as,
    route: 'POST /organise/access/suppliers',
    name: 'whether a supplier is to be removed who provides something',
    at: async (world) => {
      await arranged(world);
      return '/organise/access/suppliers';
    },
    doing: press(/^Remove.*Sample Interpreters/),
  },
  { as, route: 'GET /organise/access/costs', name: 'what access has cost', at: () => '/organise/access/costs' },
  {
    as: 'organiser',
    route: 'GET /organise/events/{eventId}/access/adjustments/new',
    name: 'turned away from what is not theirs to arrange',
    status: 403,
    at: under('/adjustments/new'),
  },
];
