import { join } from 'node:path';
import { DynamoDBClient, GetItemCommand, QueryCommand, TransactWriteItemsCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { exampleEventFacts } from '@convener/contracts';
import type { LocalCloud } from '../../packages/local-cloud/start/local-cloud.ts';
import { eventStore } from '../../services/registration/store/event-store.ts';
import { deployedFunctions, environmentOf, requestFor } from './deployed-function.ts';
import { type Measurement, median } from './measurement.ts';

const width = 64;
const block = 320;
const rounds = 5;
const day = 24 * 60 * 60 * 1000;

/**
 * R03: registrations accepted for one event through the whole deployed handler, against the very calls of the database that it makes, sent by
 * the bare SDK at the same concurrency. Blocks of both take turns, so that whatever else the machine does falls on both.
 */
export async function oneHotEvent(cloud: LocalCloud): Promise<readonly Measurement[]> {
  const deployed = deployedFunctions(cloud).find(({ service, lambda }) => service.name === 'registration' && lambda === 'public');
  if (!deployed) throw new Error('The stack has no registration.');
  Object.assign(process.env, environmentOf(deployed, cloud.gatewayUrl));
  const client = new DynamoDBClient({});
  const table = String(deployed.resource.environment.TABLE_NAME);
  const [slug, bare] = ['hot-event', 'hot-event-bare'];
  for (const name of [slug, bare]) await openEvent(client, table, name);
  const { handler } = await import(`${join(deployed.resource.codeFolder, 'index.mjs')}?bench=${Date.now()}`);
  const secret = deployed.resource.environment.ORIGIN_SECRET ?? '';

  let number = 0;
  const register = async () => {
    number += 1;
    const answer: { readonly statusCode: number; readonly body?: string } = await handler(postOf(secret, slug, number, cloud.baseUrl), {
      awsRequestId: 'bench',
    });
    if (answer.statusCode !== 202) throw new Error(`Registering answered ${answer.statusCode}: ${answer.body?.slice(0, 300)}`);
  };
  const raw = async () => {
    number += 1;
    await sameCalls(client, table, bare, number);
  };
  await both(register, raw, width);
  const [ours, theirs]: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round += 1) {
    ours.push(await rateOf(register));
    theirs.push(await rateOf(raw));
  }
  const [whole, calls] = [median(ours), median(theirs)];
  return [
    {
      what: `registrations for one event, ${width} at once`,
      figure: `${Math.round(whole * 60).toLocaleString('en-GB')} a minute, ${Math.round((whole / calls) * 100)} %`,
      baseline: `its calls by the SDK alone ${Math.round(calls * 60).toLocaleString('en-GB')} a minute`,
      target: '≥ 80 %, ≥ 3,000 a minute',
      held: whole / calls >= 0.8 && whole * 60 >= 3000,
    },
  ];
}

/** A second's worth, of a block at this width. */
async function rateOf(one: () => Promise<void>): Promise<number> {
  const started = performance.now();
  let left = block;
  const worker = async () => {
    while (left > 0) {
      left -= 1;
      await one();
    }
  };
  await Promise.all(Array.from({ length: width }, worker));
  return (block / (performance.now() - started)) * 1000;
}

async function both(first: () => Promise<void>, second: () => Promise<void>, times: number): Promise<void> {
  for (let time = 0; time < times; time += 1) {
    await first();
    await second();
  }
}

async function openEvent(client: DynamoDBClient, name: string, slug: string): Promise<void> {
  const at = (days: number) => new Date(Date.now() + days * day).toISOString();
  const facts = {
    ...exampleEventFacts,
    eventId: `evt_${slug}`,
    slug,
    capacity: 1_000_000,
    startsAt: at(30),
    endsAt: at(30.1),
    registrationOpensAt: at(-1),
    registrationClosesAt: at(29),
  };
  await eventStore({ name, client }).keepFacts(facts, 1, at(0));
}

function postOf(secret: string, slug: string, number: number, origin: string): object {
  const path = '/events/{slug}/register';
  const get = requestFor(path, secret, { slug });
  const viewer = `10.${(number >> 16) & 255}.${(number >> 8) & 255}.${number & 255}`;
  return {
    ...get,
    routeKey: `POST ${path}`,
    headers: { ...get.headers, accept: 'application/json', 'content-type': 'application/json', origin, 'x-viewer-ip': viewer },
    requestContext: { ...get.requestContext, http: { ...get.requestContext.http, method: 'POST' } },
    body: JSON.stringify({ email: `bench-${number}@example.org`, name: 'Sample Bench', wantsReport: true }),
  };
}

/** What registering reads and writes, with nothing in between: the event, the counts of the sender's network, the person, the transaction. */
async function sameCalls(client: DynamoDBClient, TableName: string, slug: string, number: number): Promise<void> {
  const pk = { S: `EVENT#evt_${slug}` };
  const registration = { pk: { S: `REG#bare_${number}` }, sk: { S: 'REG' } };
  const start = { S: '2026-01-01T00:00:00.000Z' };
  const viewer = { pk: { S: `VIEWER#bare_${number}` }, sk: start };
  const ofEvent = { pk: { S: `VIEWER#bare_of-event_${number}` }, sk: start };
  await client.send(
    new QueryCommand({
      TableName,
      KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
      ExpressionAttributeValues: { ':pk': pk, ':from': { S: 'EVENT' }, ':to': { S: 'QUESTIONS' } },
    }),
  );
  await Promise.all([viewer, ofEvent].flatMap((key) => counting(client, TableName, key)));
  await client.send(new GetItemCommand({ TableName, Key: registration }));
  const filler = { S: 'x'.repeat(700) };
  const listing = { listing: pk, listingOrder: { S: `pending#${number}` }, due: { S: 'PENDING' }, dueAt: { S: `2026#${number}` } };
  await client.send(
    new TransactWriteItemsCommand({
      TransactItems: [
        { Put: { TableName, Item: { ...registration, ...listing, details: filler }, ConditionExpression: 'attribute_not_exists(pk)' } },
        {
          Update: {
            TableName,
            Key: { pk, sk: { S: 'PLACES' } },
            UpdateExpression: 'SET taken = taken + :one',
            ConditionExpression: 'taken < #capacity',
            ExpressionAttributeNames: { '#capacity': 'capacity' },
            ExpressionAttributeValues: { ':one': { N: '1' } },
          },
        },
      ],
    }),
  );
}

/** One more in this window, and how many there were in the one before. */
function counting(client: DynamoDBClient, TableName: string, key: { readonly pk: { S: string }; readonly sk: { S: string } }) {
  return [
    client.send(
      new UpdateItemCommand({
        TableName,
        Key: key,
        UpdateExpression: 'ADD #count :one',
        ExpressionAttributeNames: { '#count': 'count' },
        ExpressionAttributeValues: { ':one': { N: '1' } },
        ReturnValues: 'UPDATED_NEW',
      }),
    ),
    client.send(new GetItemCommand({ TableName, Key: { ...key, sk: { S: '2025-12-31T23:50:00.000Z' } } })),
  ];
}
