import { describe, expect, test } from 'vitest';
import { invalid } from './reply.ts';
import { toResult } from './result.ts';
import { readHttpSettings } from './settings.ts';

const settings = readHttpSettings({
  SERVICE: 'events',
  STAGE: 'test',
  BASE_URL: 'https://events.example.org',
  ORIGIN_SECRET: 'edge',
  SECRET_PREFIX: '/convener/test',
  NETWORK_NAME: 'Sample Network',
});
const lambdaTakes = 6 * 1024 * 1024;

/** A form comes back with what was entered, as much as a request may bring, of which each letter takes six in a page. */
function backWith(entered: string, headers: Readonly<Record<string, string>> = {}) {
  const page = () => `<p>${entered.replaceAll('"', '&quot;')}</p>`;
  return toResult(invalid(page, []), { wants: 'html', headers, method: 'POST' }, settings, ({ title }) => `<h1>${title}</h1>`);
}

describe('an answer that is longer than Lambda takes', () => {
  const most = '"'.repeat(1_900_000);

  test('is a plain problem instead of a bare error', () => {
    const result = backWith(most);
    expect([result.statusCode, result.body]).toEqual([413, '<h1>That is too much at once</h1>']);
  });

  test('a twin without the limit would not have come through', () => {
    const twin = JSON.stringify({ statusCode: 422, body: most.replaceAll('"', '&quot;') });
    expect(Buffer.byteLength(twin)).toBeGreaterThan(lambdaTakes);
  });

  test('what fits comes through as it is, and what fits compressed too', () => {
    expect(backWith('"'.repeat(400_000)).statusCode).toBe(422);
    const compressed = backWith(most, { 'accept-encoding': 'gzip' });
    expect(compressed.statusCode).toBe(422);
    expect(Buffer.byteLength(JSON.stringify(compressed))).toBeLessThan(lambdaTakes);
  });
});
