import { everyRole, type RouteDefinition } from '@convener/contracts';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Answered, type Asked, ask, fromOurPage, sessionOf } from '../system/asking.ts';
import { addressOf, bearer, cookieFor, everyRoute, nameOf, theWorld, type World } from './doors.ts';
import { tellsOfCode } from './hostile-values.ts';

/** What no door lets in: bodies that cannot be read, people who are not signed in or have another role, addresses of nothing. */
const posts = everyRoute.filter(({ method }) => method === 'POST');
const forOrganisers = everyRoute.filter(({ audience }) => audience === 'organiser');

let world: World;
beforeAll(async () => {
  world = await theWorld();
}, 180_000);

/** Asks twice, as a person and as a program; says what is wrong with the answers. */
async function refusal(address: string, asked: Asked, status: number | readonly number[]): Promise<readonly string[]> {
  const as = (accept: string) => ask(world.system, address, { ...asked, headers: { ...asked.headers, accept } });
  const [page, document] = [await as('text/html'), await as('application/json')];
  return [...notPlain(page, status, 'text/html'), ...notPlain(document, status, 'application/problem+json')].map(
    (what) => `${asked.method ?? 'GET'} ${address.slice(0, 100)} ${what}`,
  );
}

function notPlain({ status, headers, text }: Answered, expected: number | readonly number[], type: string): readonly string[] {
  if (![expected].flat().includes(status)) return [`answered ${status}`];
  if (!headers.get('content-type')?.startsWith(type)) return [`is ${headers.get('content-type')}`];
  if (tellsOfCode(text)) return ['tells of code'];
  const says = type === 'text/html' ? /<h1[^>]*>/.test(text) : text.includes(`"status":${status}`);
  return says ? [] : ['does not say what is wrong'];
}

async function collect(
  routes: readonly RouteDefinition[],
  each: (route: RouteDefinition) => Promise<readonly string[]>,
): Promise<readonly string[]> {
  const found: string[] = [];
  for (const route of routes) found.push(...(await each(route)));
  return found;
}

describe('a body that cannot be read', () => {
  it.each([
    ['is no JSON', 400, 'application/json', '{"name": '],
    ['is JSON but no object', 400, 'application/json', '[1, 2]'],
    ['is an upload cut short', 400, 'multipart/form-data; boundary=x', '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\nb'],
    ['is of a kind that nobody reads', 415, 'text/xml', '<a/>'],
  ])('%s', async (_what, status, type, body) => {
    const found = await collect(posts, async (route) =>
      refusal(
        await addressOf(route.path, world),
        { method: 'POST', headers: { 'content-type': type, origin: world.baseUrl, cookie: await cookieFor(route, world) }, body },
        status,
      ),
    );
    expect(found).toEqual([]);
  });

  it('is larger than anything that people write, at every function', async () => {
    const ofEach = posts.filter(
      ({ lambda, path }, at) => posts.findIndex((other) => other.lambda === lambda && first(other.path) === first(path)) === at,
    );
    const body = `name=${'x'.repeat(2.1 * 1024 * 1024)}`;
    const found = await collect(ofEach, async (route) => {
      const { headers = {} } = fromOurPage(world.system, {}, await cookieFor(route, world));
      return refusal(await addressOf(route.path, world), { method: 'POST', headers, body }, 413);
    });
    expect(found).toEqual([]);
  });
});

const first = (path: string) => path.split('/').slice(0, 3).join('/');

describe('whoever is not let in', () => {
  it.each(everyRole)('%s: every page of organisers that is not theirs', async (role) => {
    const theirs = forOrganisers.filter(({ roles }) => !roles?.includes(role));
    const cookie = `organiser=${await sessionOf(world.system, role)}`;
    const found = await collect(theirs, async (route) => {
      const address = await addressOf(route.path, world);
      const asked = route.method === 'POST' ? fromOurPage(world.system, {}, cookie) : { headers: { cookie } };
      const program = { ...asked, headers: { ...asked.headers, cookie: '', ...(await bearer(world, role)) } };
      return [...(await refusal(address, asked, 403)), ...(await refusal(address, program, 403))];
    });
    expect(found).toEqual([]);
  });

  it.each([
    ['nobody', ''],
    ['somebody with a forged session', 'organiser=x.y.z'],
    ['an attendee', 'place'],
  ])('%s is asked to sign in first', async (_who, given) => {
    const cookie = given === 'place' ? world.people.confirmed.cookie.replace(/^\w+=/, 'organiser=') : given;
    const found = await collect(forOrganisers, async (route) => {
      const address = await addressOf(route.path, world);
      if (route.method === 'POST') return refusal(address, fromOurPage(world.system, { title: 'Kept' }, cookie), 401);
      const page = await ask(world.system, address, { headers: { accept: 'text/html', cookie } });
      const document = await ask(world.system, address, { headers: { accept: 'application/json', cookie } });
      const led = page.status === 303 && page.headers.get('location')?.startsWith('/sign-in?return=%2F');
      return [...(led ? [] : [`${nameOf(route)} answered ${page.status}`]), ...notPlain(document, 401, 'application/problem+json')];
    });
    expect(found).toEqual([]);
  });

  it('people without their place or preferences open are told how to open them', async () => {
    const own = everyRoute.filter(({ path }) => /^\/my-(?:place|preferences)/.test(path) && path !== '/my-place/sign-out');
    for (const cookie of ['', 'place=x.y.z; preferences=x.1.y']) {
      const found = await collect(own, ({ method, path }) =>
        refusal(path, method === 'POST' ? fromOurPage(world.system, {}, cookie) : { headers: { cookie } }, 401),
      );
      expect(found).toEqual([]);
    }
  });
});

describe('an address of nothing', () => {
  it.each([
    '/nothing',
    '/organise/nothing',
    '/events/none/none/none',
    '/%00',
    '/%F0%9F%98%80',
    '/..%2f..%2fetc',
    `/${'x'.repeat(4000)}`,
    '/__proto__',
  ])('%s', async (address) => expect(await refusal(address, {}, [404, 400])).toEqual([]));

  const odd = ['none', '%00', '%F0%9F%98%80', '..%2f..%2fetc', '__proto__', 'x'.repeat(3000), '%22%3E%3Cscript%3E'];
  const sameForAll = '/organise/events/{eventId}/report/style.css';
  const withIds = everyRoute.filter(({ path }) => path.includes('{') && !path.includes('{token}') && path !== sameForAll);

  it.each(withIds.map((route) => [nameOf(route), route] as const))('%s', async (_name, route) => {
    const cookie = await cookieFor(route, world);
    const asked = route.method === 'POST' ? fromOurPage(world.system, {}, cookie) : { headers: { cookie } };
    const found: string[] = [];
    for (const [, part = ''] of route.path.matchAll(/\{(\w+)\}/g)) {
      for (const none of odd) {
        const address = await addressOf(route.path, world, { [part]: none });
        // A form may be read before what it belongs to is looked for.
        found.push(...(await refusal(address, asked, route.method === 'POST' ? [404, 422] : 404)));
      }
    }
    expect(found).toEqual([]);
  });

  it('the checks notice an answer that is not plain', () => {
    const answered = (status: number, text: string, type = 'text/html') => ({
      status,
      text,
      headers: new Headers({ 'content-type': type }),
    });
    expect(notPlain(answered(500, ''), 404, 'text/html')).toEqual(['answered 500']);
    expect(notPlain(answered(404, '{}', 'application/json'), 404, 'text/html')).toEqual(['is application/json']);
    expect(notPlain(answered(404, 'TypeError: x'), 404, 'text/html')).toEqual(['tells of code']);
    expect(notPlain(answered(404, 'no'), 404, 'text/html')).toEqual(['does not say what is wrong']);
  });
});
