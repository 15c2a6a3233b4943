import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { LocalCloud } from './local-cloud.ts';

const file = join(import.meta.dirname, '../sample/load-sample.ts');

/** Loads the sample event, where this repository has one. A sample that fails to load is said, and stops nothing. */
export async function loadSample(cloud: LocalCloud, log: (line: string) => void): Promise<void> {
  if (!existsSync(file)) return;
  log('Loading the sample event …');
  try {
    const sample: unknown = await import(pathToFileURL(file).href);
    if (!isSample(sample)) throw new Error('load-sample.ts exports no function loadSample');
    await sample.loadSample(cloud);
  } catch (error) {
    log(
      `The sample event is not there, or not whole; --fresh tries again. ${error instanceof Error ? (error.stack ?? error.message) : error}`,
    );
  }
}

function isSample(value: unknown): value is { loadSample(cloud: LocalCloud): Promise<void> } {
  return typeof value === 'object' && value !== null && 'loadSample' in value && typeof value.loadSample === 'function';
}
