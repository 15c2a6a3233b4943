import { expect, test } from 'vitest';
import type { FrontRequest } from './http-message.ts';
import { viewerFunction } from './viewer-request.ts';

const request: FrontRequest = {
  method: 'GET',
  path: '/events/a%20b',
  query: 'b=2&a=1&b=3&flag',
  headers: [
    ['host', '127.0.0.1:3000'],
    ['accept', 'text/html'],
    ['accept', 'text/plain'],
    ['cookie', 'organiser=x; place=a=b'],
  ],
  ip: '203.0.113.7',
};

const run = (code: string, lines: string[] = []) => viewerFunction(code, (line) => lines.push(line))(request);

test('the function gets an event of the shape that cloudfront-js 2.0 gives', async () => {
  const lines: string[] = [];
  await run('function handler(event) { console.log(JSON.stringify(event)); return event.request; }', lines);
  expect(JSON.parse(lines[0] ?? '')).toEqual({
    version: '1.0',
    context: {
      distributionDomainName: 'local.cloudfront.net',
      distributionId: 'LOCAL',
      eventType: 'viewer-request',
      requestId: expect.any(String),
    },
    viewer: { ip: '203.0.113.7' },
    request: {
      method: 'GET',
      uri: '/events/a%20b',
      querystring: {
        b: { value: '2', multiValue: [{ value: '2' }, { value: '3' }] },
        a: { value: '1' },
        flag: { value: '' },
      },
      headers: {
        host: { value: '127.0.0.1:3000' },
        accept: { value: 'text/html', multiValue: [{ value: 'text/html' }, { value: 'text/plain' }] },
      },
      cookies: { organiser: { value: 'x' }, place: { value: 'a=b' } },
    },
  });
});

test('a request that comes back untouched is the same request', async () => {
  expect(await run('function handler(event) { return event.request; }')).toEqual({ kind: 'pass', request });
});

test('what the function sets, the origin gets: headers, address, query', async () => {
  const code = `async function handler(event) {
    const request = event.request;
    request.headers['x-viewer-ip'] = { value: event.viewer.ip };
    delete request.headers.accept;
    request.uri = '/elsewhere';
    request.querystring.more = { value: 'yes' };
    return request;
  }`;
  expect(await run(code)).toMatchObject({
    kind: 'pass',
    request: {
      path: '/elsewhere',
      query: 'b=2&b=3&a=1&flag&more=yes',
      headers: [
        ['host', '127.0.0.1:3000'],
        ['x-viewer-ip', '203.0.113.7'],
        ['cookie', 'organiser=x; place=a=b'],
      ],
    },
  });
});

test('the function may answer by itself', async () => {
  const code = `function handler() { return { statusCode: 301, headers: { location: { value: '/b' } },
    cookies: { seen: { value: '1', attributes: 'Path=/' } }, body: { encoding: 'text', data: 'moved' } }; }`;
  expect(await run(code)).toEqual({
    kind: 'answer',
    answer: {
      status: 301,
      headers: [
        ['location', '/b'],
        ['set-cookie', 'seen=1; Path=/'],
      ],
      body: Buffer.from('moved'),
    },
  });
});

test.each([
  ['throws', "function handler() { throw new Error('no'); }"],
  ['never ends', 'function handler() { for (;;) {} }'],
  ['returns nothing', 'function handler() {}'],
  ['reaches for this machine', "function handler(event) { require('fs'); return event.request; }"],
  ['reaches for the process', 'function handler(event) { process.exit(1); return event.request; }'],
])('a function that %s is refused', async (_name, code) => {
  await expect(run(code)).rejects.toThrow();
});
