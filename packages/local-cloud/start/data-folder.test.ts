import { existsSync, mkdirSync, mkdtempSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { instanceFile, openDataFolder } from './data-folder.ts';
import { isAlive, readInstance, thisProcess } from './instance.ts';
import { runningInstance } from './running-instance.ts';

const kept = { fresh: false };
let folder = '';

beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'data-')), 'local');
});

describe('a data folder', () => {
  it('is new once, and keeps what is put there', () => {
    const first = openDataFolder(folder, kept);
    expect(first.isNew).toBe(true);
    writeFileSync(join(first.part('mail'), 'letter'), 'kept');
    first.release();
    const second = openDataFolder(folder, kept);
    expect(second.isNew).toBe(false);
    expect(existsSync(join(second.part('mail'), 'letter'))).toBe(true);
    second.release();
  });

  it('is still new where the start before failed before anything was kept, so that the sample is loaded then', () => {
    openDataFolder(folder, kept).release();
    const again = openDataFolder(folder, kept);
    expect(again.isNew).toBe(true);
    again.part('data-plane');
    again.release();
    expect(openDataFolder(folder, kept).isNew).toBe(false);
  });

  it('is closed to everybody else on the machine: letters and answers lie in it', () => {
    const mode = (path: string) => statSync(path).mode & 0o077;
    openDataFolder(folder, kept).release();
    expect(mode(folder)).toBe(0);
    // A twin made without saying so is open to read.
    mkdirSync(`${folder}-twin`, { mode: 0o755 });
    expect(mode(`${folder}-twin`)).not.toBe(0);
  });

  it('is emptied when asked to begin again', () => {
    const first = openDataFolder(folder, kept);
    writeFileSync(join(first.part('mail'), 'letter'), 'kept');
    first.release();
    const second = openDataFolder(folder, { fresh: true });
    expect(second.isNew).toBe(true);
    expect(existsSync(join(second.part('mail'), 'letter'))).toBe(false);
  });

  it('belongs to one instance at a time, and says where that one is', () => {
    const first = openDataFolder(folder, kept);
    first.announce({ baseUrl: 'http://127.0.0.1:3000', gatewayUrl: 'http://127.0.0.1:4000' });
    expect(() => openDataFolder(folder, kept)).toThrow(
      `Another instance already runs on ${folder} at http://127.0.0.1:3000 (process ${process.pid})`,
    );
    expect(() => openDataFolder(folder, { fresh: true })).toThrow('Another instance');
    expect(runningInstance(folder)).toMatchObject({ gatewayUrl: 'http://127.0.0.1:4000' });
    first.release();
    expect(() => runningInstance(folder)).toThrow(/Nothing runs on/);
    openDataFolder(folder, kept).release();
  });

  it('is taken over from a process that died, even where its number lives on', () => {
    openDataFolder(folder, kept).release();
    writeFileSync(join(folder, instanceFile), JSON.stringify({ ...thisProcess(), began: '1' }));
    openDataFolder(folder, kept).release();
  });

  it('is not somebody else’s folder, which is left alone even with --fresh', () => {
    const other = mkdtempSync(join(tmpdir(), 'other-'));
    writeFileSync(join(other, 'thesis.txt'), 'ten years of work');
    for (const fresh of [false, true]) expect(() => openDataFolder(other, { fresh })).toThrow(/holds something else/);
    expect(existsSync(join(other, 'thesis.txt'))).toBe(true);
  });

  it('is no file', () => {
    writeFileSync(folder, 'a letter');
    for (const fresh of [false, true]) expect(() => openDataFolder(folder, { fresh })).toThrow(/is a file; name a folder with --data/);
  });

  it.each([
    ['cut off', '{"for', /damaged.*--fresh/],
    ['of a later version', '{"format":99}', /format 99.*--fresh/],
  ])('that is %s says how to begin again', (_what, mark, message) => {
    openDataFolder(folder, kept).release();
    writeFileSync(join(folder, 'format.json'), mark);
    expect(() => openDataFolder(folder, kept)).toThrow(message);
    expect(existsSync(join(folder, instanceFile))).toBe(false);
    openDataFolder(folder, { fresh: true }).release();
  });
});

it('an instance is alive only as the very process that wrote it', () => {
  expect(isAlive(thisProcess())).toBe(true);
  expect(isAlive({ pid: process.pid, began: '1' })).toBe(false);
  expect(isAlive({ pid: 2 ** 22 + 1, began: '1' })).toBe(false);
  expect(readInstance('/nowhere')).toBeUndefined();
});
