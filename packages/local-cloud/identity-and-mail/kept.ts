import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import * as z from 'zod/mini';
import { StartProblem } from '../start/problem.ts';

/** A small map that is on disk before a change is acknowledged. Meant for hundreds of entries, not for letters. */
export interface Kept<T> {
  get(key: string): T | undefined;
  entries(): readonly (readonly [string, T])[];
  set(key: string, value: T): Promise<void>;
  delete(key: string): Promise<void>;
}

/** Opens the map in `file`; a file that does not fit `schema` stops the start with its name, so nothing is silently lost. */
export async function openKept<T>(file: string, schema: z.ZodMiniType<T>): Promise<Kept<T>> {
  await mkdir(dirname(file), { recursive: true });
  const held = new Map<string, T>(Object.entries(await readAll(file, schema)));
  let last: Promise<void> = Promise.resolve();
  let waiting: Promise<void> | undefined;

  async function write(): Promise<void> {
    waiting = undefined;
    const half = `${file}.half`;
    // Private keys lie in these files, so nobody else on the machine may read them.
    await writeFile(half, JSON.stringify(Object.fromEntries(held), null, 1), { mode: 0o600 });
    await rename(half, file);
  }

  /** Changes made while a write runs share the next one. */
  function save(): Promise<void> {
    if (waiting === undefined) {
      waiting = last.then(write);
      last = waiting.catch(() => undefined);
    }
    return waiting;
  }

  return {
    get: (key) => held.get(key),
    entries: () => [...held.entries()],
    set(key, value) {
      held.set(key, value);
      return save();
    },
    delete(key) {
      held.delete(key);
      return save();
    },
  };
}

async function readAll<T>(file: string, schema: z.ZodMiniType<T>): Promise<Record<string, T>> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (problem) {
    if (problem instanceof Error && 'code' in problem && problem.code === 'ENOENT') return {};
    throw problem;
  }
  const read = z.record(z.string(), schema).safeParse(parsed(text, file));
  if (!read.success)
    throw new StartProblem(`${file} is not what this version wrote; remove it to start afresh. ${z.prettifyError(read.error)}`);
  return read.data;
}

function parsed(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new StartProblem(`The data folder is damaged: ${file} cannot be read. Start with --fresh to begin again.`, { cause });
  }
}
