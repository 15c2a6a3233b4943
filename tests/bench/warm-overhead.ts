import { join } from 'node:path';
import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import { defineService } from '@convener/contracts';
import { answer, openFunction } from '@convener/http';
import type { LocalCloud } from '../../packages/local-cloud/start/local-cloud.ts';
import { deployedFunctions, environmentOf, requestFor } from './deployed-function.ts';
import { type Measurement, median, ms } from './measurement.ts';

const rounds = 1500;

/** P03: what the house adds to a warm request: its middleware alone, and a whole page beyond the database calls that it makes. */
export async function warmOverhead(cloud: LocalCloud): Promise<readonly Measurement[]> {
  return [await middlewareAlone(cloud), await wholeHandler(cloud)];
}

const nothing = defineService({
  name: 'events',
  owns: 'Nothing: it answers at once.',
  tables: {},
  lambdas: { bench: { kind: 'http', purpose: 'Answers at once.', grants: [] } },
  routes: [{ method: 'GET', path: '/bench', lambda: 'bench', handler: 'show', audience: 'public', summary: 'Answers at once.' }],
  emits: [],
});

async function middlewareAlone(cloud: LocalCloud): Promise<Measurement> {
  const [some] = deployedFunctions(cloud);
  const environment = some ? environmentOf(some, cloud.gatewayUrl) : {};
  const handler = openFunction({
    service: nothing,
    lambda: 'bench',
    handlers: { show: async () => answer(() => '<p>here</p>', {}) },
    dependencies: () => ({}),
    environment,
  });
  const event = JSON.parse(JSON.stringify(requestFor('/bench', environment.ORIGIN_SECRET ?? '')));
  const bare = async () => ({ statusCode: 200, body: '<p>here</p>' });
  const [ours, theirs] = await inTurn(() => call(handler, event), bare);
  return {
    what: 'middleware',
    figure: `${((ours - theirs) * 1000).toFixed(0)} µs p50`,
    baseline: `a bare function ${ms(theirs)}`,
    target: '≤ 50 µs p50',
    held: ours - theirs <= 0.05,
  };
}

/** The event page of an event that is not there reads one item; the same read is timed in turn with it. */
async function wholeHandler(cloud: LocalCloud): Promise<Measurement> {
  const page = deployedFunctions(cloud).find(({ service, lambda }) => service.name === 'events' && lambda === 'public');
  if (!page) throw new Error('The stack has no page of an event.');
  Object.assign(process.env, environmentOf(page, cloud.gatewayUrl));
  const { handler } = await import(join(page.resource.codeFolder, 'index.mjs'));
  const event = requestFor('/events/{slug}', page.resource.environment.ORIGIN_SECRET ?? '');
  const client = new DynamoDBClient({});
  const read = () =>
    client.send(
      new GetItemCommand({
        TableName: page.resource.environment.TABLE_NAME,
        ConsistentRead: true,
        Key: { pk: { S: 'SLUG#bench' }, sk: { S: 'SLUG' } },
      }),
    );
  const [whole, database] = await inTurn(() => call(handler, event), read);
  return {
    what: 'event page (not there)',
    figure: `${ms(whole - database)} p50 beyond its read`,
    baseline: `the same read by the SDK ${ms(database)}`,
    target: '≤ 0.5 ms p50',
    held: whole - database <= 0.5,
  };
}

function call(handler: (event: never, context: never) => unknown, event: unknown): unknown {
  const context = { getRemainingTimeInMillis: () => 30_000, awsRequestId: 'bench' };
  // The bundle is loaded at run time, so the compiler knows nothing of what its handler takes.
  return handler(event as never, context as never);
}

/** Medians of both, taken in turn so that whatever else the machine does falls on both. */
async function inTurn(first: () => unknown, second: () => unknown): Promise<readonly [number, number]> {
  const [a, b]: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds + 200; round += 1) {
    const start = performance.now();
    await first();
    const middle = performance.now();
    await second();
    const end = performance.now();
    if (round < 200) continue;
    a.push(middle - start);
    b.push(end - middle);
  }
  return [median(a), median(b)];
}
