import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');

interface LockEntry {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly optional?: boolean;
  readonly link?: boolean;
  /** Comes inside another package, which is locked. */
  readonly inBundle?: boolean;
}

const lock: { readonly packages: Readonly<Record<string, LockEntry>> } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
const entries = Object.entries(lock.packages).filter(([path]) => path.startsWith('node_modules/'));

test('every package that can be installed here is locked by its content', () => {
  const open = entries.filter(([, entry]) => !entry.link && !entry.inBundle && !entry.optional && !entry.integrity).map(([path]) => path);
  expect(open).toEqual([]);
});

test('the lock names no registry’s host: whoever installs uses their own', () => {
  expect(entries.filter(([, entry]) => entry.resolved !== undefined && !entry.link).map(([path]) => path)).toEqual([]);
});

test('every dependency is pinned to one version', () => {
  const own: { readonly dependencies: object; readonly devDependencies: object; readonly optionalDependencies: object } = JSON.parse(
    readFileSync(join(root, 'package.json'), 'utf8'),
  );
  const wanted = Object.entries({ ...own.dependencies, ...own.devDependencies, ...own.optionalDependencies });
  expect(wanted.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(String(version)))).toEqual([]);
});
