import { request as nodeRequest } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RunningFunctions, startFunctions } from '../functions/start-functions.ts';
import { functionOf, surroundingsOf, type TestSurroundings } from '../functions/testing/probe.ts';
import type { Part } from '../part.ts';
import type { BehaviourResource, RouteResource } from '../stack/model.ts';
import { startFront } from './start-front.ts';

const SOURCE = `export const handler = async (event) => {
  switch (event.rawPath) {
    case '/fails': throw new Error('no');
    case '/waits': return new Promise(() => {});
    case '/large': return { statusCode: 200, body: 'x'.repeat(6500000) };
    case '/cookies': return { statusCode: 200, headers: { 'content-type': 'text/html' }, cookies: ['a=1; HttpOnly', 'b=2'], body: 'hello' };
    case '/bytes': return { statusCode: 200, headers: { 'content-type': 'image/png' }, isBase64Encoded: true, body: 'iVBORw==' };
    case '/empty': return { statusCode: 204 };
    case '/policy': return { statusCode: 200, headers: { 'x-frame-options': 'SAMEORIGIN' }, body: '' };
    default: return { statusCode: 200, headers: { 'content-type': 'application/json' }, body: JSON.stringify(event) };
  }
};`;
const VIEWER = `function handler(event) {
  event.request.headers['x-viewer-ip'] = { value: event.viewer.ip };
  if (event.request.uri === '/api/breaks') throw new Error('no');
  return event.request;
}`;

const api = (pathPattern: string, more: Partial<BehaviourResource> = {}): BehaviourResource => ({
  pathPattern,
  origin: { kind: 'api', headers: { 'X-Origin-Secret': 'shared' } },
  responseHeaders: { 'X-Frame-Options': 'DENY' },
  viewerRequestCode: VIEWER,
  cache: undefined,
  ...more,
});
const behaviours: BehaviourResource[] = [
  api('/reports/*', { origin: { kind: 'bucket', bucketName: 'reports', originPath: '/public' }, viewerRequestCode: undefined }),
  api('/files/*', {
    origin: { kind: 'bucket', bucketName: 'reports', originPath: '/public' },
    failover: { statuses: [403, 404], origin: api('*').origin },
  }),
  api('*'),
];
const routes: RouteResource[] = [
  'GET /events/{slug}',
  'POST /events/{slug}',
  'ANY /any',
  ...['fails', 'waits', 'large', 'cookies', 'bytes', 'empty', 'policy'].map((name) => `GET /${name}`),
].map((key) => {
  const [method = '', path = ''] = key.split(' ');
  return { method, path, functionName: 'probe' };
});
const FILES = new Map([['reports public/reports/a b.html', `<p>${'words '.repeat(400)}</p>`]]);

let surroundings: TestSurroundings;
let functions: RunningFunctions;
let front: Part & { readonly port: number };
let base: string;

beforeAll(async () => {
  surroundings = surroundingsOf({ functions: [await functionOf(SOURCE)], routes, behaviours });
  functions = await startFunctions(surroundings);
  front = await startFront(surroundings, functions, {
    port: 0,
    integrationMilliseconds: 1500,
    bucketReader: async (bucket, key) => {
      if (key.endsWith('broken')) throw new Error('the disk is gone');
      const text = FILES.get(`${bucket} ${key}`);
      return text === undefined
        ? undefined
        : { body: Buffer.from(text), contentType: 'text/html', headers: { ETag: '"one"', 'x-amz-id-2': 's3' } };
    },
    localPages: {
      handle: async ({ method, path, query, body, headers }) => {
        if (path === '/_local/nothing') return undefined;
        const text = [method, path, query.get('q'), headers['x-probe'], Buffer.from(body)].join(' ');
        return { status: 200, headers: { 'content-type': 'text/plain' }, body: text };
      },
      handleRaw: async (request, response) => {
        if (request.url !== '/_local/oidc/probe') return false;
        response.end('raw');
        return true;
      },
    },
  });
  base = `http://127.0.0.1:${front.port}`;
});
afterAll(async () => {
  await front.stop();
  await functions.stop();
});

interface RawAnswer {
  readonly status: number | undefined;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

/** Header lists as they are, which `fetch` would not send. */
function raw(path: string, headers: string[], method = 'GET', body?: string): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const request = nodeRequest(
      { host: '127.0.0.1', port: front.port, path, method, headers: ['Host', '127.0.0.1', ...headers], agent: false },
      async (answer) => {
        const chunks: Buffer[] = [];
        for await (const chunk of answer) chunks.push(chunk);
        resolve({ status: answer.statusCode, headers: answer.headers, body: Buffer.concat(chunks).toString() });
      },
    );
    request.on('error', reject);
    request.end(body);
  });
}

test('a function gets the event of payload format 2.0, whole and exact', async () => {
  surroundings.setTime(new Date('2026-03-02T09:08:07.654Z'));
  const { body } = await raw('/events/a%20b?x=1&y=%C3%A9+z&x=2', [
    ...['Accept', 'text/html', 'X-Many', 'one', 'X-Many', 'two', 'Cookie', 'organiser=a; place=b=c', 'User-Agent', 'probe/1'],
    ...[
      'X-Forwarded-For',
      '198.51.100.1',
      'X-Origin-Secret',
      'forged',
      'X-Viewer-Ip',
      'forged',
      'X-Real-IP',
      'forged',
      'X-Edge-Thing',
      'forged',
    ],
  ]);
  surroundings.setTime(undefined);
  expect(JSON.parse(body)).toEqual({
    version: '2.0',
    routeKey: 'GET /events/{slug}',
    rawPath: '/events/a b',
    rawQueryString: 'x=1&y=%C3%A9+z&x=2',
    cookies: ['organiser=a', 'place=b=c'],
    headers: {
      accept: 'text/html',
      'content-length': '0',
      host: 'local.execute-api.eu-west-2.amazonaws.com',
      'user-agent': 'probe/1',
      via: '1.1 local (CloudFront)',
      'x-amz-cf-id': expect.any(String),
      'x-amzn-trace-id': expect.stringMatching(/^Root=1-[0-9a-f]{8}-[0-9a-f]{24}$/),
      'x-forwarded-for': '198.51.100.1, 127.0.0.1, 127.0.0.1',
      'x-forwarded-port': '443',
      'x-forwarded-proto': 'https',
      'x-many': 'one,two',
      'x-origin-secret': 'shared',
      'x-viewer-ip': '127.0.0.1',
    },
    queryStringParameters: { x: '1,2', y: 'é z' },
    requestContext: {
      accountId: '000000000000',
      apiId: 'local',
      domainName: 'local.execute-api.eu-west-2.amazonaws.com',
      domainPrefix: 'local',
      http: { method: 'GET', path: '/events/a b', protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent: 'probe/1' },
      requestId: expect.stringMatching(/^.{16}$/),
      routeKey: 'GET /events/{slug}',
      stage: '$default',
      time: '02/Mar/2026:09:08:07 +0000',
      timeEpoch: Date.parse('2026-03-02T09:08:07.654Z'),
    },
    pathParameters: { slug: 'a b' },
    isBase64Encoded: false,
  });
});

test.each([
  ['application/x-www-form-urlencoded', 'name=%C3%A9&b=1', true],
  ['multipart/form-data; boundary=x', '--x--', true],
  ['application/json; charset=utf-8', '{"a":"é"}', false],
  ['application/problem+json', '{}', false],
  ['text/csv', 'a,é', false],
  ['application/octet-stream', 'é', true],
])('a body of type %s arrives as AWS sends it', async (type, body, isBase64Encoded) => {
  const answer = await fetch(`${base}/events/a`, { method: 'POST', body, headers: { 'content-type': type } });
  expect(await answer.json()).toMatchObject({ body: isBase64Encoded ? Buffer.from(body).toString('base64') : body, isBase64Encoded });
});

test('cookies become headers of their own, and bytes arrive as bytes', async () => {
  const cookies = await fetch(`${base}/cookies`);
  expect(cookies.headers.getSetCookie()).toEqual(['a=1; HttpOnly', 'b=2']);
  expect(await cookies.text()).toBe('hello');
  const bytes = await fetch(`${base}/bytes`);
  expect(Buffer.from(await bytes.arrayBuffer()).toString('hex')).toBe('89504e47');
  const empty = await fetch(`${base}/empty`);
  expect([empty.status, empty.headers.get('content-length')]).toEqual([204, null]);
});

test('the response headers policy has the last word', async () => {
  expect((await fetch(`${base}/policy`)).headers.get('x-frame-options')).toBe('DENY');
});

test.each([
  ['GET', '/fails', 500, { message: 'Internal Server Error' }],
  ['GET', '/large', 500, { message: 'Internal Server Error' }],
  ['GET', '/waits', 503, { message: 'Service Unavailable' }],
  ['GET', '/unknown', 404, { message: 'Not Found' }],
  ['PUT', '/events/a', 404, { message: 'Not Found' }],
  ['GET', '/events/%E0%A4%A', 400, { message: 'Bad Request' }],
])("%s %s is answered in the HTTP API's own words: %i", async (method, path, status, body) => {
  const answer = await fetch(base + path, { method });
  expect([answer.status, await answer.json()]).toEqual([status, body]);
});

test('a HEAD request needs a route of its own or ANY, and gets no body', async () => {
  expect((await fetch(`${base}/events/a`, { method: 'HEAD' })).status).toBe(404);
  const any = await fetch(`${base}/any`, { method: 'HEAD' });
  expect([any.status, Number(any.headers.get('content-length')) > 0, await any.text()]).toEqual([200, true, '']);
});

test('too large a body, too long headers and too long an address are refused, with what AWS says', async () => {
  const large = await fetch(`${base}/events/a`, { method: 'POST', body: Buffer.alloc(10 * 1024 * 1024 + 1) });
  expect([large.status, await large.json()]).toEqual([413, { message: 'Request Entity Too Large' }]);
  const lambda = await fetch(`${base}/events/a`, { method: 'POST', body: Buffer.alloc(6 * 1024 * 1024) });
  expect([lambda.status, await lambda.json()]).toEqual([413, { message: 'Request Entity Too Large' }]);
  expect((await fetch(`${base}/events/a`, { headers: { 'x-long': 'x'.repeat(10_300) } })).status).toBe(431);
  expect((await fetch(`${base}/events/a?${'x'.repeat(8200)}`)).status).toBe(414);
});

test('a failing function at the edge, and a failing edge, are plain pages; the next request is answered', async () => {
  expect((await fetch(`${base}/api/breaks`)).status).toBe(503);
  const broken = await fetch(`${base}/reports/broken`);
  expect([broken.status, broken.headers.get('content-type')]).toEqual([502, 'text/html; charset=utf-8']);
  expect((await fetch(`${base}/events/a`)).status).toBe(200);
});

test('files come from the bucket, compressed, with their tag; an unchanged one is not sent again', async () => {
  const file = await raw('/reports/a%20b.html?v=1', ['Accept-Encoding', 'gzip']);
  expect(file).toMatchObject({
    status: 200,
    headers: { 'content-type': 'text/html', 'content-encoding': 'gzip', etag: 'W/"one"', 'x-frame-options': 'DENY' },
  });
  expect(file.headers).not.toHaveProperty('x-amz-id-2');
  expect((await raw('/reports/a%20b.html', ['If-None-Match', 'W/"one"'])).status).toBe(304);
  expect((await raw('/reports/a%20b.html', ['If-None-Match', '"other"'])).status).toBe(200);
  const head = await raw('/reports/a%20b.html', [], 'HEAD');
  expect([head.status, head.headers['content-length'], head.body]).toEqual([200, '2407', '']);
});

test('what is not in the bucket, and writing to it, is denied without a word about which files exist', async () => {
  for (const path of ['/reports/missing.html', '/reports/', '/reports/..%2F..%2Fprivate', '/reports/%E0%A4%A']) {
    expect((await raw(path, [])).status).toBe(403);
  }
  expect((await raw('/reports/a%20b.html', [], 'PUT', 'x')).status).toBe(403);
});

test("pages of the local cloud's own go before all else", async () => {
  expect(await (await fetch(`${base}/_local/mail?q=a%20b`, { method: 'POST', body: 'words', headers: { 'x-probe': 'p' } })).text()).toBe(
    'POST /_local/mail a b p words',
  );
  expect(await (await fetch(`${base}/_local/oidc/probe`)).text()).toBe('raw');
  expect((await fetch(`${base}/_local/nothing`)).status).toBe(404);
});

test('another name of this machine leads home; the name of another site gets nothing, local pages included', async () => {
  expect(await askAs('localhost:3000', '/events/a?b=1')).toMatchObject({
    status: 302,
    headers: { location: 'http://127.0.0.1:3000/events/a?b=1' },
  });
  expect(await askAs('localhost:3000', '/events/a', 'POST')).toMatchObject({ status: 403 });
  expect(await askAs('evil.example', '/events/a')).toMatchObject({ status: 403 });
  expect(await askAs('evil.example', '/_local/mail')).toMatchObject({ status: 403 });
});

function askAs(host: string, path: string, method = 'GET'): Promise<{ status: number | undefined; headers: object }> {
  return new Promise((resolve, reject) => {
    nodeRequest({ host: '127.0.0.1', port: front.port, path, method, headers: { host }, agent: false }, (answer) => {
      answer.resume();
      resolve({ status: answer.statusCode, headers: answer.headers });
    })
      .on('error', reject)
      .end();
  });
}

test('stopping ends idle connections, and stopping twice is harmless', async () => {
  const own = surroundingsOf({ behaviours, routes });
  const one = await startFront(own, functions, { port: 0, bucketReader: async () => undefined });
  expect((await fetch(`http://127.0.0.1:${one.port}/events/a`)).status).toBe(200);
  await one.stop();
  await one.stop();
  await expect(fetch(`http://127.0.0.1:${one.port}/events/a`)).rejects.toThrow();
});

test('the journal names route keys and never paths', () => {
  const triggers = surroundings.happenings.filter((one) => one.kind === 'invocation').map((one) => one.trigger);
  expect(triggers).toContain('http GET /events/{slug}');
  expect(triggers.join()).not.toContain('/events/a');
});

test('where a file is missing, the second origin of the group answers', async () => {
  const missing = await fetch(`${base}/files/none`);
  expect(missing.status).toBe(404);
  expect(missing.headers.get('content-type')).toContain('application/json');
  expect((await fetch(`${base}/reports/none`)).status).toBe(403);
});
