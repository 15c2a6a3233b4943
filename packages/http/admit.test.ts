import type { RouteDefinition } from '@convener/contracts';
import { apiEvent } from '@convener/testing/api-event';
import { describe, expect, test } from 'vitest';
import { admit } from './admit.ts';
import { readHttpSettings } from './settings.ts';

const route: RouteDefinition = { method: 'GET', path: '/', lambda: 'web', handler: 'home', audience: 'public', summary: 'Home.' };

async function admission(originSecret: string, headers: Readonly<Record<string, string>>) {
  const settings = readHttpSettings({
    SERVICE: 'events',
    STAGE: 'test',
    BASE_URL: 'https://network.example',
    ORIGIN_SECRET: originSecret,
    SECRET_PREFIX: '/convener/test',
    NETWORK_NAME: 'Sample Network',
  });
  const { kind } = await admit(apiEvent({ headers }), route, { settings, door: undefined, now: new Date(0) });
  return kind;
}

describe('the edge’s secret', () => {
  test('opens the door', async () => {
    expect(await admission('edge', { 'x-origin-secret': 'edge' })).toBe('admitted');
  });

  test.each([
    ['nothing', 'edge', {}],
    ['another', 'edge', { 'x-origin-secret': 'edgf' }],
    ['a part of it', 'edge', { 'x-origin-secret': 'edg' }],
    ['it twice', 'edge', { 'x-origin-secret': 'edge,edge' }],
    ['nothing, where a deployment has none either', '', {}],
    ['an empty one, where a deployment has none', '', { 'x-origin-secret': '' }],
  ] as const)('%s does not', async (_what, expected, headers) => {
    expect(await admission(expected, headers)).toBe('refused');
  });

  test('is caught by this test: a twin that only compares lets everybody in where there is none', () => {
    expect(Buffer.from('').equals(Buffer.from(''))).toBe(true);
  });
});
