import type { Functions } from '../../part.ts';
import type { MappingResource, QueueResource } from '../../stack/model.ts';
import { batchOutcome } from '../batch-response.ts';
import { invoked } from '../invoked.ts';
import type { EventPattern } from '../patterns/event-pattern.ts';
import { repeatUntil, type WakeUp, wakeUp } from '../wake-up.ts';
import { md5, md5OfAttributes, type ReceivedMessage } from './message.ts';
import type { Queues } from './queues.ts';
import { systemAttributes } from './sqs-service.ts';

export interface RunningMapping {
  /** Takes nothing new in, and waits for what is under way. */
  stop(): Promise<void>;
}

/** Lambda begins with five pollers a queue; two show the same races on two cores. */
const pollers = 2;
/** Arrivals wake a poller at once; this is for messages whose time comes by the clock. */
const lookEveryMilliseconds = 100;

/** Feeds a queue to a function in batches, and removes from it only what the function did. */
export function startQueueMapping(parts: {
  readonly mapping: MappingResource;
  readonly filters: readonly EventPattern[];
  readonly queue: QueueResource;
  readonly queues: Queues;
  readonly functions: Functions;
  readonly region: string;
}): RunningMapping {
  const { mapping, filters, queue, queues, functions, region } = parts;
  const bells = Array.from({ length: pollers }, () => wakeUp());
  const forget = queues.onArrival(queue, () => {
    for (const bell of bells) bell.ring();
  });
  let stopped = false;

  const handle = async (messages: readonly ReceivedMessage[]): Promise<void> => {
    const wanted = messages.filter((message) => isWanted(message, filters));
    for (const message of messages) if (!wanted.includes(message)) queues.remove(queue, message.receipt);
    if (wanted.length === 0) return;
    const event = { Records: wanted.map((message) => asRecord(message, queue, region)) };
    const result = await invoked(functions, mapping.functionName, event);
    const outcome = batchOutcome(
      result,
      mapping.reportBatchItemFailures,
      wanted.map((message) => message.messageId),
    );
    // What failed stays where it is, unseen until its visibility timeout ends, as on AWS.
    if (outcome.kind === 'failed') return;
    for (const message of wanted) {
      const failed = outcome.kind === 'partly' && outcome.failedIds.has(message.messageId);
      if (!failed) queues.remove(queue, message.receipt);
    }
  };
  const gather = async (bell: WakeUp): Promise<ReceivedMessage[]> => {
    const batch = [...queues.receive(queue, mapping.batchSize)];
    if (batch.length === 0) return batch;
    const until = Date.now() + mapping.windowSeconds * 1000;
    while (batch.length < mapping.batchSize && !stopped) {
      const more = queues.receive(queue, mapping.batchSize - batch.length);
      batch.push(...more);
      const left = until - Date.now();
      if (more.length === 0 && left <= 0) break;
      if (more.length === 0) await bell.wait(Math.min(left, lookEveryMilliseconds));
    }
    return batch;
  };
  const running = bells.map((bell) =>
    repeatUntil(
      () => stopped,
      async () => {
        const batch = await gather(bell);
        if (batch.length > 0) await handle(batch);
        else await bell.wait(lookEveryMilliseconds);
      },
    ),
  );
  return {
    async stop() {
      stopped = true;
      forget();
      for (const bell of bells) bell.ring();
      await Promise.all(running);
    },
  };
}

/** Filters see the body as JSON where it is JSON. What fits none is removed, as Lambda does. */
function isWanted(message: ReceivedMessage, filters: readonly EventPattern[]): boolean {
  if (filters.length === 0) return true;
  const record = { body: parsedBody(message.body), messageAttributes: message.attributes };
  return filters.some((fits) => fits(record));
}

function parsedBody(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
}

function asRecord(message: ReceivedMessage, queue: QueueResource, region: string): unknown {
  const checksum = md5OfAttributes(message.attributes);
  const attributes = Object.entries(message.attributes).map(([name, { DataType, StringValue, BinaryValue }]) => [
    name,
    {
      ...(StringValue !== undefined && { stringValue: StringValue }),
      ...(BinaryValue !== undefined && { binaryValue: BinaryValue }),
      stringListValues: [],
      binaryListValues: [],
      dataType: DataType,
    },
  ]);
  return {
    messageId: message.messageId,
    receiptHandle: message.receipt,
    body: message.body,
    attributes: systemAttributes(message),
    messageAttributes: Object.fromEntries(attributes),
    md5OfBody: md5(message.body),
    ...(checksum !== undefined && { md5OfMessageAttributes: checksum }),
    eventSource: 'aws:sqs',
    eventSourceARN: queue.arn,
    awsRegion: region,
  };
}
