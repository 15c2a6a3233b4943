import { beforeAll, describe, expect, it } from 'vitest';
import { ask, fromOurPage } from '../system/asking.ts';
import { linkTo } from '../system/mailbox.ts';
import { register, somebodyNew } from '../system/people.ts';
import { quiet } from '../system/quiet.ts';
import { addressOf, everyRoute, nameOf, theWorld, type World } from './doors.ts';
import { changes, everythingStored } from './stored.ts';

/**
 * Links in letters. Mail scanners open every link, often more than once, and some ask HEAD first: looking changes nothing and uses nothing
 * up. Whatever was meddled with, cut short or made for another purpose opens nothing, and says so on a plain page.
 */
const byLink = everyRoute.filter(({ path, method }) => path.includes('{token}') && method === 'GET');
const times = 10;

let world: World;
beforeAll(async () => {
  world = await theWorld();
}, 180_000);

type Look = (method: 'GET' | 'HEAD') => Promise<{ readonly status: number }>;

/** What ten scanners were answered, where it was not the page. */
async function scan(look: Look): Promise<readonly string[]> {
  const odd: string[] = [];
  for (let time = 1; time <= times; time += 1) {
    for (const method of ['HEAD', 'GET'] as const) {
      const { status } = await look(method);
      if (status !== 200) odd.push(`${method} number ${time} answered ${status}`);
    }
  }
  return odd;
}

describe('scanners', () => {
  it('open every link ten times, and nothing stored changes', async () => {
    await quiet(world.system);
    const before = await everythingStored(world.system);
    const odd: Record<string, readonly string[]> = {};
    for (const { path } of byLink) {
      const address = await addressOf(path, world);
      const found = await scan((method) => ask(world.system, address, { method, headers: { accept: 'text/html' } }));
      if (found.length > 0) odd[path] = found;
    }
    await quiet(world.system);
    expect(odd).toEqual({});
    expect(changes(before, await everythingStored(world.system))).toEqual([]);
  });

  it.each([
    ['a registration is confirmed', '/registrations/confirm/', () => register(world.system, world.events.inPerson)],
    ['somebody joins', '/join/confirm/', join],
  ])('and then %s by the same link, once', async (_what, begins, somebody) => {
    const { email } = await somebody();
    const link = await linkTo(world.system, email, begins);
    expect(await scan((method) => ask(world.system, link, { method }))).toEqual([]);
    expect((await ask(world.system, link, fromOurPage(world.system, {}))).status).toBe(303);
  });

  it('would be noticed where looking uses a link up', async () => {
    let used = false;
    const careless: Look = async () => {
      const status = used ? 410 : 200;
      used = true;
      return { status };
    };
    expect(await scan(careless)).toHaveLength(2 * times - 1);
  });
});

async function join(): Promise<{ readonly email: string }> {
  const { email, name } = somebodyNew();
  await ask(world.system, '/join', fromOurPage(world.system, { email, name, interests: '', format: 'html', language: 'en' }));
  return { email };
}

describe('a link that is not right', () => {
  /** Letters of the signature, of the id, of the version: one changed each. */
  const meddled = (token: string): readonly string[] => {
    const other = (letter: string) => (letter === 'A' ? 'B' : 'A');
    const changed = (at: number) => token.slice(0, at) + other(token[at] ?? '') + token.slice(at + 1);
    const [id = '', version = '', ...signature] = token.split('.');
    return [
      changed(token.length - 10),
      changed(6),
      [id, Number(version) + 1, ...signature].join('.'),
      token.slice(0, -1),
      token.slice(0, token.length / 2),
      `${token}A`,
      `${id}.${version}.`,
      id,
      'x',
      '~',
      '.'.repeat(40),
      '%00',
      '%F0%9F%98%80',
      '__proto__',
      'x'.repeat(3000),
    ];
  };

  /** Tokens of every other purpose, which are good where they belong. */
  const ofOthers = async (path: string): Promise<readonly string[]> => {
    const others = byLink.filter((route) => !sameDoor(route.path, path));
    return Promise.all(others.map(async (route) => (await addressOf(route.path, world)).split('/').at(-1) ?? ''));
  };
  /** A letter's calendar link is its own; rooms and the whole event share one door. */
  const sameDoor = (a: string, b: string) => a === b;

  it.each(byLink.map((route) => [nameOf(route), route.path] as const))('%s opens nothing', async (_name, path) => {
    const link = await addressOf(path, world);
    const token = link.split('/').at(-1) ?? '';
    const opened: string[] = [];
    for (const wrong of [...meddled(token), ...(await ofOthers(path))]) {
      const address = path.replace('{token}', wrong);
      for (const asked of [
        { headers: { accept: 'text/html' } },
        fromOurPage(world.system, { words: 'W', points: '- P', email: 'a@example.org' }),
      ]) {
        const { status, text, headers } = await ask(world.system, address, asked);
        const plain = status >= 400 && status < 500 && headers.get('content-type')?.startsWith('text/html') && /<h1[^>]*>/.test(text);
        if (!plain || /\bat [\w.<>]+ \(|node:|Error:/.test(text))
          opened.push(`${asked.body === undefined ? 'GET' : 'POST'} ${address} answered ${status}`);
      }
    }
    expect(opened).toEqual([]);
  });

  it('changed nothing', async () => {
    await quiet(world.system);
    const before = await everythingStored(world.system);
    for (const { path } of byLink) {
      const token = (await addressOf(path, world)).split('/').at(-1) ?? '';
      for (const wrong of [...meddled(token), ...(await ofOthers(path))])
        await ask(world.system, path.replace('{token}', wrong), fromOurPage(world.system, { words: 'Words', points: '- Points' }));
    }
    await quiet(world.system);
    expect(changes(before, await everythingStored(world.system))).toEqual([]);
  });
});
