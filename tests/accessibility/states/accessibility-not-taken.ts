import type { Page } from 'playwright-core';
import { type Answered, ask, fromOurPage } from '../../system/asking.ts';
import { press, type State } from '../state.ts';
import type { World } from '../world.ts';
import { afterwards } from './accessibility-answered.ts';

const ownPage = '/my-place/access';
const whoComes = ({ events }: World) => `/equality/${events.inPerson.eventId}`;

/** More than are taken from one network in a day. */
const surelyTooMany = 400;

/** Sends a form until no more of it are taken today. */
async function untilTooMany(send: () => Promise<Answered>): Promise<void> {
  for (let sent = 0; sent < surelyTooMany; sent += 1) if ((await send()).status === 429) return;
  throw new Error(`${surelyTooMany} forms were taken in a day.`);
}

/** What goes wrong with a write, of the kinds that are given up soonest. */
type Fault =
  | { readonly action: 'UpdateItem'; readonly kind: 'lost-reply' }
  | { readonly action: 'TransactWriteItems'; readonly kind: 'transaction-conflict' };
const counting: Fault = { action: 'UpdateItem', kind: 'lost-reply' };
const saving: Fault = { action: 'TransactWriteItems', kind: 'transaction-conflict' };

/** Sends a form while a function's writes go wrong; ends with the answer, however often it tries. */
function whileAway(lambda: string, fault: Fault, then: (page: Page) => Promise<unknown>): NonNullable<State['doing']> {
  return async (page, { system: { cloud } }) => {
    const [caller = ''] = cloud.stack.functions.flatMap(({ name }) => (name.endsWith(`-accessibility-${lambda}`) ? [name] : []));
    cloud.faults.set([{ ...fault, service: 'dynamodb', caller, probability: 1, seed: 1 }]);
    try {
      await Promise.all([page.waitForResponse((response) => response.request().method() === 'POST', { timeout: 60_000 }), then(page)]);
    } finally {
      cloud.faults.clear();
    }
  };
}

async function chooseAndSend(page: Page): Promise<void> {
  await page.getByLabel('35 to 44').check();
  await press('Send without my name')(page);
}

async function writeAndSend(page: Page): Promise<void> {
  await page.getByLabel('In part').check();
  await page.getByLabel('What should we do differently? (optional)').fill('Longer breaks, please.\n\nAnd a name for each room.');
  await press('Send without my name')(page);
}

const send = 'POST /my-place/access';

/** What was not taken though nothing in it was wrong: too many came today, or something does not answer. */
export const notTakenStates: readonly State[] = [
  {
    route: 'POST /equality/{eventId}',
    name: 'who comes, while something does not answer',
    status: 503,
    at: whoComes,
    doing: whileAway('anonymous', counting, chooseAndSend),
  },
  {
    route: 'POST /equality/{eventId}',
    name: 'who comes, after too many today',
    status: 429,
    at: whoComes,
    doing: async (page, world) => {
      const form = fromOurPage(world.system, { age: '35-44' });
      await untilTooMany(() => ask(world.system, whoComes(world), form));
      await chooseAndSend(page);
    },
  },
  {
    route: send,
    name: 'how it was, while something does not answer',
    status: 503,
    at: () => '/',
    doing: (page, world) => afterwards((there) => whileAway('public', counting, writeAndSend)(there, world))(page, world),
  },
  {
    route: send,
    name: 'how it was, after too many today',
    status: 429,
    at: () => '/',
    doing: (page, world) =>
      afterwards(async (there) => {
        const cookies = await there.context().cookies();
        const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
        const form = fromOurPage(world.system, { action: 'say-how-it-was', felt: 'yes' }, cookie);
        await untilTooMany(() => ask(world.system, ownPage, form));
        await writeAndSend(there);
      })(page, world),
  },
  {
    route: send,
    name: 'what would help, while something does not answer',
    status: 503,
    cookie: ({ people }) => people.withNeeds.cookie,
    at: () => ownPage,
    doing: whileAway('public', saving, async (page) => {
      await page.getByLabel('In your own words (optional)').fill('A seat near the door.\n\nAnd questions the day before.');
      await page.getByLabel('Yes, keep what I wrote here for this').check();
      await press('Save my changes')(page);
    }),
  },
];
