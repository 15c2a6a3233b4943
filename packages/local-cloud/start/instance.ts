import { readFileSync } from 'node:fs';

/** A running local cloud, as it describes itself in its data folder. */
export interface Instance {
  readonly pid: number;
  /** When the process began, in the kernel's ticks: a later process may get the same number. */
  readonly began: string;
  readonly baseUrl?: string;
  readonly gatewayUrl?: string;
}

export function thisProcess(): Instance {
  return { pid: process.pid, began: beginningOf(process.pid) ?? '' };
}

export function readInstance(file: string): Instance | undefined {
  try {
    const read: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return isInstance(read) ? read : undefined;
  } catch {
    return undefined;
  }
}

export function isAlive(instance: Instance): boolean {
  return beginningOf(instance.pid) === instance.began;
}

/** Field 22 of /proc/<pid>/stat; the name in field 2 may hold spaces and brackets. */
function beginningOf(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
  } catch {
    return undefined;
  }
}

function isInstance(value: unknown): value is Instance {
  return typeof value === 'object' && value !== null && 'pid' in value && typeof value.pid === 'number' && 'began' in value;
}
