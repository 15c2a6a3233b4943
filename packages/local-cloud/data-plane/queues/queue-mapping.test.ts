import {
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  GetQueueUrlCommand,
  ReceiveMessageCommand,
  SendMessageBatchCommand,
  SendMessageCommand,
} from '@aws-sdk/client-sqs';
import { clockAt, type TestClock } from '@convener/testing';
import { afterEach, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import type { MappingResource } from '../../stack/model.ts';
import { openStorage } from '../storage.ts';
import { aWhile, type FakeFunctions, fakeFunctions, type RunningPlane, startPlane, until } from '../testing/running-plane.ts';
import { functionNamed, mappingOf, queueArn, queueNamed, stackWith } from '../testing/small-stack.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { startQueueMapping } from './queue-mapping.ts';
import { openQueues, type Queues } from './queues.ts';

const open: RunningPlane[] = [];
afterEach(async () => {
  for (const each of open.splice(0)) await each.stop();
});

const queue = queueNamed('events', { visibilityTimeoutSeconds: 60, deadLetter: { arn: queueArn('dead'), maxReceiveCount: 5 } });
const stackOf = (mapping: Partial<MappingResource> | undefined) =>
  stackWith({
    functions: [functionNamed('react')],
    queues: [queue, queueNamed('dead')],
    mappings: mapping === undefined ? [] : [mappingOf('react', queue.arn, mapping)],
  });
const QueueUrl = queue.url;

const payloadSchema = z.object({ Records: z.array(z.object({ messageId: z.string(), body: z.string() })) });
const recordsIn = (payload: unknown) => payloadSchema.parse(payload).Records;
const bodies = (functions: FakeFunctions) => functions.calls.flatMap(({ payload }) => recordsIn(payload).map((record) => record.body));

async function running(functions: FakeFunctions, mapping: Partial<MappingResource> | undefined, clock?: TestClock): Promise<RunningPlane> {
  const started = await startPlane({ stack: stackOf(mapping), functions, ...(clock && { clock }) });
  open.push(started);
  return started;
}
const send = ({ sqs }: RunningPlane, MessageBody: string) => sqs.send(new SendMessageCommand({ QueueUrl, MessageBody }));
const depths = async ({ plane }: RunningPlane, name: string) => (await plane.describe()).queues.find((each) => each.name === name);

/** Whether a message outlives a function that fails, with queues as they are or as `changed` makes them. */
async function outlivesFailure(changed: (queues: Queues) => Queues): Promise<boolean> {
  const clock = clockAt('2026-03-01T09:00:00Z');
  const storage = openStorage(temporaryFolder());
  const queues = changed(openQueues([queue, queueNamed('dead')], storage, clock));
  const functions = fakeFunctions(() => {
    throw new Error('down');
  });
  queues.send(queue, 'precious');
  const running = startQueueMapping({ mapping: mappingOf('react', queue.arn), filters: [], queue, queues, functions, region: 'eu-west-2' });
  await until(() => functions.calls.length === 1);
  await running.stop();
  const outlives = queues.depth(queue).inFlight === 1;
  storage.close();
  return outlives;
}

describe('a failure', () => {
  it('costs no message, and queues that forget what they hand out are caught', async () => {
    expect(await outlivesFailure((queues) => queues)).toBe(true);
    const forgetful = (queues: Queues): Queues => ({
      ...queues,
      receive(from, limit) {
        const received = queues.receive(from, limit);
        for (const message of received) queues.remove(from, message.receipt);
        return received;
      },
    });
    expect(await outlivesFailure(forgetful)).toBe(false);
  });
});

describe('SQS through the gateway', () => {
  it('sends, receives and deletes with the checksums that the SDK verifies', async () => {
    const { sqs } = await running(
      fakeFunctions(() => null),
      undefined,
    );
    expect((await sqs.send(new GetQueueUrlCommand({ QueueName: 'events' }))).QueueUrl).toBe(QueueUrl);
    const MessageAttributes = {
      kind: { DataType: 'String', StringValue: 'letter' },
      raw: { DataType: 'Binary', BinaryValue: new Uint8Array([1, 2]) },
    };
    await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: 'hello', MessageAttributes }));
    await sqs.send(new SendMessageBatchCommand({ QueueUrl, Entries: [{ Id: '1', MessageBody: 'world' }] }));
    const { Messages } = await sqs.send(
      new ReceiveMessageCommand({
        QueueUrl,
        MaxNumberOfMessages: 10,
        MessageAttributeNames: ['All'],
        MessageSystemAttributeNames: ['All'],
      }),
    );
    expect(Messages).toMatchObject([{ Body: 'hello', MessageAttributes: { kind: { StringValue: 'letter' } } }, { Body: 'world' }]);
    expect(Messages?.[0]?.MD5OfMessageAttributes).toMatch(/^[0-9a-f]{32}$/);
    for (const message of Messages ?? []) await sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle: message.ReceiptHandle }));
    const { Attributes } = await sqs.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['All'] }));
    expect(Attributes).toMatchObject({ ApproximateNumberOfMessages: '0', ApproximateNumberOfMessagesNotVisible: '0' });
  });

  it('wakes a receiver that waits, and names a queue that is not there', async () => {
    const house = await running(
      fakeFunctions(() => null),
      undefined,
    );
    const waiting = house.sqs.send(new ReceiveMessageCommand({ QueueUrl, WaitTimeSeconds: 20 }));
    await send(house, 'at last');
    expect((await waiting).Messages).toMatchObject([{ Body: 'at last' }]);
    const nowhere = new SendMessageCommand({ QueueUrl: QueueUrl.replace('events', 'nowhere'), MessageBody: 'x' });
    await expect(house.sqs.send(nowhere)).rejects.toMatchObject({ name: 'QueueDoesNotExist' });
  });
});

describe('a queue to its function', () => {
  it('hands messages over in the shape that Lambda gives, and deletes what was done', async () => {
    const functions = fakeFunctions(() => ({ batchItemFailures: [] }));
    const house = await running(functions, {});
    await send(house, 'hello');
    await until(async () => functions.calls.length === 1 && (await depths(house, 'events'))?.inFlight === 0);
    expect(functions.calls[0]?.payload).toEqual({
      Records: [
        {
          messageId: expect.any(String),
          receiptHandle: expect.any(String),
          body: 'hello',
          attributes: {
            ApproximateReceiveCount: '1',
            SentTimestamp: expect.stringMatching(/^\d{13}$/),
            SenderId: expect.any(String),
            ApproximateFirstReceiveTimestamp: expect.stringMatching(/^\d{13}$/),
          },
          messageAttributes: {},
          md5OfBody: '5d41402abc4b2a76b9719d911017c592',
          eventSource: 'aws:sqs',
          eventSourceARN: queue.arn,
          awsRegion: 'eu-west-2',
        },
      ],
    });
    expect(await depths(house, 'events')).toMatchObject({ visible: 0, inFlight: 0 });
  });

  it('does the good nine of ten; the bad one is set aside after five receives, and comes back by redrive', async () => {
    const clock = clockAt('2026-03-01T09:00:00Z');
    let fixed = false;
    const done: string[] = [];
    const functions = fakeFunctions((_, payload) => {
      const records = recordsIn(payload);
      const failures = records.filter((record) => record.body === 'bad' && !fixed);
      done.push(...records.filter((record) => !failures.includes(record)).map((record) => record.body));
      return { batchItemFailures: failures.map((record) => ({ itemIdentifier: record.messageId })) };
    });
    const house = await running(functions, {}, clock);
    for (let at = 0; at < 9; at += 1) await send(house, `good ${at}`);
    await send(house, 'bad');
    for (let receives = 1; receives <= 5; receives += 1) {
      await until(() => bodies(functions).filter((body) => body === 'bad').length === receives);
      clock.advance(60_000);
    }
    await until(async () => (await depths(house, 'dead'))?.visible === 1);
    expect(done.sort()).toEqual(Array.from({ length: 9 }, (_, at) => `good ${at}`));
    fixed = true;
    expect(house.plane.redrive(queueArn('dead'))).toEqual({ moved: 1, left: 0 });
    await until(() => done.includes('bad'));
    expect(done).toHaveLength(10);
  });

  it('keeps a whole batch when the function fails, names an unknown message, or the machine stops', async () => {
    for (const answer of [
      () => {
        throw new Error('down');
      },
      () => ({ batchItemFailures: [{ itemIdentifier: 'nobody' }] }),
      () => ({ batchItemFailures: [{ itemIdentifier: '' }] }),
      () => new Promise(() => undefined),
    ]) {
      const functions = fakeFunctions(answer);
      const house = await running(functions, {});
      await send(house, 'kept');
      await until(() => functions.calls.length === 1);
      await house.stop();
      const second = fakeFunctions(() => null);
      const again = await startPlane({ stack: stackOf({}), functions: second, dataFolder: house.dataFolder });
      open.push(again);
      await until(() => bodies(second).includes('kept'));
    }
  });

  it('takes any answer for success where the mapping does not read item failures', async () => {
    const functions = fakeFunctions((_, payload) => ({
      batchItemFailures: recordsIn(payload).map((record) => ({ itemIdentifier: record.messageId })),
    }));
    const house = await running(functions, { reportBatchItemFailures: false });
    await send(house, 'gone');
    await until(async () => functions.calls.length === 1 && (await depths(house, 'events'))?.inFlight === 0);
    expect(await depths(house, 'events')).toMatchObject({ visible: 0, inFlight: 0 });
  });

  it('removes unseen what no filter wants', async () => {
    const functions = fakeFunctions(() => null);
    const house = await running(functions, { filters: [{ body: { 'detail-type': ['wanted'] } }] });
    await send(house, 'no JSON at all');
    await send(house, JSON.stringify({ 'detail-type': 'other' }));
    await send(house, JSON.stringify({ 'detail-type': 'wanted' }));
    await until(() => functions.calls.length === 1);
    await aWhile();
    expect(bodies(functions)).toEqual([JSON.stringify({ 'detail-type': 'wanted' })]);
    expect(await depths(house, 'events')).toMatchObject({ visible: 0, inFlight: 0 });
  });
});
