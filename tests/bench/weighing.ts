import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { LocalCloud } from '../../packages/local-cloud/start/local-cloud.ts';
import { type Deployed, environmentOf } from './deployed-function.ts';
import type { Measurement } from './measurement.ts';

const megabytes = 128;
const tables = 5;
/** What a function may answer with at most; base64 is a third more than what it carries. */
const largestAnswer = 6 * 1024 * 1024;

/** In a process of its own, which says how much memory it ever had and how long its answer was. */
const script = `
import { readFileSync } from 'node:fs';
const [bundle, event, times] = process.argv.slice(2);
const { handler } = await import(bundle);
let length = 0;
for (let time = 0; time < Number(times); time += 1) {
  const answer = await handler(JSON.parse(event), { awsRequestId: 'bench' });
  if (answer.statusCode !== 200) throw new Error('The table answered ' + answer.statusCode);
  length = JSON.stringify(answer).length;
}
// Not resourceUsage: what the process that started this one ever had counts there too.
const [, highest] = /VmHWM:\\s+(\\d+)/.exec(readFileSync('/proc/self/status', 'utf8')) ?? [];
process.stdout.write('\\n@' + Number(highest) / 1024 + ' ' + length + '@');
process.exit(0);
`;

/** What tables to take away need of memory, in a process whose heap is told how much there is, as Lambda does. */
export async function memoryOf(what: string, deployed: Deployed, event: unknown, cloud: LocalCloud, folder: string): Promise<Measurement> {
  const file = join(folder, 'weighing.mjs');
  await writeFile(file, script);
  const environment = environmentOf(deployed, cloud.gatewayUrl);
  const bundle = join(deployed.resource.codeFolder, 'index.mjs');
  const weigh = async (times: number) => {
    const heap = [`--max-old-space-size=${megabytes / 2}`, `--max-semi-space-size=${megabytes / 32}`];
    const words = [...heap, file, bundle, JSON.stringify(event), String(times)];
    const { stdout } = await promisify(execFile)(process.execPath, words, { env: environment, maxBuffer: 64 * 1024 * 1024 });
    const [, memory = 0, length = 0] = /@([\d.]+) (\d+)@/.exec(stdout)?.map(Number) ?? [];
    return { memory, length };
  };
  const [idle, busy] = [await weigh(0), await weigh(tables)];
  return {
    what: `memory of ${tables} ${what}`,
    figure: `${busy.memory.toFixed(0)} MB at most, an answer of ${(busy.length / 1024).toFixed(0)} KB`,
    baseline: `${idle.memory.toFixed(0)} MB before the first`,
    target: `≤ ${megabytes} MB, ≤ 6 MB`,
    held: busy.memory <= megabytes && busy.length <= largestAnswer,
  };
}
