import { expect, test } from 'vitest';
import type { BehaviourResource } from '../stack/model.ts';
import { behaviourFor, matchesPattern } from './path-pattern.ts';

test.each([
  ['/reports/*', '/reports/2026/spring.html', true],
  ['/reports/*', '/reports/', true],
  ['/reports/*', '/reports', false],
  ['/reports/*', '/REPORTS/a', false],
  ['reports/*', '/reports/a', true],
  ['*.css', '/deep/er/style.css', true],
  ['/a?c', '/abc', true],
  ['/a?c', '/ac', false],
  ['/a.c', '/abc', false],
  ['*', '/anything', true],
])('%s and %s: %s', (pattern, path, matches) => {
  expect(matchesPattern(pattern, path)).toBe(matches);
});

test('the first in the list wins, and the default comes last wherever it stands', () => {
  const behaviours = ['*', '/reports/a*', '/reports/*'].map(
    (pathPattern): BehaviourResource => ({
      pathPattern,
      origin: { kind: 'api', headers: {} },
      responseHeaders: {},
      viewerRequestCode: undefined,
      cache: undefined,
    }),
  );
  expect(behaviourFor(behaviours, '/reports/abc')?.pathPattern).toBe('/reports/a*');
  expect(behaviourFor(behaviours, '/reports/xyz')?.pathPattern).toBe('/reports/*');
  expect(behaviourFor(behaviours, '/events')?.pathPattern).toBe('*');
});
