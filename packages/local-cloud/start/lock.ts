import { rmSync, writeFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { isAlive, readInstance, thisProcess } from './instance.ts';

/** Runs `work` while this process alone holds the file; one that died with it in its hands is passed over. */
export async function withLock<T>(file: string, work: () => Promise<T>): Promise<T> {
  while (!took(file)) await wait(100);
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

function took(file: string): boolean {
  try {
    writeFileSync(file, JSON.stringify(thisProcess()), { flag: 'wx' });
    return true;
  } catch {
    const holder = readInstance(file);
    if (!holder || !isAlive(holder)) rmSync(file, { force: true });
    return false;
  }
}
