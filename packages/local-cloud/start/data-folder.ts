import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Instance, isAlive, readInstance, thisProcess } from './instance.ts';
import { StartProblem } from './problem.ts';

export interface DataFolder {
  /** Nothing was kept here before. */
  readonly isNew: boolean;
  /** Absolute folder of one part's state. */
  part(name: string): string;
  /** Tells other programs on this machine where the instance is found. */
  announce(addresses: { readonly baseUrl: string; readonly gatewayUrl: string }): void;
  /** Lets another instance have the folder. */
  release(): void;
}

/** Goes up when the kept state changes in a way that older state cannot be read. */
const format = 1;
const markFile = 'format.json';
export const instanceFile = 'instance.json';

/**
 * Takes a data folder for this process alone.
 * @throws StartProblem where another instance has it, where it is damaged, or where it is somebody else's folder.
 */
export function openDataFolder(folder: string, { fresh }: { readonly fresh: boolean }): DataFolder {
  if (existsSync(folder) && !statSync(folder).isDirectory()) {
    throw new StartProblem(`${folder} is a file; name a folder with --data.`);
  }
  const found = existsSync(folder) ? readdirSync(folder).filter((name) => name !== instanceFile) : [];
  const wasEmpty = found.length === 0;
  if (!wasEmpty && !existsSync(join(folder, markFile))) {
    throw new StartProblem(`${folder} holds something else than the local cloud's data; choose another folder with --data.`);
  }
  // Letters and answers of people lie in it: nobody else on this machine may look.
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const lock = join(folder, instanceFile);
  take(lock, folder);
  try {
    if (fresh) empty(folder);
    else if (!wasEmpty) checkFormat(folder);
    writeFileSync(join(folder, markFile), JSON.stringify({ format }));
  } catch (error) {
    rmSync(lock, { force: true });
    throw error;
  }
  return {
    // A start that failed before any part was there has left its mark alone.
    isNew: fresh || found.every((name) => name === markFile),
    part(name) {
      const path = join(folder, name);
      mkdirSync(path, { recursive: true });
      return path;
    },
    announce: (addresses) => writeFileSync(lock, JSON.stringify({ ...thisProcess(), ...addresses })),
    release: () => rmSync(lock, { force: true }),
  };
}

function take(lock: string, folder: string): void {
  for (const lastTry of [false, true]) {
    try {
      writeFileSync(lock, JSON.stringify(thisProcess()), { flag: 'wx' });
      return;
    } catch (cause) {
      const holder = readInstance(lock);
      if (lastTry || (holder && isAlive(holder))) throw new StartProblem(taken(folder, holder), { cause });
      rmSync(lock, { force: true });
    }
  }
}

function taken(folder: string, holder: Instance | undefined): string {
  const where = holder?.baseUrl ? ` at ${holder.baseUrl}` : '';
  return `Another instance already runs on ${folder}${where}${holder ? ` (process ${holder.pid})` : ''}; stop it, or choose another folder with --data.`;
}

function empty(folder: string): void {
  for (const name of readdirSync(folder)) if (name !== instanceFile) rmSync(join(folder, name), { recursive: true, force: true });
}

function checkFormat(folder: string): void {
  const kept = readMark(join(folder, markFile));
  if (kept === undefined)
    throw new StartProblem(`The data folder ${folder} is damaged: ${markFile} cannot be read. Start with --fresh to begin again.`);
  if (kept !== format) {
    throw new StartProblem(
      `The data folder ${folder} is of format ${kept}, and this version keeps format ${format}. Start with --fresh to begin again.`,
    );
  }
}

function readMark(path: string): unknown {
  try {
    const mark: unknown = JSON.parse(readFileSync(path, 'utf8'));
    return typeof mark === 'object' && mark !== null && 'format' in mark ? mark.format : undefined;
  } catch {
    return undefined;
  }
}
