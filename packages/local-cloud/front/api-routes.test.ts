import { expect, test } from 'vitest';
import type { RouteResource } from '../stack/model.ts';
import { routeFinder } from './api-routes.ts';

const keys = [
  '$default',
  'ANY /{proxy+}',
  'ANY /events/new',
  'GET /events/{slug}',
  'GET /events/new',
  'POST /events/{slug}/register',
  'GET /events/{slug}/{page}',
  'GET /events/{slug}/rooms',
  'GET /files/{path+}',
  'GET /',
];

function routesOf(routeKeys: readonly string[]): RouteResource[] {
  return routeKeys.map((key) => {
    const [method = '', path] = key.split(' ');
    return path === undefined ? { method: 'ANY', path: method, functionName: key } : { method, path, functionName: key };
  });
}

test.each([
  ['GET', '/', 'GET /', {}],
  ['GET', '/events/new', 'GET /events/new', {}],
  ['PUT', '/events/new', 'ANY /events/new', {}],
  ['GET', '/events/spring', 'GET /events/{slug}', { slug: 'spring' }],
  ['GET', '/events/a%20b%2Fc', 'GET /events/{slug}', { slug: 'a b/c' }],
  ['GET', '/events/new/rooms', 'GET /events/{slug}/rooms', { slug: 'new' }],
  ['GET', '/events/new/other', 'GET /events/{slug}/{page}', { slug: 'new', page: 'other' }],
  ['GET', '/files/a/b%20c/d', 'GET /files/{path+}', { path: 'a/b c/d' }],
  ['POST', '/events/spring/register', 'POST /events/{slug}/register', { slug: 'spring' }],
  ['GET', '/events/', 'ANY /{proxy+}', { proxy: 'events/' }],
  ['HEAD', '/events/spring', 'ANY /{proxy+}', { proxy: 'events/spring' }],
  ['POST', '/', '$default', {}],
])('%s %s finds %s', (method, path, routeKey, pathParameters) => {
  for (const order of [keys, keys.toReversed()]) {
    expect(routeFinder(routesOf(order))(method, path)).toMatchObject({ routeKey, pathParameters, route: { functionName: routeKey } });
  }
});

test('a GET route does not answer HEAD, nor the same path with a slash after it', () => {
  const find = routeFinder(routesOf(['GET /events/{slug}']));
  expect(find('GET', '/events/a')).toBeDefined();
  expect(find('HEAD', '/events/a')).toBeUndefined();
  expect(find('GET', '/events/a/')).toBeUndefined();
  expect(find('GET', '/events')).toBeUndefined();
});
