import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import type { LocalCloud } from '../../packages/local-cloud/start/local-cloud.ts';
import { deployedFunctions, environmentOf, firstEvent } from './deployed-function.ts';
import { type Measurement, median, ms } from './measurement.ts';

const run = promisify(execFile);
const rounds = 9;

/** In a fresh process: how long from before the import to the first reply. */
const stopwatch = `
const [bundle, event] = process.argv.slice(2);
const began = performance.now();
const { handler } = await import(bundle);
await handler(JSON.parse(event), { getRemainingTimeInMillis: () => 30000, awsRequestId: 'bench', functionName: 'bench', invokedFunctionArn: 'bench', memoryLimitInMB: '256' }).then((answer) => {
  if (answer?.statusCode === 403 || answer?.statusCode >= 500) throw new Error('The first reply was ' + answer.statusCode);
});
process.stdout.write('\\n@' + (performance.now() - began) + '@');
process.exit(0);
`;

/** What P01 compares with: a handler that makes one client and reads one item, bundled with esbuild and nothing of ours. */
const bareHandler = `
import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
const client = new DynamoDBClient({});
export const handler = async () => {
  const answer = await client.send(new GetItemCommand({ TableName: process.env.TABLE_NAME, Key: { pk: { S: 'bench' }, sk: { S: 'bench' } } }));
  return { statusCode: 200, body: JSON.stringify(answer.Item ?? {}) };
};
`;

/** P01: import and first reply of each deployed bundle in fresh processes, each in turn with the bare handler. */
export async function coldStarts(cloud: LocalCloud, folder: string): Promise<readonly Measurement[]> {
  const script = join(folder, 'stopwatch.mjs');
  await writeFile(script, stopwatch);
  const bare = await bundleBare(folder);
  const functions = deployedFunctions(cloud);
  const time = async (bundle: string, event: unknown, environment: Record<string, string>): Promise<number> => {
    const { stdout } = await run(process.execPath, [script, bundle, JSON.stringify(event)], { env: environment });
    return Number(/@([\d.]+)@/.exec(stdout)?.[1]);
  };
  const first = functions.find(({ definition }) => definition.grants.some((grant) => grant.to === 'table'));
  if (!first) return [];
  const bareEnvironment = environmentOf(first, cloud.gatewayUrl);
  const events: unknown[] = [];
  for (const each of functions) events.push(await firstEvent(each, cloud));
  const taken = functions.map(() => ({ bare: [] as number[], ours: [] as number[] }));
  for (let round = 0; round < rounds; round += 1) {
    for (const [position, each] of functions.entries()) {
      // Right before each: whatever else the machine does just then falls on both.
      taken[position]?.bare.push(await time(bare, {}, bareEnvironment));
      const took = await time(join(each.resource.codeFolder, 'index.mjs'), events[position], environmentOf(each, cloud.gatewayUrl));
      taken[position]?.ours.push(took);
    }
  }
  return functions.map(({ resource, definition }, position) => {
    const [baseline, figure] = [median(taken[position]?.bare ?? []), median(taken[position]?.ours ?? [])];
    const needsNoSdk = definition.grants.length === 0 && (definition.kind === 'http' || definition.kind === 'call');
    const limit = needsNoSdk ? 0.5 : 1.15;
    return {
      what: resource.name,
      figure: `${(figure / baseline).toFixed(2)} × (${ms(figure)})`,
      baseline: `bare client-dynamodb handler ${ms(baseline)}`,
      target: `≤ ${limit} ×`,
      held: figure / baseline <= limit,
    };
  });
}

/** Bundles it into this folder; resolves with the file. */
export async function bundleBare(folder: string): Promise<string> {
  const out = join(folder, 'bare', 'index.mjs');
  await mkdir(join(folder, 'bare'), { recursive: true });
  await build({
    stdin: { contents: bareHandler, resolveDir: import.meta.dirname },
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    mainFields: ['module', 'main'],
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
    outfile: out,
    logLevel: 'error',
  });
  return out;
}
