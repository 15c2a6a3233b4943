import { expect, test } from 'vitest';
import { apiHeaders, withoutRemovedHeaders } from './edge-headers.ts';
import type { FrontRequest, HeaderList } from './http-message.ts';

const forged: FrontRequest = {
  method: 'GET',
  path: '/',
  query: '',
  ip: '203.0.113.7',
  headers: [
    ['x-origin-secret', 'forged'],
    ['x-origin-secret', 'forged again'],
    ['x-forwarded-for', '198.51.100.1'],
    ['host', 'evil.example'],
  ],
};
const valuesOf = (headers: HeaderList, wanted: string) => headers.filter(([name]) => name === wanted).map(([, value]) => value);

test("the origin's own header replaces every forged one", () => {
  expect(valuesOf(apiHeaders(forged, { 'X-Origin-Secret': 'shared' }, 'api', 0), 'x-origin-secret')).toEqual(['shared']);
});

test('broken twin: where the origin adds nothing, the forged header gets through, so the test above can see one', () => {
  expect(valuesOf(apiHeaders(forged, {}, 'api', 0), 'x-origin-secret')).toEqual(['forged', 'forged again']);
});

test('the host is the API and the address of the viewer stands behind what was forged', () => {
  const headers = apiHeaders(forged, {}, 'api', 0);
  expect(valuesOf(headers, 'host')).toEqual(['api']);
  expect(valuesOf(headers, 'x-forwarded-for')).toEqual(['198.51.100.1, 203.0.113.7, 203.0.113.7']);
});

test('headers that CloudFront takes out do not come through, others do', () => {
  const headers: HeaderList = ['connection', 'te', 'x-real-ip', 'x-edge-location', 'x-forwarded-proto', 'x-probe'].map((name) => [
    name,
    'a',
  ]);
  expect(withoutRemovedHeaders({ ...forged, headers }).headers).toEqual([['x-probe', 'a']]);
});
