import { DeleteItemCommand, PutItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { clockAt } from '@convener/testing';
import { afterEach, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import type { MappingResource } from '../../stack/model.ts';
import {
  aWhile,
  type FakeFunctions,
  fakeFunctions,
  type PlaneSettings,
  type RunningPlane,
  startPlane,
  until,
} from '../testing/running-plane.ts';
import { functionNamed, mappingOf, queueArn, queueNamed, stackWith, tableNamed } from '../testing/small-stack.ts';

const open: RunningPlane[] = [];
afterEach(async () => {
  for (const each of open.splice(0)) await each.stop();
});

const table = tableNamed('registrations');
const TableName = table.name;
const stackOf = (mapping: Partial<MappingResource> = {}) =>
  stackWith({
    tables: [table, tableNamed('others')],
    functions: [functionNamed('publish')],
    queues: [queueNamed('refused')],
    mappings: [mappingOf('publish', table.streamArn ?? '', mapping)],
  });

const payloadSchema = z.object({
  Records: z.array(
    z.object({
      eventName: z.string(),
      eventSourceARN: z.string(),
      dynamodb: z.object({ Keys: z.object({ pk: z.object({ S: z.string() }) }), SequenceNumber: z.string() }),
    }),
  ),
});
const recordsIn = (payload: unknown) => payloadSchema.parse(payload).Records;
const keysIn = (payload: unknown) => recordsIn(payload).map((record) => record.dynamodb.Keys.pk.S);
const seen = (functions: FakeFunctions) => functions.calls.flatMap(({ payload }) => keysIn(payload));

async function running(settings: Partial<PlaneSettings> = {}): Promise<RunningPlane> {
  const started = await startPlane({ stack: stackOf(), ...settings });
  open.push(started);
  return started;
}
const put = ({ dynamodb }: RunningPlane, pk: string, more: Readonly<Record<string, { S: string }>> = {}) =>
  dynamodb.send(new PutItemCommand({ TableName, Item: { pk: { S: pk }, sk: { S: 'x' }, ...more } }));

describe('a stream to its function', () => {
  it('hands over every change of its own table in order, in the shape that Lambda gives', async () => {
    const functions = fakeFunctions(() => null);
    const house = await running({ functions });
    await house.dynamodb.send(new PutItemCommand({ TableName: 'others', Item: { pk: { S: 'elsewhere' }, sk: { S: 'x' } } }));
    for (let at = 0; at < 25; at += 1) await put(house, `r${at}`);
    await house.dynamodb.send(new DeleteItemCommand({ TableName, Key: { pk: { S: 'r3' }, sk: { S: 'x' } } }));
    await until(() => seen(functions).length === 26);
    expect(seen(functions)).toEqual([...Array.from({ length: 25 }, (_, at) => `r${at}`), 'r3']);
    const [first] = z.object({ Records: z.array(z.unknown()) }).parse(functions.calls[0]?.payload).Records;
    expect(first).toEqual({
      eventID: expect.stringMatching(/^[0-9a-f]{32}$/),
      eventName: 'INSERT',
      eventVersion: '1.1',
      eventSource: 'aws:dynamodb',
      awsRegion: 'eu-west-2',
      eventSourceARN: table.streamArn,
      dynamodb: {
        ApproximateCreationDateTime: expect.any(Number),
        Keys: { pk: { S: 'r0' }, sk: { S: 'x' } },
        NewImage: { pk: { S: 'r0' }, sk: { S: 'x' } },
        SequenceNumber: expect.any(String),
        SizeBytes: expect.any(Number),
        StreamViewType: 'NEW_AND_OLD_IMAGES',
      },
    });
  });

  it('passes over writes that changed nothing, and what no filter wants', async () => {
    const functions = fakeFunctions(() => null);
    const filters = [{ eventName: ['INSERT', 'MODIFY'], dynamodb: { NewImage: { kind: { S: ['event'] } } } }];
    const house = await running({ functions, stack: stackOf({ filters }) });
    await put(house, 'a', { kind: { S: 'note' } });
    await put(house, 'b', { kind: { S: 'event' } });
    await put(house, 'b', { kind: { S: 'event' } });
    await put(house, 'c', { kind: { S: 'event' } });
    await until(() => seen(functions).includes('c'));
    expect(seen(functions)).toEqual(['b', 'c']);
  });

  it('reports whereabouts, and nothing of the item, when retries are used up', async () => {
    const functions = fakeFunctions((_, payload) => {
      if (keysIn(payload).includes('bad')) throw new Error('cannot publish');
    });
    const house = await running({
      functions,
      stack: stackOf({ bisectOnError: true, maximumRetryAttempts: 1, onFailureArn: queueArn('refused') }),
    });
    for (const pk of ['good', 'bad', 'better']) await put(house, pk, { name: { S: 'a secret' } });
    const refused = async () => (await house.plane.describe()).queues.find((queue) => queue.name === 'refused');
    await until(async () => (await refused())?.visible === 1);
    await until(() => seen(functions).includes('better'));
    const body = (await refused())?.oldest[0]?.body ?? '';
    expect(JSON.parse(body)).toMatchObject({
      requestContext: { functionArn: functionNamed('publish').arn, condition: 'RetryAttemptsExhausted', approximateInvokeCount: 2 },
      responseContext: { statusCode: 200, executedVersion: '$LATEST' },
      version: '1.0',
      DDBStreamBatchInfo: {
        batchSize: 1,
        streamArn: table.streamArn,
        startSequenceNumber: expect.any(String),
        shardId: expect.any(String),
      },
    });
    expect(body).not.toContain('secret');
  });

  it('keeps the order of a failing record and those after it, and says what holds it up', async () => {
    let broken = true;
    const handled: string[] = [];
    const functions = fakeFunctions((_, payload) => {
      const [first] = recordsIn(payload);
      if (broken && first !== undefined) return { batchItemFailures: [{ itemIdentifier: first.dynamodb.SequenceNumber }] };
      handled.push(...keysIn(payload));
      return { batchItemFailures: [] };
    });
    const house = await running({ functions });
    for (const pk of ['a', 'b', 'c']) await put(house, pk);
    await until(() => functions.calls.length >= 2);
    expect(handled).toEqual([]);
    broken = false;
    await until(() => handled.length === 3);
    expect(handled).toEqual(['a', 'b', 'c']);
  });
});

describe('a stop in the middle', () => {
  it('loses nothing and repeats only what was not done', async () => {
    const first = fakeFunctions((_, payload) => {
      if (keysIn(payload).includes('b')) throw new Error('down');
    });
    const before = await startPlane({ stack: stackOf({ batchSize: 1 }), functions: first });
    for (const pk of ['a', 'b', 'c']) await put(before, pk);
    await until(async () => (await before.plane.describe()).streams[0]?.blockedBy === 'Error: down');
    await before.stop();
    const second = fakeFunctions(() => null);
    await running({ dataFolder: before.dataFolder, functions: second });
    await until(() => seen(second).length === 2);
    await aWhile();
    expect(seen(second)).toEqual(['b', 'c']);
  });

  it('hands over again what the function had not answered', async () => {
    const hanging = fakeFunctions(() => new Promise(() => undefined));
    const before = await startPlane({ stack: stackOf(), functions: hanging });
    await put(before, 'a');
    await until(() => hanging.calls.length === 1);
    await before.stop();
    const second = fakeFunctions(() => null);
    await running({ dataFolder: before.dataFolder, functions: second });
    await until(() => seen(second).length === 1);
  });

  it('lets a stream forget what it kept for more than a day', async () => {
    const clock = clockAt('2026-03-01T09:00:00Z');
    let down = true;
    const handled: string[] = [];
    const functions = fakeFunctions((_, payload) => {
      if (down) throw new Error('down');
      handled.push(...keysIn(payload));
    });
    const house = await running({ functions, clock, stack: stackOf({ batchSize: 1 }) });
    await put(house, 'early');
    await until(() => functions.calls.length > 1);
    clock.advance(30 * 3_600_000);
    down = false;
    await house.dynamodb.send(
      new UpdateItemCommand({
        TableName,
        Key: { pk: { S: 'late' }, sk: { S: 'x' } },
        UpdateExpression: 'SET n = :n',
        ExpressionAttributeValues: { ':n': { N: '1' } },
      }),
    );
    await until(() => handled.includes('late'));
    expect(handled).toEqual(['late']);
  });
});

describe('what cannot run here stops the start', () => {
  it.each([
    ['a filter that is not understood', { filters: [{ eventName: [{ cidr: '10.0.0.0/8' }] }] }, /filter of the mapping publish-mapping/],
    ['a failure destination that is not there', { onFailureArn: queueArn('nowhere') }, /failure destination/],
    ['a source that is not there', { sourceArn: 'arn:aws:kinesis:eu-west-2:000000000000:stream/x' }, /publish-mapping reads something/],
  ])('%s', async (_, mapping, sentence) => {
    await expect(startPlane({ stack: stackOf(mapping) })).rejects.toThrow(sentence);
  });
});
