import type { BatchOutcome } from '../batch-response.ts';
import { type StreamRecord, sequenceOf } from './stream-record.ts';

/** Rules of one stream mapping for a batch that fails. */
export interface RetryRules {
  readonly bisectOnError: boolean;
  /** -1 is without end. */
  readonly maximumRetryAttempts: number;
}

/** What a mapping does with the records of a batch; `deliverBatch` decides in which order. */
export interface BatchSteps {
  invoke(records: readonly StreamRecord[]): Promise<BatchOutcome>;
  /** Everything up to this record is done with. */
  checkpoint(sequenceNumber: string): void;
  /** Retries are used up: the records' whereabouts go to the failure destination. */
  giveUp(records: readonly StreamRecord[], attempts: number, reason: Extract<BatchOutcome, { kind: 'failed' }>): void;
  /** A pause before the next try; short where the mapping stops. */
  backOff(attempt: number): Promise<void>;
  isStopping(): boolean;
}

const reportedItems = { kind: 'failed', errorType: 'Unhandled', message: 'The function reported batch item failures.' } as const;

/**
 * Works a batch off in order, as Lambda does for a stream: what is done is checkpointed only then; a partial answer goes on from its
 * first failed record; a failed batch is halved where the mapping says so, which uses no attempt up, and otherwise tried again with
 * pauses. Where the mapping stops, the rest stays undone and comes again.
 */
export async function deliverBatch(records: readonly StreamRecord[], rules: RetryRules, steps: BatchSteps): Promise<void> {
  const pending: (readonly StreamRecord[])[] = [records];
  let attempts = 0;
  for (let batch = pending.shift(); batch !== undefined && !steps.isStopping(); batch = pending.shift()) {
    const outcome = await steps.invoke(batch);
    const done = doneBefore(batch, outcome);
    const rest = batch.slice(done);
    const lastDone = batch[done - 1];
    if (lastDone !== undefined) {
      steps.checkpoint(sequenceOf(lastDone));
      attempts = 0;
      if (rest.length > 0) pending.unshift(rest);
      continue;
    }
    if (rules.bisectOnError && rest.length > 1) {
      pending.unshift(...halves(rest));
      continue;
    }
    attempts += 1;
    if (rules.maximumRetryAttempts >= 0 && attempts > rules.maximumRetryAttempts) {
      steps.giveUp(rest, attempts, outcome.kind === 'failed' ? outcome : reportedItems);
      attempts = 0;
      continue;
    }
    pending.unshift(rest);
    await steps.backOff(attempts);
  }
}

function halves(records: readonly StreamRecord[]): (readonly StreamRecord[])[] {
  const middle = Math.ceil(records.length / 2);
  return [records.slice(0, middle), records.slice(middle)];
}

/** How many records from the start are done with. */
function doneBefore(batch: readonly StreamRecord[], outcome: BatchOutcome): number {
  switch (outcome.kind) {
    case 'done':
      return batch.length;
    case 'failed':
      return 0;
    case 'partly':
      return batch.findIndex((record) => outcome.failedIds.has(sequenceOf(record)));
  }
}
