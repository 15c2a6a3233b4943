import { expect, test } from 'vitest';
import type { BehaviourResource } from '../stack/model.ts';
import { type EdgeCacheMode, edgeCache } from './edge-cache.ts';
import { type FrontAnswer, type FrontRequest, headerOf } from './http-message.ts';

const cache = { minimumSeconds: 0, defaultSeconds: 0, maximumSeconds: 3600, headers: ['accept'], query: true };
const cached: BehaviourResource = {
  pathPattern: '/events*',
  origin: { kind: 'api', headers: {} },
  responseHeaders: {},
  viewerRequestCode: undefined,
  cache,
};
const get: FrontRequest = { method: 'GET', path: '/events/a', query: '', headers: [['accept', 'text/html']], ip: '203.0.113.7' };
const KEPT = 'public, max-age=60, stale-while-revalidate=30, stale-if-error=86400';

/** An origin that numbers its answers, and an edge before it with a clock of its own. */
function edge(mode: EdgeCacheMode, control: string | undefined) {
  let now = 0;
  let asked = 0;
  let status = 200;
  const through = edgeCache(mode, { now: () => new Date(now) });
  const origin = async (): Promise<FrontAnswer> => {
    asked += 1;
    return {
      status,
      headers:
        control === undefined
          ? []
          : [
              ['cache-control', control],
              ['etag', '"a"'],
            ],
      body: Buffer.from(String(asked)),
    };
  };
  return {
    ask: async (request: Partial<FrontRequest> = {}, behaviour = cached) => {
      const answer = await through(behaviour, { ...get, ...request }, origin);
      return [answer.status, Buffer.from(answer.body).toString(), headerOf(answer.headers, 'x-cache'), headerOf(answer.headers, 'age')];
    },
    later: (seconds: number) => {
      now += seconds * 1000;
    },
    failing: () => {
      status = 503;
    },
  };
}
const HIT = 'Hit from cloudfront';
const STALE = 'Error from cloudfront';

test('as deployed, an answer is kept as long as it allows, then served once more while it is renewed', async () => {
  const { ask, later } = edge('as-deployed', KEPT);
  expect(await ask()).toEqual([200, '1', undefined, undefined]);
  later(60);
  expect(await ask()).toEqual([200, '1', HIT, '60']);
  later(20);
  expect(await ask()).toEqual([200, '1', HIT, '80']);
  expect(await ask()).toEqual([200, '2', HIT, '0']);
  later(91);
  expect(await ask()).toEqual([200, '3', undefined, undefined]);
});

test('whoever builds sees each change at once', async () => {
  const { ask } = edge('when-failing', KEPT);
  expect(await ask()).toEqual([200, '1', undefined, undefined]);
  expect(await ask()).toEqual([200, '2', undefined, undefined]);
});

test.each(['as-deployed', 'when-failing'] as const)(
  '%s, a failing origin leaves the last good answer standing for its day',
  async (mode) => {
    const { ask, later, failing } = edge(mode, KEPT);
    await ask();
    failing();
    later(3600);
    expect(await ask()).toEqual([200, '1', STALE, '3600']);
    expect(await ask({ method: 'HEAD' })).toEqual([200, '1', STALE, '3600']);
    later(86_400);
    expect((await ask())[0]).toBe(503);
  },
);

test('broken twin: without a cache policy the failure of the origin is what people see', async () => {
  const { ask, failing } = edge('as-deployed', KEPT);
  const bare = { ...cached, cache: undefined };
  await ask({}, bare);
  failing();
  expect((await ask({}, bare))[0]).toBe(503);
});

test.each(['no-store', 'private, max-age=60', 'no-cache', undefined])('an answer that says %s is not kept', async (control) => {
  const { ask, failing } = edge('as-deployed', control);
  await ask();
  expect((await ask())[1]).toBe('2');
  failing();
  expect((await ask())[0]).toBe(503);
});

test('what the policy names tells answers apart, and cookies do not', async () => {
  const { ask } = edge('as-deployed', KEPT);
  await ask();
  expect((await ask({ headers: [['accept', 'application/json']] }))[1]).toBe('2');
  expect((await ask({ query: 'a=1' }))[1]).toBe('3');
  expect((await ask({ path: '/events/b' }))[1]).toBe('4');
  expect((await ask({ headers: [...get.headers, ['accept-encoding', 'gzip']] }))[1]).toBe('5');
  expect((await ask({ headers: [...get.headers, ['cookie', 'organiser=a']] }))[1]).toBe('1');
});

test('what changes something goes to the origin; a viewer who has the answer gets none', async () => {
  const { ask } = edge('as-deployed', KEPT);
  await ask();
  expect((await ask({ method: 'POST' }))[1]).toBe('2');
  expect((await ask({ headers: [...get.headers, ['if-none-match', '"a"']] })).slice(0, 2)).toEqual([304, '']);
});

test("the policy's bounds hold, whatever the answer asks for", async () => {
  const { ask, later } = edge('as-deployed', 'max-age=999999, stale-if-error=0');
  await ask();
  later(3601);
  expect((await ask())[1]).toBe('2');
});
