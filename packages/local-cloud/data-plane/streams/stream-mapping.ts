import { randomUUID } from 'node:crypto';
import type { Clock, Functions } from '../../part.ts';
import type { MappingResource, QueueResource } from '../../stack/model.ts';
import { type BatchOutcome, batchOutcome } from '../batch-response.ts';
import { invoked } from '../invoked.ts';
import type { EventPattern } from '../patterns/event-pattern.ts';
import type { Queues } from '../queues/queues.ts';
import { repeatUntil, wakeUp } from '../wake-up.ts';
import { deliverBatch } from './batch-delivery.ts';
import type { Checkpoints } from './checkpoints.ts';
import type { StreamReader } from './stream-reader.ts';
import { changesNothing, lambdaRecord, type StreamRecord, sequenceOf } from './stream-record.ts';

export interface StreamMapping {
  /** Something was written to the table: look now. */
  wake(): void;
  describe(): { readonly position: string | undefined; readonly blockedBy: string | undefined };
  /** Takes nothing new in, ends pauses between retries, and waits for what is under way. */
  stop(): Promise<void>;
}

export interface StreamMappingParts {
  readonly mapping: MappingResource;
  readonly filters: readonly EventPattern[];
  readonly reader: StreamReader;
  readonly checkpoints: Checkpoints;
  readonly functions: Functions;
  readonly queues: Queues;
  readonly onFailure: QueueResource | undefined;
  readonly functionArn: string;
  readonly region: string;
  readonly clock: Clock;
  /** Whether this removal was the table's time to live at work. */
  readonly isExpiry: (record: StreamRecord) => boolean;
}

/** Writes through the gateway wake the poller at once; this is for those that went past it. */
const lookEveryMilliseconds = 1000;
const firstBackoffMilliseconds = 100;
const longestBackoffMilliseconds = 5000;
/** DynamoDB Streams keeps a record for a day. */
const keptMilliseconds = 24 * 3_600_000;

/** Feeds a table's stream to a function, in order, each record until it is done with. */
export function startStreamMapping(parts: StreamMappingParts): StreamMapping {
  const { mapping, filters, reader, checkpoints, functions, queues, clock, region } = parts;
  const stream = { arn: mapping.sourceArn, region };
  const key = `${mapping.functionName} ${mapping.sourceArn}`;
  const bell = wakeUp();
  let position = checkpoints.read(key, reader.label);
  let blockedBy: string | undefined;
  let stopped = false;

  const checkpoint = (sequenceNumber: string): void => {
    checkpoints.save(key, reader.label, sequenceNumber);
    position = sequenceNumber;
  };
  const asLambda = (record: StreamRecord) => lambdaRecord(record, stream, parts.isExpiry(record));
  const isWanted = (record: StreamRecord): boolean =>
    !changesNothing(record) && (filters.length === 0 || filters.some((fits) => fits(asLambda(record))));

  const work = async (records: readonly StreamRecord[]): Promise<void> => {
    const seenAt = clock.now().getTime();
    await deliverBatch(records, mapping, {
      async invoke(batch) {
        if (clock.now().getTime() - seenAt > keptMilliseconds) return { kind: 'done' };
        const outcome = batchOutcome(
          await invoked(functions, mapping.functionName, { Records: batch.map(asLambda) }),
          mapping.reportBatchItemFailures,
          batch.map(sequenceOf),
        );
        blockedBy = outcome.kind === 'failed' ? `${outcome.errorType}: ${outcome.message}` : undefined;
        return outcome;
      },
      checkpoint,
      giveUp(batch, attempts, reason) {
        if (parts.onFailure !== undefined) queues.send(parts.onFailure, JSON.stringify(whereabouts(parts, batch, attempts, reason)));
        const last = batch.at(-1);
        if (last !== undefined) checkpoint(sequenceOf(last));
        blockedBy = undefined;
      },
      async backOff(attempt) {
        const until = Date.now() + Math.min(firstBackoffMilliseconds * 2 ** (attempt - 1), longestBackoffMilliseconds);
        while (!stopped && Date.now() < until) await bell.wait(until - Date.now());
      },
      isStopping: () => stopped,
    });
  };
  const gather = async (): Promise<readonly StreamRecord[]> => {
    const first = await reader.after(position, mapping.batchSize);
    if (first.length === 0 || first.length >= mapping.batchSize || mapping.windowSeconds === 0) return first;
    const until = Date.now() + mapping.windowSeconds * 1000;
    while (!stopped && Date.now() < until) await bell.wait(until - Date.now());
    return reader.after(position, mapping.batchSize);
  };
  const running = repeatUntil(
    () => stopped,
    async () => {
      const records = await gather();
      const wanted = records.filter(isWanted);
      const last = records.at(-1);
      if (last === undefined) return bell.wait(lookEveryMilliseconds);
      if (wanted.length > 0) await work(wanted);
      // What lies after the last wanted record is passed over, once everything before it is done with.
      if (reachedEnd(wanted, position)) checkpoint(sequenceOf(last));
    },
  );
  return {
    wake: () => bell.ring(),
    describe: () => ({ position, blockedBy }),
    async stop() {
      stopped = true;
      bell.ring();
      await running;
    },
  };
}

function reachedEnd(wanted: readonly StreamRecord[], position: string | undefined): boolean {
  const last = wanted.at(-1);
  return last === undefined || sequenceOf(last) === position;
}

/** Lambda's message to a failure destination: where the records are, and none of what is in them. */
function whereabouts(
  { mapping, reader, functionArn, clock }: StreamMappingParts,
  batch: readonly StreamRecord[],
  attempts: number,
  reason: Extract<BatchOutcome, { kind: 'failed' }>,
): unknown {
  const arrival = (record: StreamRecord | undefined) => new Date((record?.dynamodb.ApproximateCreationDateTime ?? 0) * 1000).toISOString();
  const [first, last] = [batch[0], batch.at(-1)];
  return {
    requestContext: { requestId: randomUUID(), functionArn, condition: 'RetryAttemptsExhausted', approximateInvokeCount: attempts },
    responseContext: {
      statusCode: 200,
      executedVersion: '$LATEST',
      functionError: reason.errorType === 'Unhandled' ? 'Unhandled' : 'Handled',
    },
    version: '1.0',
    timestamp: clock.now().toISOString(),
    DDBStreamBatchInfo: {
      shardId: reader.shardId,
      startSequenceNumber: first && sequenceOf(first),
      endSequenceNumber: last && sequenceOf(last),
      approximateArrivalOfFirstRecord: arrival(first),
      approximateArrivalOfLastRecord: arrival(last),
      batchSize: batch.length,
      streamArn: mapping.sourceArn,
    },
  };
}
