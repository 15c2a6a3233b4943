import { BatchWriteItemCommand, DynamoDBClient, QueryCommand } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { siteOf } from '../../packages/local-cloud/sample/site.ts';
import type { LocalCloud } from '../../packages/local-cloud/start/local-cloud.ts';
import { reflectionAttributes } from '../../services/reflections/store/reflection-item.ts';
import { attributesOf } from '../../services/registration/store/registration-item.ts';
import { type Deployed, deployedFunctions } from './deployed-function.ts';

/** An event of many, published; resolves once the services that list its people and what they said know it. */
export async function anEvent(cloud: LocalCloud, capacity: number): Promise<string> {
  const site = siteOf(cloud);
  const day = (offset: number) => new Date(Date.now() + offset * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
  const created = await site.organise('/organise/events', {
    ...{ title: 'An event of many', slug: 'an-event-of-many', series: '', purpose: 'To measure.', description: 'To measure.' },
    ...{ date: day(28), startsAt: '10:00', endsAt: '12:00', mode: 'online', capacity, question: '' },
    ...{ opensOn: day(-7), opensAt: '09:00', closesOn: day(27), closesAt: '17:00', joiningLink: '', joiningInstructions: '' },
  });
  const eventId = String(created.eventId);
  await site.organise(`/organise/events/${eventId}/publish`, {});
  for (const page of ['registrations', 'themes']) {
    await site.until(`${page} to know the event`, () =>
      site.organise(`/organise/events/${eventId}/${page}`).then(
        () => true,
        () => false,
      ),
    );
  }
  return eventId;
}

/** The function that shows organisers what this service has. */
export function organiseOf(cloud: LocalCloud, name: string): Deployed {
  const deployed = deployedFunctions(cloud).find(({ service, lambda }) => service.name === name && lambda === 'organise');
  if (!deployed) throw new Error(`The stack has nothing of ${name} for organisers.`);
  return deployed;
}

/** Straight into the engine, many at once: it is not the writing that is measured. */
export async function fill(cloud: LocalCloud, deployed: Deployed, count: number, itemOf: (number: number) => object): Promise<void> {
  const credentials = { accessKeyId: deployed.resource.name, secretAccessKey: 'local' };
  const client = new DynamoDBClient({ endpoint: cloud.dataPlane.engineEndpoint, region: 'eu-west-2', credentials });
  const TableName = deployed.resource.environment.TABLE_NAME ?? '';
  const requests = Array.from({ length: count }, (_, number) => ({
    PutRequest: { Item: marshall(itemOf(number), { removeUndefinedValues: true }) },
  }));
  for (let from = 0; from < count; from += 250) {
    const batches = Array.from({ length: 10 }, (_, at) => requests.slice(from + at * 25, from + at * 25 + 25)).filter(
      (batch) => batch.length > 0,
    );
    await Promise.all(batches.map((batch) => client.send(new BatchWriteItemCommand({ RequestItems: { [TableName]: batch } }))));
  }
}

/** What so many writes set off (streams, publishers) is over before anything is measured. */
export async function calm({ journal }: LocalCloud): Promise<void> {
  let last = Date.now();
  journal.subscribe((happening) => {
    if (happening.kind === 'invocation') last = Date.now();
  });
  for (let waited = 0; waited < 300 && Date.now() - last < 2000; waited += 1) await new Promise((resolve) => setTimeout(resolve, 500));
}

/** Nine in ten have a place, the others wait or have cancelled. */
export function personOf(eventId: string, number: number, people: number): object {
  const registrationId = `reg_bench${String(number).padStart(19, '0')}`;
  const registeredAt = new Date(Date.now() - (people - number) * 3 * 60 * 1000).toISOString();
  return {
    ...{ pk: `REG#${registrationId}`, sk: 'REG', version: 1, envelopes: [] },
    ...attributesOf({
      ...{ registrationId, eventId, registeredAt, state: standing(number, registrationId, registeredAt), linkVersion: 1 },
      email: `person-${number}@example.org`,
      details: {
        ...{ name: `Sample Person ${(number * 7919) % people}`, organisation: `Example Organisation ${number % 90}` },
        ...{ comingAs: 'somebody with lived experience', wantsReport: number % 3 > 0, format: 'html' },
      },
      letters: { since: registeredAt, count: 1 },
    }),
  };
}

function standing(number: number, registrationId: string, at: string) {
  if (number % 20 === 0) return { kind: 'waitlisted', waitingKey: `${at}#${registrationId}` } as const;
  return number % 20 === 1 ? ({ kind: 'cancelled', by: 'attendee', at } as const) : ({ kind: 'confirmed', at } as const);
}

/** Two sentences each, from forty rooms; two in three have a theme. */
export function reflectionOf(eventId: string, number: number): object {
  const roomId = `rm${1 + (number % 40)}`;
  const id = `ref_${roomId}_${String((number * 7919) % 1_000_000).padStart(22, '0')}`;
  const words = `What people say is about two sentences long, as number ${number} is. Here is the other one of the two.`;
  const themeIds = number % 3 > 0 ? [`thm_${String(number % 12).padStart(22, '0')}`] : [];
  return {
    ...{ pk: `EVENT#${eventId}`, sk: `REF#${id}`, version: 1, envelopes: [] },
    ...reflectionAttributes({
      ...{ id, eventId, roomId, source: 'form', day: new Date().toISOString().slice(0, 10), linkVersion: 1 },
      standing: { kind: 'open', themeIds, words, consent: { kind: 'paraphrase' } },
    }),
  };
}

export interface Cost {
  readonly pages: number;
  readonly units: number;
}

/** What anybody who wants all of them has to wait for: DynamoDB gives a megabyte at a time, one after the other. */
export async function bareQuery(
  client: DynamoDBClient,
  TableName: string,
  IndexName: string,
  eventId: string,
  count: number,
): Promise<Cost> {
  let start: Record<string, never> | undefined;
  let found = 0;
  let [pages, units] = [0, 0];
  do {
    const page = await client.send(
      new QueryCommand({
        ...{ TableName, IndexName, KeyConditionExpression: 'listing = :event', ReturnConsumedCapacity: 'TOTAL' },
        ExpressionAttributeValues: { ':event': { S: `EVENT#${eventId}` } },
        ...(start ? { ExclusiveStartKey: start } : {}),
      }),
    );
    found += page.Count ?? 0;
    pages += 1;
    units += page.ConsumedCapacity?.CapacityUnits ?? 0;
    start = page.LastEvaluatedKey as Record<string, never> | undefined;
  } while (start);
  if (found !== count) throw new Error(`The index ${IndexName} holds ${found} of ${count}.`);
  return { pages, units };
}
