import { mkdirSync, mkdtempSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { sourceHash } from './source-hash.ts';

let repository = '';

function write(path: string, content: string): void {
  const file = join(repository, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}

beforeEach(() => {
  repository = mkdtempSync(join(tmpdir(), 'sources-'));
  write('services/events/service.ts', 'one');
  write('cdk.json', '{}');
});

it.each([
  ['services/events/service.ts', 'two'],
  ['services/events/pages/new.tsx', 'page'],
  ['packages/ui/style.css', 'body {}'],
  ['infra/app.ts', 'app'],
  ['package-lock.json', '{}'],
])('changes with %s', (path, content) => {
  const before = sourceHash(repository);
  write(path, content);
  expect(sourceHash(repository)).not.toBe(before);
});

it.each([
  'services/events/service.test.ts',
  'services/events/README.md',
  'packages/local-cloud/main.ts',
  'packages/testing/clock.ts',
  'services/events/node_modules/x/index.js',
  'tests/some.ts',
])('does not change with %s, which is in no bundle', (path) => {
  const before = sourceHash(repository);
  write(path, 'anything');
  expect(sourceHash(repository)).toBe(before);
});

it('does not change with a date', () => {
  const before = sourceHash(repository);
  utimesSync(join(repository, 'cdk.json'), new Date(0), new Date(0));
  expect(sourceHash(repository)).toBe(before);
});
