/**
 * `npm run bench [name …]`: figures beside their baselines, measured side by side in this run. Ratios are what counts; milliseconds depend on
 * the machine. Exits with 1 where a target is missed.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startLocalCloud } from '../../packages/local-cloud/start/start-local-cloud.ts';
import { bundleSizes } from './bundle-sizes.ts';
import { capacityUnits } from './capacity-units.ts';
import { coldPages } from './cold-pages.ts';
import { coldStarts } from './cold-starts.ts';
import { longLists } from './long-lists.ts';
import { type Measurement, print } from './measurement.ts';
import { oneHotEvent } from './one-hot-event.ts';
import { startTime } from './start-time.ts';
import { warmOverhead } from './warm-overhead.ts';

const only = process.argv.slice(2).map((name) => name.toUpperCase());
const folder = await mkdtemp(join(tmpdir(), 'convener-bench-'));
const cloud = await startLocalCloud({ port: 0, dataFolder: join(folder, 'data'), sample: false });

const benches: Readonly<Record<string, () => Promise<readonly Measurement[]>>> = {
  R03: () => oneHotEvent(cloud),
  P01: () => coldStarts(cloud, folder),
  P02: () => bundleSizes(cloud, folder),
  P03: () => warmOverhead(cloud),
  P05: () => capacityUnits(cloud),
  P07: () => coldPages(cloud),
  P09: () => longLists(cloud, folder),
  P10: () => startTime(folder),
};

let missed = 0;
try {
  for (const [name, bench] of Object.entries(benches)) {
    if (only.length > 0 && !only.includes(name)) continue;
    const measurements = await bench();
    print(name, measurements);
    missed += measurements.filter((each) => each.held === false).length;
  }
} finally {
  await cloud.stop();
  await rm(folder, { recursive: true, force: true });
}
console.log(missed === 0 ? '\nEvery target is held.' : `\n${missed} targets are missed.`);
process.exitCode = missed === 0 ? 0 : 1;
