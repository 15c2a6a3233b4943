import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BatchOutcome } from '../batch-response.ts';
import { type BatchSteps, deliverBatch, type RetryRules } from './batch-delivery.ts';
import { type StreamRecord, sequenceOf } from './stream-record.ts';

const record = (number: number): StreamRecord => ({
  eventName: 'INSERT',
  eventVersion: '1.1',
  dynamodb: {
    ApproximateCreationDateTime: 0,
    Keys: {},
    SequenceNumber: String(number),
    SizeBytes: 1,
    StreamViewType: 'NEW_AND_OLD_IMAGES',
  },
});
const records = (count: number) => Array.from({ length: count }, (_, at) => record(at + 1));
const failed = { kind: 'failed', errorType: 'Error', message: 'broken' } as const;

interface Story {
  readonly attempts: string[][];
  readonly given: string[];
  position: number;
  pauses: number;
}

/** Runs a batch against a function and tells what came of it. */
async function tell(
  count: number,
  rules: RetryRules,
  answer: (batch: readonly string[], call: number) => BatchOutcome,
  deliver: typeof deliverBatch = deliverBatch,
): Promise<Story> {
  const story: Story = { attempts: [], given: [], position: 0, pauses: 0 };
  const steps: BatchSteps = {
    async invoke(batch) {
      const names = batch.map(sequenceOf);
      story.attempts.push(names);
      return answer(names, story.attempts.length);
    },
    checkpoint(sequenceNumber) {
      story.position = Number(sequenceNumber);
    },
    giveUp(batch) {
      story.given.push(...batch.map(sequenceOf));
    },
    async backOff() {
      story.pauses += 1;
    },
    isStopping: () => false,
  };
  await deliver(records(count), rules, steps);
  return story;
}

const forEver = { bisectOnError: false, maximumRetryAttempts: -1 };

describe('a batch of a stream', () => {
  it('is checkpointed when the function is done with it', async () => {
    const story = await tell(3, forEver, () => ({ kind: 'done' }));
    expect(story).toMatchObject({ attempts: [['1', '2', '3']], position: 3, given: [] });
  });

  it('is tried again whole, in order, until it succeeds', async () => {
    const story = await tell(2, forEver, (_, call) => (call < 4 ? failed : { kind: 'done' }));
    expect(story.attempts).toEqual(Array.from({ length: 4 }, () => ['1', '2']));
    expect(story).toMatchObject({ position: 2, pauses: 3 });
  });

  it('goes on from the first failed record', async () => {
    const story = await tell(4, forEver, (_, call) => (call === 1 ? { kind: 'partly', failedIds: new Set(['3', '4']) } : { kind: 'done' }));
    expect(story.attempts).toEqual([
      ['1', '2', '3', '4'],
      ['3', '4'],
    ]);
  });

  it('is halved until the bad record stands alone, and only that one is given up', async () => {
    const rules = { bisectOnError: true, maximumRetryAttempts: 2 };
    const story = await tell(8, rules, (batch) => (batch.includes('6') ? failed : { kind: 'done' }));
    expect(story.given).toEqual(['6']);
    expect(story.attempts.filter((batch) => batch.join() === '6')).toHaveLength(3);
    const done = story.attempts.filter((batch) => !batch.includes('6')).flat();
    expect(done).toEqual(['1', '2', '3', '4', '5', '7', '8']);
  });

  it('is given up whole after its retries where it is not halved', async () => {
    const story = await tell(2, { bisectOnError: false, maximumRetryAttempts: 1 }, () => failed);
    expect(story).toMatchObject({
      given: ['1', '2'],
      attempts: [
        ['1', '2'],
        ['1', '2'],
      ],
    });
  });
});

describe('no record is lost', () => {
  const rules = fc.record({ bisectOnError: fc.boolean(), maximumRetryAttempts: fc.integer({ min: 0, max: 3 }) });
  const failures = fc.array(fc.oneof(fc.constant('done'), fc.constant('failed'), fc.nat(20)), { maxLength: 30 });
  type Failure = 'done' | 'failed' | number;

  /** Every record was in a batch that was done with, or its whereabouts were kept; and none was passed before those before it. */
  async function loses(
    count: number,
    retry: RetryRules,
    script: readonly (string | number)[],
    deliver: typeof deliverBatch,
  ): Promise<boolean> {
    const done = new Set<string>();
    const answer = (batch: readonly string[], call: number): BatchOutcome => {
      const step = (script[call - 1] ?? 'done') as Failure;
      if (step === 'failed') return failed;
      const from = step === 'done' ? batch.length : step % batch.length;
      for (const name of batch.slice(0, from)) done.add(name);
      return step === 'done' ? { kind: 'done' } : { kind: 'partly', failedIds: new Set(batch.slice(from)) };
    };
    const story = await tell(count, retry, answer, deliver);
    return records(count).some((each) => !done.has(sequenceOf(each)) && !story.given.includes(sequenceOf(each)));
  }

  it('whatever the function answers', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 12 }), rules, failures, async (count, retry, script) => {
        expect(await loses(count, retry, script, deliverBatch)).toBe(false);
      }),
    );
  });

  it('and a delivery that checkpoints before it succeeds is caught', async () => {
    const hasty: typeof deliverBatch = async (batch, _, steps) => {
      const last = batch.at(-1);
      if (last !== undefined) steps.checkpoint(sequenceOf(last));
      await steps.invoke(batch);
    };
    const property = fc.asyncProperty(fc.integer({ min: 1, max: 12 }), rules, failures, async (count, retry, script) => {
      expect(await loses(count, retry, script, hasty)).toBe(false);
    });
    await expect(fc.assert(property)).rejects.toThrow('Property failed');
  });
});
