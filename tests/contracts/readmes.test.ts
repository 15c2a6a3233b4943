import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ServiceDefinition } from '@convener/contracts';
import { expect, test } from 'vitest';
import { services } from '../../infra/services.ts';

const root = join(import.meta.dirname, '../..');

function missingIn(readme: string, { emits }: Pick<ServiceDefinition, 'emits'>): readonly string[] {
  // `registration.link-requested.v1` is told as `link-requested`, behind the aggregate or after a dot between.
  return emits.filter((type) => !readme.includes(type.split('.')[1] ?? type));
}

test('every package and service says what it is for', () => {
  const folders = ['packages', 'services'].flatMap((kind) => readdirSync(join(root, kind)).map((name) => join(kind, name)));
  expect(folders.filter((folder) => !existsSync(join(root, folder, 'README.md')))).toEqual([]);
});

test('a service’s README names every domain event that it publishes', () => {
  const readmeOf = (name: string) => readFileSync(join(root, 'services', name, 'README.md'), 'utf8');
  expect(
    services
      .map((service) => [service.name, missingIn(readmeOf(service.name), service)] as const)
      .filter(([, missing]) => missing.length > 0),
  ).toEqual([]);
});

test('the same test catches a README that has fallen behind', () => {
  expect(missingIn('emits `event.created`', { emits: ['event.created.v1', 'event.moved.v1'] })).toEqual(['event.moved.v1']);
});
