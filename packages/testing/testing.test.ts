import { GetItemCommand, PutItemCommand, TransactWriteItemsCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import type { TableDefinition } from '@convener/contracts';
import { afterEach, describe, expect, it } from 'vitest';
import {
  clockAt,
  countingIds,
  type FaultRule,
  type FaultyEndpoint,
  faultyEndpoint,
  seededRandom,
  startEngine,
  withTable,
} from './index.ts';

const table: TableDefinition = {
  accessPatterns: ['one item by its key'],
  indexes: { byState: { pk: 'state', sk: 'at', projection: ['title'] } },
  lifetimes: {},
};

const open: FaultyEndpoint[] = [];
afterEach(async () => {
  for (const each of open.splice(0)) await each.stop();
});

async function faultyTable(rules: readonly FaultRule[], settings: { maxAttempts?: number; seed?: number } = {}) {
  const engine = await startEngine();
  const faulty = await faultyEndpoint(engine.endpoint, rules, settings.seed);
  open.push(faulty);
  const { name } = await engine.createTable(table);
  const client = engine.clientFor({ endpoint: faulty.endpoint, maxAttempts: settings.maxAttempts ?? 1 });
  const count = async () => {
    const { Item } = await engine.client.send(new GetItemCommand({ TableName: name, Key: key('a'), ConsistentRead: true }));
    return Number(Item?.n?.N ?? 0);
  };
  return { name, client, faulty, count };
}

const key = (pk: string) => ({ pk: { S: pk }, sk: { S: 'x' } });
const addOne = (name: string) =>
  new UpdateItemCommand({
    TableName: name,
    Key: key('a'),
    UpdateExpression: 'ADD n :one',
    ExpressionAttributeValues: { ':one': { N: '1' } },
  });
const transaction = (name: string, pk: string) =>
  new TransactWriteItemsCommand({
    TransactItems: [
      {
        Update: {
          TableName: name,
          Key: key(pk),
          UpdateExpression: 'ADD n :one',
          ExpressionAttributeValues: { ':one': { N: '1' } },
        },
      },
    ],
  });

describe('the engine for tests', () => {
  it('gives each test a table of its own, with the indexes of the manifest', async () => {
    const [first, second] = await Promise.all([withTable(table), withTable(table)]);
    expect(first.name).not.toBe(second.name);
    await first.client.send(new PutItemCommand({ TableName: first.name, Item: { ...key('a'), state: { S: 'open' }, at: { S: '1' } } }));
    const { Item } = await second.client.send(new GetItemCommand({ TableName: second.name, Key: key('a') }));
    expect(Item).toBeUndefined();
  });
});

describe('a faulty endpoint', () => {
  it('loses the reply after it carried the write out, so that a plain retry counts twice', async () => {
    const { client, count, name } = await faultyTable([{ fault: { kind: 'lost-reply' }, action: 'UpdateItem', calls: [1] }], {
      maxAttempts: 2,
    });
    await client.send(addOne(name));
    expect(await count()).toBe(2);
  });

  it('carries nothing out when the request is lost, throttled, in conflict or in an outage', async () => {
    for (const kind of ['lost-request', 'throttle', 'conflict', 'outage'] as const) {
      const { client, count, name, faulty } = await faultyTable([{ fault: { kind }, action: 'UpdateItem' }]);
      await expect(client.send(addOne(name))).rejects.toThrow();
      expect(await count()).toBe(0);
      expect(faulty.carriedOut('UpdateItem')).toBe(0);
    }
  });

  it('cancels a transaction with the reason that AWS gives', async () => {
    const { client, name } = await faultyTable([{ fault: { kind: 'conflict' } }]);
    await expect(client.send(transaction(name, 'a'))).rejects.toMatchObject({
      name: 'TransactionCanceledException',
      CancellationReasons: [{ Code: 'TransactionConflict' }],
    });
  });

  it('lets two transactions on one item collide and two on different items pass', async () => {
    const rules: FaultRule[] = [{ fault: { kind: 'contention', holdMilliseconds: 30 } }];
    const { client, name } = await faultyTable(rules);
    const onOne = await Promise.allSettled([client.send(transaction(name, 'a')), client.send(transaction(name, 'a'))]);
    expect(onOne.map((each) => each.status).sort()).toEqual(['fulfilled', 'rejected']);
    const onTwo = await Promise.allSettled([client.send(transaction(name, 'b')), client.send(transaction(name, 'c'))]);
    expect(onTwo.map((each) => each.status)).toEqual(['fulfilled', 'fulfilled']);
  });

  it('strikes the same calls for the same seed', async () => {
    const outcomes = async () => {
      const { client, name } = await faultyTable([{ fault: { kind: 'throttle' }, share: 0.5 }], { seed: 7 });
      const results: boolean[] = [];
      for (let i = 0; i < 20; i += 1)
        results.push(
          await client.send(addOne(name)).then(
            () => true,
            () => false,
          ),
        );
      return results;
    };
    const first = await outcomes();
    expect(await outcomes()).toEqual(first);
    expect(new Set(first).size).toBe(2);
  });
});

describe('owned time, ids and chance', () => {
  it('moves the clock only when the test says so', () => {
    const clock = clockAt('2026-03-01T09:00:00Z');
    clock.advance(60_000);
    expect(clock.now().toISOString()).toBe('2026-03-01T09:01:00.000Z');
    expect(() => clock.advance(-1)).toThrow('cannot advance');
  });

  it('counts ids and repeats chance by seed', () => {
    const next = countingIds('letter');
    expect([next(), next()]).toEqual(['letter-0001', 'letter-0002']);
    const numbers = (seed: number) => Array.from({ length: 5 }, seededRandom(seed).next);
    expect(numbers(3)).toEqual(numbers(3));
    expect(numbers(3)).not.toEqual(numbers(4));
    expect(seededRandom(1).shuffled([1, 2, 3, 4]).sort()).toEqual([1, 2, 3, 4]);
  });
});
