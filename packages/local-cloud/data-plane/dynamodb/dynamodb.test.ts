import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import {
  BatchGetItemCommand,
  DeleteItemCommand,
  DescribeTableCommand,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  TransactWriteItemsCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { DescribeStreamCommand, GetRecordsCommand, GetShardIteratorCommand } from '@aws-sdk/client-dynamodb-streams';
import { clockAt } from '@convener/testing';
import { afterEach, describe, expect, it } from 'vitest';
import { openStorage } from '../storage.ts';
import { fakeFunctions, type PlaneSettings, type RunningPlane, startPlane, until } from '../testing/running-plane.ts';
import { functionNamed, mappingOf, stackWith, tableNamed } from '../testing/small-stack.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';

const open: RunningPlane[] = [];
afterEach(async () => {
  for (const each of open.splice(0)) await each.stop();
});

const table = tableNamed('registrations', { indexes: ['state'] });
const stack = stackWith({ tables: [table] });
const TableName = table.name;
const key = (pk: string) => ({ pk: { S: pk }, sk: { S: 'x' } });
const one = { ':one': { N: '1' } };

async function running(settings: Partial<PlaneSettings> = {}): Promise<RunningPlane> {
  const started = await startPlane({ stack, ...settings });
  open.push(started);
  return started;
}

describe('DynamoDB through the gateway', () => {
  it('shows the item that failed a condition', async () => {
    const { dynamodb } = await running();
    await dynamodb.send(new PutItemCommand({ TableName, Item: { ...key('a'), n: { N: '7' } } }));
    const again = new PutItemCommand({
      TableName,
      Item: key('a'),
      ConditionExpression: 'attribute_not_exists(pk)',
      ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
    });
    await expect(dynamodb.send(again)).rejects.toMatchObject({ name: 'ConditionalCheckFailedException', Item: { n: { N: '7' } } });
  });

  it('does a transaction once for one token, refuses the token for another, and tells why it was cancelled', async () => {
    const { dynamodb } = await running();
    const add = (n: string) =>
      new TransactWriteItemsCommand({
        ClientRequestToken: 'token',
        TransactItems: [
          { Update: { TableName, Key: key('a'), UpdateExpression: 'ADD n :n', ExpressionAttributeValues: { ':n': { N: n } } } },
        ],
      });
    await dynamodb.send(add('1'));
    await dynamodb.send(add('1'));
    const { Item } = await dynamodb.send(new GetItemCommand({ TableName, Key: key('a'), ConsistentRead: true }));
    expect(Item?.n).toEqual({ N: '1' });
    await expect(dynamodb.send(add('2'))).rejects.toMatchObject({ name: 'IdempotentParameterMismatchException' });
    const impossible = new TransactWriteItemsCommand({
      TransactItems: [
        { Put: { TableName, Item: key('b') } },
        {
          ConditionCheck: {
            TableName,
            Key: key('a'),
            ConditionExpression: 'n > :one',
            ExpressionAttributeValues: one,
            ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
          },
        },
      ],
    });
    await expect(dynamodb.send(impossible)).rejects.toMatchObject({
      name: 'TransactionCanceledException',
      CancellationReasons: [{ Code: 'None' }, { Code: 'ConditionalCheckFailed', Item: { n: { N: '1' } } }],
    });
    expect((await dynamodb.send(new GetItemCommand({ TableName, Key: key('b') }))).Item).toBeUndefined();
  });

  it('refuses 101 items in a transaction and an item over 400 KB', async () => {
    const { dynamodb } = await running();
    const many = Array.from({ length: 101 }, (_, at) => ({ Put: { TableName, Item: key(`k${at}`) } }));
    await expect(dynamodb.send(new TransactWriteItemsCommand({ TransactItems: many }))).rejects.toMatchObject({
      name: 'ValidationException',
    });
    const large = { ...key('large'), text: { S: 'x'.repeat(410 * 1024) } };
    await expect(dynamodb.send(new PutItemCommand({ TableName, Item: large }))).rejects.toMatchObject({ name: 'ValidationException' });
  });

  it('queries an index page by page, reads batches, and counts capacity', async () => {
    const { dynamodb } = await running();
    for (const at of [1, 2, 3]) await dynamodb.send(new PutItemCommand({ TableName, Item: { ...key(`r${at}`), state: { S: 'open' } } }));
    const query = {
      TableName,
      IndexName: 'by-state',
      KeyConditionExpression: '#s = :open',
      ExpressionAttributeNames: { '#s': 'state' },
      ExpressionAttributeValues: { ':open': { S: 'open' } },
      Limit: 2,
    };
    const first = await dynamodb.send(new QueryCommand(query));
    const second = await dynamodb.send(new QueryCommand({ ...query, ExclusiveStartKey: first.LastEvaluatedKey }));
    expect([...(first.Items ?? []), ...(second.Items ?? [])].map((item) => item.pk?.S).sort()).toEqual(['r1', 'r2', 'r3']);
    const batch = await dynamodb.send(new BatchGetItemCommand({ RequestItems: { [TableName]: { Keys: [key('r1'), key('nobody')] } } }));
    expect(batch.Responses?.[TableName]).toHaveLength(1);
    const written = await dynamodb.send(
      new UpdateItemCommand({
        TableName,
        Key: key('r1'),
        UpdateExpression: 'ADD n :one',
        ExpressionAttributeValues: one,
        ReturnConsumedCapacity: 'TOTAL',
      }),
    );
    expect(written.ConsumedCapacity?.CapacityUnits).toBeGreaterThan(0);
  });

  it('speaks of streams by the ARNs of the stack', async () => {
    const { dynamodb, streams } = await running();
    await dynamodb.send(new PutItemCommand({ TableName, Item: key('a') }));
    const described = await dynamodb.send(new DescribeTableCommand({ TableName }));
    expect(described.Table?.LatestStreamArn).toBe(table.streamArn);
    expect(described.Table?.TableArn).toBe(table.arn);
    const { StreamDescription } = await streams.send(new DescribeStreamCommand({ StreamArn: table.streamArn }));
    const shard = { StreamArn: table.streamArn, ShardId: StreamDescription?.Shards?.[0]?.ShardId };
    const { ShardIterator } = await streams.send(new GetShardIteratorCommand({ ...shard, ShardIteratorType: 'TRIM_HORIZON' }));
    const { Records } = await streams.send(new GetRecordsCommand({ ShardIterator }));
    expect(Records?.map((record) => [record.eventName, record.awsRegion])).toEqual([['INSERT', 'eu-west-2']]);
  });
});

describe('what a restart keeps', () => {
  it('keeps items, adds an index with what was there, and removes one', async () => {
    const before = await startPlane({ stack: stackWith({ tables: [tableNamed('registrations')] }) });
    await before.dynamodb.send(new PutItemCommand({ TableName, Item: { ...key('a'), state: { S: 'open' } } }));
    await before.stop();
    const after = await running({ dataFolder: before.dataFolder });
    const found = await after.dynamodb.send(
      new QueryCommand({
        TableName,
        IndexName: 'by-state',
        KeyConditionExpression: '#s = :open',
        ExpressionAttributeNames: { '#s': 'state' },
        ExpressionAttributeValues: { ':open': { S: 'open' } },
      }),
    );
    expect(found.Items).toHaveLength(1);
    await after.stop();
    const without = await running({ dataFolder: before.dataFolder, stack: stackWith({ tables: [tableNamed('registrations')] }) });
    const described = await without.dynamodb.send(new DescribeTableCommand({ TableName }));
    expect(described.Table?.GlobalSecondaryIndexes ?? []).toEqual([]);
  });

  it('says in a sentence that keys cannot change while there are items', async () => {
    const before = await startPlane({ stack });
    await before.stop();
    const changed = stackWith({ tables: [tableNamed('registrations', { sortKey: 'other' })] });
    await expect(startPlane({ stack: changed, dataFolder: before.dataFolder })).rejects.toThrow(
      /keys of the table registrations changed.*--fresh/,
    );
  });

  it.each(['tables.db', 'data-plane.db'])('says in a sentence that %s is damaged', async (file) => {
    const dataFolder = temporaryFolder();
    await writeFile(join(dataFolder, file), 'this is no database, and long enough to be taken for one'.repeat(100));
    await expect(startPlane({ stack, dataFolder })).rejects.toThrow(/damaged and cannot be opened.*delete its folder/);
  });

  it('says in a sentence that the tables are gone; a start that ended before there were any is made good', async () => {
    const before = await startPlane({ stack });
    await before.stop();
    await rm(join(before.dataFolder, 'tables.db'));
    await expect(startPlane({ stack, dataFolder: before.dataFolder })).rejects.toThrow(/tables\.db is missing.*--fresh/);
    const dataFolder = temporaryFolder();
    openStorage(dataFolder).close();
    await (await startPlane({ stack, dataFolder })).stop();
  });
});

describe('time to live', () => {
  it('deletes by the clock, and the stream says that it was not a person', async () => {
    const functions = fakeFunctions(() => null);
    const clock = clockAt('2026-03-01T09:00:00Z');
    const publisher = stackWith({
      tables: [table],
      functions: [functionNamed('publish')],
      mappings: [mappingOf('publish', table.streamArn ?? '', { filters: [{ eventName: ['REMOVE'] }] })],
    });
    const { dynamodb, plane } = await running({ stack: publisher, functions, clock });
    const expiresAt = { N: String(Date.parse('2026-03-02T09:00:00Z') / 1000) };
    for (const pk of ['by-time', 'by-hand']) await dynamodb.send(new PutItemCommand({ TableName, Item: { ...key(pk), expiresAt } }));
    expect(await plane.sweepExpired()).toBe(0);
    await dynamodb.send(new DeleteItemCommand({ TableName, Key: key('by-hand') }));
    clock.advance(25 * 3_600_000);
    expect(await plane.sweepExpired()).toBe(1);
    const removals = () =>
      functions.calls
        .flatMap(({ payload }) => Reflect.get(Object(payload), 'Records'))
        .map((record) => [record.dynamodb.Keys.pk.S, record.userIdentity]);
    await until(() => removals().length === 2);
    expect(removals()).toEqual([
      ['by-hand', undefined],
      ['by-time', { type: 'Service', principalId: 'dynamodb.amazonaws.com' }],
    ]);
  });

  it('remembers what expired without its key, which would tell whom it was about', async () => {
    const clock = clockAt('2026-03-01T09:00:00Z');
    const { dynamodb, plane, dataFolder } = await running({ clock });
    const told = 'Somebody-who-is-forgotten-4741';
    const expiresAt = { N: String(Date.parse('2026-03-02T09:00:00Z') / 1000) };
    await dynamodb.send(new PutItemCommand({ TableName, Item: { ...key(told), expiresAt } }));
    clock.advance(25 * 3_600_000);
    expect(await plane.sweepExpired()).toBe(1);
    const bookkeeping = new DatabaseSync(join(dataFolder, 'data-plane.db'), { readOnly: true });
    const rows = bookkeeping.prepare('SELECT item FROM expiries').all();
    bookkeeping.close();
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain(told);
  });
});
