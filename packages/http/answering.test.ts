import { defineService } from '@convener/contracts';
import { apiEvent, lambdaContext } from '@convener/testing/api-event';
import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { describe, expect, test } from 'vitest';
import { answering } from './answering.ts';
import { answer, done, invalid } from './reply.ts';
import { readHttpSettings } from './settings.ts';

const site = 'https://network.example';
const settings = readHttpSettings({
  SERVICE: 'events',
  STAGE: 'test',
  BASE_URL: site,
  ORIGIN_SECRET: 'through the edge',
  SECRET_PREFIX: '/convener/test',
  NETWORK_NAME: 'Sample Network',
});

const sample = defineService({
  name: 'events',
  owns: 'Nothing: it answers.',
  tables: {},
  lambdas: { web: { kind: 'http', purpose: 'Answers.', grants: [] } },
  routes: [
    { method: 'GET', path: '/things/{id}', lambda: 'web', handler: 'show', audience: 'public', summary: 'A thing.' },
    { method: 'POST', path: '/things', lambda: 'web', handler: 'make', audience: 'public', summary: 'Makes a thing.', bodyLimit: 1000 },
    {
      method: 'POST',
      path: '/organise/things',
      lambda: 'web',
      handler: 'organise',
      audience: 'organiser',
      roles: ['organiser'],
      summary: 'For organisers.',
    },
  ],
  emits: [],
});

const door = async (token: string) =>
  token === 'good' ? { kind: 'organiser' as const, organiserId: 'org_1', roles: ['editor' as const] } : undefined;

const handler = answering({
  service: sample,
  lambda: 'web',
  settings,
  door,
  dependencies: () => ({}),
  clock: () => new Date('2026-01-01T00:00:00Z'),
  handlers: {
    show: async ({ params }) => {
      if (params.id === 'broken') throw new Error('somebody@example.org broke it');
      return answer(() => `<h1>${params.id}</h1>`, { id: params.id });
    },
    make: async ({ fields }) => {
      if (fields.name === '') return invalid(() => '<h1>again</h1>', [{ field: 'name', message: 'Enter a name' }]);
      return done('/things/1', { id: '1' }, { status: 201, cookies: [{ name: 'place', value: 'x', maxAgeSeconds: 60 }] });
    },
    organise: async () => done('/organise', {}),
  },
});

interface Sent {
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly params?: Readonly<Record<string, string>>;
}

async function send(routeKey: string, { headers = {}, body, params = {} }: Sent = {}): Promise<APIGatewayProxyStructuredResultV2> {
  const [method = 'GET', path = '/'] = routeKey.split(' ');
  const event = apiEvent({
    routeKey,
    method,
    rawPath: path,
    headers: { 'x-origin-secret': 'through the edge', origin: site, ...headers },
    pathParameters: params,
    ...(body === undefined ? {} : { body }),
  });
  return handler(event, lambdaContext);
}

const form = { 'content-type': 'application/x-www-form-urlencoded' };
const json = { 'content-type': 'application/json', accept: 'application/json' };

describe('a request', () => {
  test('that did not come through the edge is refused', async () => {
    expect(await send('GET /things/{id}', { headers: { 'x-origin-secret': 'guessed' } })).toMatchObject({ statusCode: 403 });
  });

  test('gets a page, or data, by what it asks for', async () => {
    expect((await send('GET /things/{id}', { params: { id: '7' } })).body).toBe('<h1>7</h1>');
    const data = await send('GET /things/{id}', { params: { id: '7' }, headers: { accept: 'application/json' } });
    expect(JSON.parse(data.body ?? '')).toEqual({ id: '7' });
  });

  test('by HEAD gets the same head and no body', async () => {
    expect(await send('HEAD /things/{id}', { params: { id: '7' } })).toMatchObject({ statusCode: 200, body: '' });
  });

  test('that is done leads on by 303, and a program gets 201 with its place', async () => {
    const page = await send('POST /things', { headers: form, body: 'name=x' });
    expect(page).toMatchObject({ statusCode: 303, headers: { location: '/things/1' } });
    expect(page.cookies).toEqual(['__Host-place=x; Path=/; Max-Age=60; HttpOnly; SameSite=Lax; Secure']);
    expect(await send('POST /things', { headers: json, body: '{"name":"x"}' })).toMatchObject({
      statusCode: 201,
      headers: { location: '/things/1' },
    });
  });

  test('with something to change gets 422: the page again, or the field by name', async () => {
    expect(await send('POST /things', { headers: form, body: 'name=' })).toMatchObject({ statusCode: 422, body: '<h1>again</h1>' });
    const problem = await send('POST /things', { headers: json, body: '{"name":""}' });
    expect(problem.headers).toMatchObject({ 'content-type': 'application/problem+json' });
    expect(JSON.parse(problem.body ?? '')).toMatchObject({ status: 422, errors: [{ field: 'name', message: 'Enter a name' }] });
  });

  test.each([
    ['too much', form, 'x'.repeat(1001), 413],
    ['of a kind that we cannot read', { 'content-type': 'text/csv' }, 'a,b', 415],
    ['that is no JSON', json, '{', 400],
    ['that is JSON but no object', json, '[1]', 400],
  ])('%s is told so', async (_what, headers, body, status) => {
    expect(await send('POST /things', { headers, body })).toMatchObject({ statusCode: status });
  });

  test('that breaks something gets a plain page, and nothing of what broke', async () => {
    const reply = await send('GET /things/{id}', { params: { id: 'broken' } });
    expect(reply.statusCode).toBe(500);
    expect(reply.body).not.toMatch(/somebody@|Error:|\n\s+at /);
  });

  test('to nowhere gets a page that leads on', async () => {
    const reply = await send('GET /nowhere');
    expect(reply.statusCode).toBe(404);
    expect(reply.body).toContain('href="/events"');
  });
});

describe('an organiser’s route', () => {
  test('refuses a role that is not named, and a token that is not good', async () => {
    expect(await send('POST /organise/things', { headers: { authorization: 'Bearer good' } })).toMatchObject({ statusCode: 403 });
    expect(await send('POST /organise/things', { headers: { authorization: 'Bearer bad', accept: 'application/json' } })).toMatchObject({
      statusCode: 401,
    });
  });

  test('whose session has ended gives what was posted back', async () => {
    const reply = await send('POST /organise/things', { headers: form, body: 'title=A+long+text' });
    expect(reply.statusCode).toBe(401);
    expect(reply.body).toContain('value="A long text"');
  });
});

test('every answer forbids scripts of others and caching of what is personal', async () => {
  const { headers } = await send('GET /things/{id}', { params: { id: '7' } });
  expect(headers).toMatchObject({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff', 'referrer-policy': 'same-origin' });
  expect(String(headers?.['content-security-policy'])).not.toContain('unsafe');
});
