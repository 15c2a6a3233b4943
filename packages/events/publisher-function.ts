import { type AttributeValue, DynamoDBClient, ScanCommand, type ScanCommandOutput } from '@aws-sdk/client-dynamodb';
import { EventBridgeClient, PutEventsCommand, type PutEventsRequestEntry, type PutEventsResultEntry } from '@aws-sdk/client-eventbridge';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { errorFacts, log } from '@convener/observability';
import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import * as z from 'zod/mini';

const settingsSchema = z.object({
  SERVICE: z.string(),
  EVENT_BUS_NAME: z.string(),
  REFUSED_QUEUE_URL: z.string(),
  TABLE_NAME: z.string(),
});
type Settings = z.infer<typeof settingsSchema>;

interface Clients {
  readonly events: EventBridgeClient;
  readonly queues: SQSClient;
  readonly table: DynamoDBClient;
}

/** An envelope as it lies on an item; only what the bus needs to know is looked at. */
interface Riding {
  readonly id: string;
  readonly type: string;
  readonly at: string;
}

/**
 * The publisher that every service deploys under a role of its own: emits the envelopes that are in a record's new image and not in its
 * old one. `{ "republish": true }` emits all that the table still keeps; consumers have seen most of them, and nothing happens twice.
 */
export function publisherFunction(environment: Readonly<Record<string, string | undefined>> = process.env) {
  const settings = settingsSchema.parse(environment);
  const clients: Clients = {
    events: new EventBridgeClient({}),
    queues: new SQSClient({}),
    table: new DynamoDBClient({}),
  };
  return async (
    event: DynamoDBStreamEvent | { readonly republish: true },
  ): Promise<DynamoDBBatchResponse | { readonly published: number }> => {
    if ('republish' in event) return { published: await republish(settings, clients) };
    return publishRecords(event.Records, settings, clients);
  };
}

async function publishRecords(records: readonly DynamoDBRecord[], settings: Settings, clients: Clients): Promise<DynamoDBBatchResponse> {
  let published = 0;
  for (const record of records) {
    try {
      published += await publish(addedEnvelopes(record), settings, clients);
    } catch (error) {
      log('error', 'records.failed', errorFacts(error));
      // A stream is in order: the first failure is where Lambda starts again.
      return { batchItemFailures: [{ itemIdentifier: record.dynamodb?.SequenceNumber ?? '' }] };
    }
  }
  if (published > 0) log('info', 'events.published', { count: published });
  return { batchItemFailures: [] };
}

export function addedEnvelopes(record: DynamoDBRecord): readonly Riding[] {
  const before = new Set(envelopesOf(record.dynamodb?.OldImage).map((envelope) => envelope.id));
  return envelopesOf(record.dynamodb?.NewImage).filter((envelope) => !before.has(envelope.id));
}

function envelopesOf(image: NonNullable<DynamoDBRecord['dynamodb']>['NewImage']): readonly Riding[] {
  // The stream's image and the SDK's item are the same document under two type names.
  return image ? ridingOn(image as Record<string, AttributeValue>) : [];
}

/** Only the envelopes are unmarshalled: the publisher has no business with the rest of the item. */
function ridingOn(item: Readonly<Record<string, AttributeValue>>): readonly Riding[] {
  return (item.envelopes?.L ?? []).flatMap((value) => (value.M ? [ridingSchema.parse(unmarshall(value.M))] : []));
}

const ridingSchema = z.looseObject({ id: z.string(), type: z.string(), at: z.string() });

async function publish(envelopes: readonly Riding[], settings: Settings, clients: Clients): Promise<number> {
  // 10 entries is PutEvents' own limit.
  for (let from = 0; from < envelopes.length; from += 10) {
    const batch = envelopes.slice(from, from + 10);
    const answer = await clients.events.send(new PutEventsCommand({ Entries: batch.map((envelope) => entry(envelope, settings)) }));
    await settle(batch, answer.Entries ?? [], settings, clients);
  }
  return envelopes.length;
}

function entry(envelope: Riding, settings: Settings): PutEventsRequestEntry {
  return {
    EventBusName: settings.EVENT_BUS_NAME,
    Source: `convener.${settings.SERVICE}`,
    DetailType: envelope.type,
    Time: new Date(envelope.at),
    Detail: JSON.stringify(envelope),
  };
}

const passing = new Set(['ThrottlingException', 'InternalFailure', 'InternalException']);

/** What EventBridge could not take just now is tried again with the record; what it will never take goes to the queue of the refused. */
async function settle(
  batch: readonly Riding[],
  results: readonly PutEventsResultEntry[],
  settings: Settings,
  clients: Clients,
): Promise<void> {
  if (results.some((result) => passing.has(result.ErrorCode ?? ''))) throw new Error('EventBridge is busy.');
  const refused = batch.filter((_, position) => results[position]?.ErrorCode);
  for (const envelope of refused) {
    await clients.queues.send(new SendMessageCommand({ QueueUrl: settings.REFUSED_QUEUE_URL, MessageBody: JSON.stringify(envelope) }));
  }
  if (refused.length > 0) log('error', 'events.refused', { count: refused.length });
}

async function republish(settings: Settings, clients: Clients): Promise<number> {
  let published = 0;
  let from: ScanCommandOutput['LastEvaluatedKey'];
  do {
    const page: ScanCommandOutput = await clients.table.send(
      new ScanCommand({ TableName: settings.TABLE_NAME, ProjectionExpression: 'envelopes', ...(from ? { ExclusiveStartKey: from } : {}) }),
    );
    for (const item of page.Items ?? []) published += await publish(ridingOn(item), settings, clients);
    from = page.LastEvaluatedKey;
  } while (from);
  log('info', 'events.published', { count: published });
  return published;
}
