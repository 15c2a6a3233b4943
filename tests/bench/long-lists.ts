import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { LocalCloud } from '../../packages/local-cloud/start/local-cloud.ts';
import { type Deployed, environmentOf, requestFor } from './deployed-function.ts';
import { anEvent, bareQuery, calm, fill, organiseOf, personOf, reflectionOf } from './filling.ts';
import { type Measurement, ms } from './measurement.ts';
import { memoryOf } from './weighing.ts';

const people = 5000;
const said = 10_000;
const rounds = 20;
const target = 300;
/** A page is drawn after its query; where the machine is so busy that the query alone takes longer than two thirds of the target, by this much. */
const aboveTheQuery = 1.5;

/**
 * P09: an event of 5,000 people and 10,000 reflections in the console: the list, a search in it, its table, and the page where themes are
 * made, each in turn with the bare query of the index that it reads.
 */
export async function longLists(cloud: LocalCloud, folder: string): Promise<readonly Measurement[]> {
  const eventId = await anEvent(cloud, people);
  const [registration, reflections] = [organiseOf(cloud, 'registration'), organiseOf(cloud, 'reflections')];
  await fill(cloud, registration, people, (number) => personOf(eventId, number, people));
  await fill(cloud, reflections, said, (number) => reflectionOf(eventId, number));
  await calm(cloud);
  const token = (await (await fetch(`${cloud.baseUrl}/_local/token?role=organiser`)).text()).trim();
  const asked = requestsOf(eventId, token, cloud.baseUrl, [registration, reflections]);
  const { list, search, table, theming, everything } = asked;
  const measured = [
    ...(await timed(cloud, registration, { index: 'roster', eventId, count: people }, { list, search, table })),
    ...(await timed(cloud, reflections, { index: 'places', eventId, count: said }, { theming })),
  ];
  const weighed = [
    await memoryOf(`tables of ${people}`, registration, table, cloud, folder),
    await memoryOf(`tables of ${said} reflections`, reflections, everything, cloud, folder),
  ];
  return [...measured, ...weighed];
}

interface Indexed {
  readonly index: string;
  readonly eventId: string;
  readonly count: number;
}

async function timed(
  cloud: LocalCloud,
  deployed: Deployed,
  { index, eventId, count }: Indexed,
  asked: Readonly<Record<string, object>>,
): Promise<readonly Measurement[]> {
  Object.assign(process.env, environmentOf(deployed, cloud.gatewayUrl));
  const { handler } = await import(join(deployed.resource.codeFolder, 'index.mjs'));
  const client = new DynamoDBClient({});
  const bare = () => bareQuery(client, deployed.resource.environment.TABLE_NAME ?? '', index, eventId, count);
  const { pages, units } = await bare();
  const measured: Measurement[] = [];
  for (const [what, event] of Object.entries(asked)) {
    const [ours, theirs] = await inTurn(async () => expectFound(await handler(event, { awsRequestId: 'bench' })), bare);
    measured.push({
      what,
      figure: `${ms(ours)} p95, ${(ours / theirs).toFixed(2)} ×`,
      baseline: `the bare query of ${count} ${ms(theirs)} p95 (${pages} pages, ${units} units)`,
      target: `≤ ${target} ms p95, or ${aboveTheQuery} × the query`,
      held: ours <= Math.max(target, theirs * aboveTheQuery),
    });
  }
  return measured;
}

function requestsOf(eventId: string, token: string, origin: string, [registration, reflections]: readonly [Deployed, Deployed]) {
  const get = ({ resource }: Deployed, path: string) => {
    const request = requestFor(path, resource.environment.ORIGIN_SECRET ?? '', { eventId });
    // As a browser asks: what is long goes out compressed.
    return { ...request, headers: { ...request.headers, authorization: `Bearer ${token}`, 'accept-encoding': 'gzip' } };
  };
  const list = get(registration, '/organise/events/{eventId}/registrations');
  const search = {
    ...list,
    routeKey: 'POST /organise/events/{eventId}/registrations',
    headers: { ...list.headers, origin, 'content-type': 'application/x-www-form-urlencoded' },
    requestContext: { ...list.requestContext, http: { ...list.requestContext.http, method: 'POST' } },
    body: new URLSearchParams({ text: 'person 49' }).toString(),
  };
  return {
    ...{ list, search, table: get(registration, '/organise/events/{eventId}/registrations.csv') },
    theming: get(reflections, '/organise/events/{eventId}/themes'),
    everything: get(reflections, '/organise/events/{eventId}/reflections.csv'),
  };
}

/** Compressed, nobody who was listed weighs nothing. */
function expectFound({ statusCode, body }: { readonly statusCode: number; readonly body?: string }): void {
  if (statusCode !== 200 || (body?.length ?? 0) < 3000) throw new Error(`A list answered ${statusCode}: ${body?.slice(0, 300)}`);
}

/** The 95th of both, taken in turn so that whatever else the machine does falls on both. */
async function inTurn(first: () => Promise<unknown>, second: () => Promise<unknown>): Promise<readonly [number, number]> {
  const [a, b]: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds + 3; round += 1) {
    const start = performance.now();
    await first();
    const middle = performance.now();
    await second();
    const end = performance.now();
    if (round < 3) continue;
    a.push(middle - start);
    b.push(end - middle);
  }
  return [slowest(a), slowest(b)];
}

function slowest(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.ceil(values.length * 0.95) - 1] ?? Number.NaN;
}
