import type { RouteDefinition } from '@convener/contracts';
import { beforeAll, describe, expect, it } from 'vitest';
import { mayChangeState } from '../../packages/http/same-origin.ts';
import { type Answered, type Asked, ask, formHeaders, fromOurPage, sessionOf } from '../system/asking.ts';
import { lettersTo, linkTo } from '../system/mailbox.ts';
import { cookiesOf, registerAndConfirm, somebodyNew } from '../system/people.ts';
import { quiet } from '../system/quiet.ts';
import { addressOf, bearer, cookieFor, everyRoute, nameOf, theWorld, type World } from './doors.ts';
import { changes, everythingStored } from './stored.ts';

/**
 * Every route that changes something, asked by a page that is not ours with the cookies of somebody who may. Refused, whatever the trick,
 * and nothing stored is another than before.
 */
const changing = everyRoute.filter(({ method }) => method === 'POST');
const guarded = changing.filter(({ audience }) => audience !== 'one-click');

interface Attack {
  readonly name: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly method?: 'GET';
}
const attacks: readonly Attack[] = [
  { name: 'a page of another site', headers: { origin: 'https://elsewhere.example.net' } },
  { name: 'another port of this host', headers: { origin: 'http://127.0.0.1:1' } },
  { name: 'a name that begins like ours', headers: { origin: 'http://127.0.0.1.example.net' } },
  { name: 'no Origin', headers: {} },
  { name: 'the Origin of a sandboxed page', headers: { origin: 'null' } },
  { name: 'a forged bearer token', headers: { authorization: `Bearer ${'x'.repeat(20)}.${'y'.repeat(20)}.${'z'.repeat(86)}` } },
  { name: 'a token that claims to need no signature', headers: { authorization: `Bearer ${unsigned()}` } },
  { name: 'GET', headers: {}, method: 'GET' },
];

function unsigned(): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'none' })}.${part({ aud: 'organiser', sub: 'org_forged', roles: ['organiser'], exp: 4_102_444_800 })}.`;
}

let world: World;
beforeAll(async () => {
  world = await theWorld();
}, 180_000);

/** Everything that a handler could want to act on, so that only the door refuses. */
const tempting =
  'email=made-up%40example.org&name=Made+Up&action=delete&command=start&consent=yes&words=Words&title=T&label=L&roles=editor';

async function attack(route: RouteDefinition, { headers, method }: Attack, target = route.path): Promise<Answered> {
  const cookie = await cookieFor(route, world);
  const asked: Asked = { headers: { ...formHeaders, ...headers, ...(cookie ? { cookie } : {}) } };
  const address = await addressOf(target, world);
  if (method === 'GET') return ask(world.system, `${address}?${tempting}`, asked);
  return ask(world.system, address, { ...asked, method: 'POST', body: tempting });
}

const refused = [401, 403, 404, 405];

describe('what another site sends is refused and changes nothing', () => {
  it.each(attacks)('$name', async (how) => {
    await quiet(world.system);
    const [before, letters] = [await everythingStored(world.system), (await lettersTo(world.system)).length];
    const passed: string[] = [];
    for (const route of guarded) {
      const { status } = await attack(route, how);
      // A form's own page may answer GET; it is only shown.
      const shown = how.method === 'GET' && everyRoute.some(({ method, path }) => method === 'GET' && path === route.path);
      if (!shown && !refused.includes(status)) passed.push(`${nameOf(route)} answered ${status}`);
      if (shown && status >= 500) passed.push(`${nameOf(route)} failed with ${status}`);
    }
    await quiet(world.system);
    expect(passed).toEqual([]);
    // Whoever opens a list of answers about access is noted, page of ours or not: the note is the one thing that a look leaves.
    const left = changes(before, await everythingStored(world.system)).filter((change) => !/"sk":"READ#/.test(change));
    expect(left).toEqual([]);
    expect((await lettersTo(world.system)).length).toBe(letters);
  });
});

describe('the same forms from our own page', () => {
  it('pass the door, without a script', async () => {
    const kept: string[] = [];
    for (const route of guarded) {
      const { cookie, address } = await expendable(route);
      const { status } = await ask(world.system, address, fromOurPage(world.system, {}, cookie));
      // What was sent is next to nothing: a page with sentences about it, or done.
      if (refused.includes(status) || status >= 500) kept.push(`${nameOf(route)} answered ${status}`);
    }
    expect(kept).toEqual(nothingThere);
  });
});

/** Letters that wait for a decision are rare; that this one is not there says a handler, past the door. */
const nothingThere = ['POST /organise/mail/letters/{letterId}/send-again answered 404'];

/** Somebody and something that nobody else needs, for what cannot be taken back. */
async function expendable(route: RouteDefinition): Promise<{ readonly cookie: string; readonly address: string }> {
  const ends = ['/my-place/cancel', '/my-place/delete', '/my-place/sign-out'].includes(route.path);
  if (ends) return { cookie: (await registerAndConfirm(world.system, world.events.inPerson)).cookie, address: route.path };
  if (route.path === '/my-preferences/leave') return { cookie: await newMember(), address: route.path };
  const eventId = route.path === '/organise/events/{eventId}/cancel' ? { eventId: world.events.draft.eventId } : {};
  return { cookie: await cookieFor(route, world), address: await addressOf(route.path, world, eventId) };
}

async function newMember(): Promise<string> {
  const { email, name } = somebodyNew();
  await ask(world.system, '/join', fromOurPage(world.system, { email, name, interests: '', format: 'html', language: 'en' }));
  const link = await linkTo(world.system, email, '/join/confirm/');
  return cookiesOf(await ask(world.system, link, fromOurPage(world.system, {})));
}

describe('the two exceptions', () => {
  it('one-click: a mail provider unsubscribes from anywhere, and there is one such route', async () => {
    const [route, ...others] = changing.filter(({ audience }) => audience === 'one-click');
    expect([route?.path, others]).toEqual(['/unsubscribe/{token}', []]);
    const sent = { method: 'POST', headers: formHeaders, body: 'List-Unsubscribe=One-Click' } as const;
    expect((await ask(world.system, world.mail.unsubscribe, sent)).status).toBe(200);
  });

  it('a program needs no Origin, and cookies that come along count for nothing', async () => {
    const path = '/organise/members';
    const cookie = `organiser=${await sessionOf(world.system, 'organiser')}`;
    const asking = async (headers: Readonly<Record<string, string>>) =>
      (
        await ask(world.system, path, {
          method: 'POST',
          headers: { ...formHeaders, accept: 'application/json', ...headers },
          body: 'search=x',
        })
      ).status;
    expect(await asking(await bearer(world, 'organiser'))).toBe(200);
    expect(await asking({ cookie, ...(await bearer(world, 'editor')) })).toBe(403);
    expect(await asking({ cookie, authorization: 'Bearer forged' })).toBe(401);
    expect(await asking({ cookie, authorization: 'Basic forged' })).toBe(403);
  });
});

describe('the rule itself', () => {
  type Rule = typeof mayChangeState;
  const baseUrl = 'https://events.example.org';
  const origins = [
    undefined,
    'null',
    'https://elsewhere.example.net',
    'http://events.example.org',
    `${baseUrl}.example.net`,
    `${baseUrl}:444`,
  ];

  /** Routes and origins that a rule lets in though it must not. */
  const letIn = (rule: Rule): readonly string[] =>
    guarded.flatMap((route) =>
      [...origins.map((origin) => ({ method: 'POST', origin, bearer: false })), ...bearerWhereNobodyReadsIt(route)]
        .filter((request) => rule(request, route, baseUrl))
        .map(({ origin }) => `${nameOf(route)} from ${origin}`),
    );
  const bearerWhereNobodyReadsIt = ({ audience }: RouteDefinition) =>
    audience === 'organiser' ? [] : [{ method: 'POST', origin: undefined, bearer: true }];

  it('lets nobody in, over all routes', () => expect(letIn(mayChangeState)).toEqual([]));

  it.each<readonly [string, Rule]>([
    ['a missing Origin pass', (request, route, url) => request.origin === undefined || mayChangeState(request, route, url)],
    ['a null Origin pass', (request, route, url) => request.origin === 'null' || mayChangeState(request, route, url)],
    ['what begins like our address pass', (request, route, url) => request.origin?.startsWith(url) || mayChangeState(request, route, url)],
    ['a bearer token pass anywhere', (request, route, url) => request.bearer || mayChangeState(request, route, url)],
  ])('a twin that lets %s is caught', (_what, twin) => {
    expect(letIn(twin).length).toBeGreaterThan(10);
  });

  it('a change behind the tests’ back is caught', () => {
    expect(changes(new Map([['t', ['a', 'b']]]), new Map([['t', ['b', 'c']]]))).toEqual(['t has c', 't had a']);
  });
});
