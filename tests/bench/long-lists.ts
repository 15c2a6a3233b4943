import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { DynamoDBClient, PutItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { siteOf } from '../../packages/local-cloud/sample/site.ts';
import type { LocalCloud } from '../../packages/local-cloud/start/start-local-cloud.ts';
import { type Deployed, deployedFunctions, environmentOf, requestFor } from './deployed-function.ts';
import { type Measurement, ms } from './measurement.ts';

const people = 5000;
const rounds = 40;
const target = 300;
const megabytes = 128;

/** P09: an event of 5,000 people in the console: its list, a search in it and its table, each beside the bare query of the same index. */
export async function longLists(cloud: LocalCloud, folder: string): Promise<readonly Measurement[]> {
  const eventId = await anEvent(cloud);
  const deployed = deployedFunctions(cloud).find(({ service, lambda }) => service.name === 'registration' && lambda === 'organise');
  if (!deployed) throw new Error('The stack has no list of registrations.');
  await fill(cloud, deployed, eventId);
  await calm(cloud);
  const token = (await (await fetch(`${cloud.baseUrl}/_local/token?role=organiser`)).text()).trim();
  const asked = requestsOf(deployed, eventId, token, cloud.baseUrl);
  Object.assign(process.env, environmentOf(deployed, cloud.gatewayUrl));
  const { handler } = await import(join(deployed.resource.codeFolder, 'index.mjs'));
  const client = new DynamoDBClient({});
  const bare = () => queryAll(client, deployed.resource.environment.TABLE_NAME ?? '', eventId);
  const measured: Measurement[] = [];
  for (const [what, event] of Object.entries(asked)) {
    const [ours, theirs] = await inTurn(async () => expectFound(await handler(event, { awsRequestId: 'bench' })), bare);
    measured.push({
      what,
      figure: `${ms(ours)} p95`,
      baseline: `the bare query of ${people} ${ms(theirs)} p95`,
      target: `≤ ${target} ms p95, or 1.15 × the bare query where that alone takes longer`,
      held: ours <= Math.max(target, theirs * 1.15),
    });
  }
  return [...measured, await memoryOf(deployed, asked.table, cloud, folder)];
}

async function anEvent(cloud: LocalCloud): Promise<string> {
  const site = siteOf(cloud);
  const day = (offset: number) => new Date(Date.now() + offset * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
  const created = await site.organise('/organise/events', {
    ...{ title: 'An event of many', slug: 'an-event-of-many', series: '', purpose: 'To measure.', description: 'To measure.' },
    ...{ date: day(28), startsAt: '10:00', endsAt: '12:00', mode: 'online', capacity: people, question: '' },
    ...{ opensOn: day(-7), opensAt: '09:00', closesOn: day(27), closesAt: '17:00', joiningLink: '', joiningInstructions: '' },
  });
  const eventId = String(created.eventId);
  await site.organise(`/organise/events/${eventId}/publish`, {});
  const list = `/organise/events/${eventId}/registrations`;
  await site.until('registration to know the event', () =>
    site.organise(list).then(
      () => true,
      () => false,
    ),
  );
  return eventId;
}

/** What so many writes set off (streams, publishers) is over before anything is measured. */
async function calm({ journal }: LocalCloud): Promise<void> {
  let last = Date.now();
  journal.subscribe((happening) => {
    if (happening.kind === 'invocation') last = Date.now();
  });
  for (let waited = 0; waited < 300 && Date.now() - last < 3000; waited += 1) await new Promise((resolve) => setTimeout(resolve, 1000));
}

/** By the hand of a function that may write: nine in ten have a place, the others wait or have cancelled. */
async function fill(cloud: LocalCloud, deployed: Deployed, eventId: string): Promise<void> {
  const { AWS_ACCESS_KEY_ID: accessKeyId = '', AWS_SECRET_ACCESS_KEY: secretAccessKey = '' } = environmentOf(deployed, cloud.gatewayUrl);
  const client = new DynamoDBClient({ endpoint: cloud.gatewayUrl, region: 'eu-west-2', credentials: { accessKeyId, secretAccessKey } });
  const TableName = deployed.resource.environment.TABLE_NAME ?? '';
  for (let from = 0; from < people; from += 50) {
    const batch = Array.from({ length: Math.min(50, people - from) }, (_, at) => marshall(personOf(eventId, from + at)));
    await Promise.all(batch.map((Item) => client.send(new PutItemCommand({ TableName, Item }))));
  }
}

function personOf(eventId: string, number: number): object {
  const registrationId = `reg_bench${String(number).padStart(19, '0')}`;
  const registeredAt = new Date(Date.now() - (people - number) * 3 * 60 * 1000).toISOString();
  const state = standing(number, registrationId, registeredAt);
  return {
    ...{ pk: `REG#${registrationId}`, sk: 'REG', version: 1, envelopes: [], registrationId, eventId, registeredAt, state, linkVersion: 1 },
    email: `person-${number}@example.org`,
    details: {
      ...{ name: `Sample Person ${(number * 7919) % people}`, organisation: `Example Organisation ${number % 90}` },
      ...{ comingAs: 'somebody with lived experience', wantsReport: number % 3 > 0, format: 'html' },
    },
    letters: { since: registeredAt, count: 1 },
    listing: `EVENT#${eventId}`,
    listingOrder: `${state.kind}#${registeredAt}#${registrationId}`,
  };
}

function standing(number: number, registrationId: string, at: string) {
  if (number % 20 === 0) return { kind: 'waitlisted', waitingKey: `${at}#${registrationId}` };
  return number % 20 === 1 ? { kind: 'cancelled', by: 'attendee', at } : { kind: 'confirmed', at };
}

function requestsOf({ resource }: Deployed, eventId: string, token: string, origin: string) {
  const get = (path: string) => {
    const request = requestFor(path, resource.environment.ORIGIN_SECRET ?? '', { eventId });
    return { ...request, headers: { ...request.headers, authorization: `Bearer ${token}` } };
  };
  const list = get('/organise/events/{eventId}/registrations');
  const search = {
    ...list,
    routeKey: 'POST /organise/events/{eventId}/registrations',
    headers: { ...list.headers, origin, 'content-type': 'application/x-www-form-urlencoded' },
    requestContext: { ...list.requestContext, http: { ...list.requestContext.http, method: 'POST' } },
    body: new URLSearchParams({ text: 'person 49' }).toString(),
  };
  return { list, search, table: get('/organise/events/{eventId}/registrations.csv') };
}

function expectFound({ statusCode, body }: { readonly statusCode: number; readonly body?: string }): void {
  if (statusCode !== 200 || !body?.includes('Sample Person')) throw new Error(`A list answered ${statusCode}: ${body?.slice(0, 300)}`);
}

/** What anybody who wants all of them has to wait for. */
async function queryAll(client: DynamoDBClient, TableName: string, eventId: string): Promise<void> {
  let start: Record<string, never> | undefined;
  let count = 0;
  do {
    const page = await client.send(
      new QueryCommand({
        ...{ TableName, IndexName: 'by-event', KeyConditionExpression: 'listing = :event' },
        ExpressionAttributeValues: { ':event': { S: `EVENT#${eventId}` } },
        ...(start ? { ExclusiveStartKey: start } : {}),
      }),
    );
    count += page.Count ?? 0;
    start = page.LastEvaluatedKey as Record<string, never> | undefined;
  } while (start);
  if (count !== people) throw new Error(`The index holds ${count} of ${people}.`);
}

/** The 95th of both, taken in turn so that whatever else the machine does falls on both. */
async function inTurn(first: () => Promise<void>, second: () => Promise<void>): Promise<readonly [number, number]> {
  const [a, b]: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds + 5; round += 1) {
    const start = performance.now();
    await first();
    const middle = performance.now();
    await second();
    const end = performance.now();
    if (round < 5) continue;
    a.push(middle - start);
    b.push(end - middle);
  }
  return [slowest(a), slowest(b)];
}

function slowest(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length * 0.95)] ?? Number.NaN;
}

/** In a process of its own, which says how much memory it ever had: once as it answers nothing, once after ten tables. */
const weighing = `
import { readFileSync } from 'node:fs';
const [bundle, event, times] = process.argv.slice(2);
const { handler } = await import(bundle);
for (let time = 0; time < Number(times); time += 1) {
  const answer = await handler(JSON.parse(event), { awsRequestId: 'bench' });
  if (answer.statusCode !== 200) throw new Error('The table answered ' + answer.statusCode);
}
// Not resourceUsage: what the process that started this one ever had counts there too.
const [, highest] = /VmHWM:\\s+(\\d+)/.exec(readFileSync('/proc/self/status', 'utf8')) ?? [];
process.stdout.write('\\n@' + Number(highest) / 1024 + '@');
process.exit(0);
`;

async function memoryOf(deployed: Deployed, event: unknown, cloud: LocalCloud, folder: string): Promise<Measurement> {
  const script = join(folder, 'weighing.mjs');
  await writeFile(script, weighing);
  const environment = environmentOf(deployed, cloud.gatewayUrl);
  const bundle = join(deployed.resource.codeFolder, 'index.mjs');
  const weigh = async (times: number) => {
    // As Lambda does: the heap is told how much there is.
    const options = [
      `--max-old-space-size=${megabytes / 2}`,
      `--max-semi-space-size=${megabytes / 16}`,
      script,
      bundle,
      JSON.stringify(event),
      String(times),
    ];
    const { stdout } = await promisify(execFile)(process.execPath, options, { env: environment, maxBuffer: 64 * 1024 * 1024 });
    return Number(/@([\d.]+)@/.exec(stdout)?.[1]);
  };
  const [idle, busy] = [await weigh(0), await weigh(10)];
  return {
    what: 'memory of ten tables',
    figure: `${busy.toFixed(0)} MB at most`,
    baseline: `${idle.toFixed(0)} MB before the first`,
    target: `≤ ${megabytes} MB`,
    held: busy <= megabytes,
  };
}
