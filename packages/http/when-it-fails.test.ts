import { expect, test } from 'vitest';
import { answer, problem } from './reply.ts';
import type { Handler, HttpRequest } from './request.ts';
import { whenItFails } from './when-it-fails.ts';

const request: HttpRequest = {
  method: 'POST',
  path: '/things',
  route: { method: 'POST', path: '/things', lambda: 'web', handler: 'make', audience: 'public', summary: 'Makes a thing.' },
  params: {},
  query: new URLSearchParams(),
  headers: {},
  cookies: {},
  fields: { name: 'Sample' },
  wants: 'html',
  organiser: undefined,
  viewerIp: '203.0.113.5',
  now: new Date('2026-01-01T00:00:00Z'),
};
const instead: Handler<object> = async ({ fields }) => answer(() => String(fields.name), {}, { status: 503 });
const away = () => Promise.reject(new Error('It does not answer.'));

test('what was entered comes back where something does not answer', async () => {
  expect(await whenItFails(away, instead)(request, {})).toMatchObject({ kind: 'answer', status: 503 });
});

test('what a handler answers stays as it is, whatever it is', async () => {
  const refused = problem(409, 'Meanwhile', 'Somebody was quicker.');
  expect(await whenItFails(async () => refused, instead)(request, {})).toBe(refused);
});

test('where not even that can be made, it fails as everything does', async () => {
  await expect(whenItFails(away, away)(request, {})).rejects.toThrow('It does not answer.');
});
