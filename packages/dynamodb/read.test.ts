import { QueryCommand } from '@aws-sdk/client-dynamodb';
import { withTable } from '@convener/testing';
import { beforeAll, describe, expect, test } from 'vitest';
import { commit } from './commit.ts';
import { fromItem, toItem } from './item.ts';
import { getItem, getItems, queryPage } from './read.ts';
import type { Table } from './table.ts';

const definition = { accessPatterns: [], lifetimes: {}, indexes: { list: { pk: 'listPk', sk: 'listSk', projection: 'all' } } } as const;
const index = { name: 'list', pk: 'listPk', sk: 'listSk' } as const;
const options = { pk: 'OPEN', startingWith: 'A#', limit: 2, index } as const;
let table: Table;

beforeAll(async () => {
  table = await withTable(definition);
  for (const [partition, order] of ['OPEN A#1', 'OPEN A#2', 'OPEN A#3', 'OPEN B#1', 'SECRET A#9'].map((each) => each.split(' '))) {
    await commit(table, [
      { kind: 'put', item: toItem({ pk: `ITEM#${partition}${order}`, sk: 'ITEM', listPk: partition, listSk: order, name: order }) },
    ]);
  }
});

const cursorOf = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const named = async (cursor: string | undefined) =>
  (await queryPage(table, { ...options, cursor })).items.map((item) => fromItem(item).name);
const key = (changes: Record<string, unknown> = {}) => ({
  pk: { S: 'ITEM#OPENA#2' },
  sk: { S: 'ITEM' },
  listPk: { S: 'OPEN' },
  listSk: { S: 'A#2' },
  ...changes,
});

describe('a cursor', () => {
  test('that the query gave goes on from there', async () => {
    const first = await queryPage(table, options);
    expect(first.items.map((item) => fromItem(item).name)).toEqual(['A#1', 'A#2']);
    expect(await named(first.cursor)).toEqual(['A#3']);
    expect(await named(cursorOf(key()))).toEqual(['A#3']);
  });

  const meddled = [
    ['no JSON', 'zzz'],
    ['no object', cursorOf('x')],
    ['nothing in it', cursorOf({})],
    ['a list', cursorOf([])],
    ['half of the keys', cursorOf({ pk: { S: 'ITEM#OPENA#2' }, sk: { S: 'ITEM' } })],
    ['a key more', cursorOf(key({ other: { S: 'x' } }))],
    ['a number for a text', cursorOf(key({ sk: { N: '1' } }))],
    ['an empty key', cursorOf(key({ pk: { S: '' } }))],
    ['a key longer than any', cursorOf(key({ pk: { S: 'x'.repeat(2049) } }))],
    ['another partition', cursorOf(key({ listPk: { S: 'SECRET' }, listSk: { S: 'A#1' } }))],
    ['past the range', cursorOf(key({ listSk: { S: 'B#0' } }))],
  ] as const;

  test.each(meddled)('with %s reads from the start', async (_what, cursor) => {
    expect(await named(cursor)).toEqual(['A#1', 'A#2']);
  });

  test('is looked at for a reason: handed on as it came, the engine refuses it', async () => {
    const asItCame = new QueryCommand({
      TableName: table.name,
      IndexName: index.name,
      KeyConditionExpression: 'listPk = :pk',
      ExpressionAttributeValues: { ':pk': { S: 'OPEN' } },
      ExclusiveStartKey: { pk: { S: 'x' } },
    });
    await expect(table.client.send(asItCame)).rejects.toThrow();
  });

  test('between two sort keys goes by the same rule', async () => {
    const between = { pk: 'OPEN', between: ['A#2', 'A#3'], index } as const;
    const names = async (cursor: string) => (await queryPage(table, { ...between, cursor })).items.map((item) => fromItem(item).name);
    expect(await names(cursorOf(key()))).toEqual(['A#3']);
    expect(await names(cursorOf(key({ listSk: { S: 'A#1' } })))).toEqual(['A#2', 'A#3']);
  });
});

test('a key that is longer than any can be is of nothing, and no error', async () => {
  const long = { pk: 'x'.repeat(2049), sk: 'ITEM' };
  expect(await getItem(table, long)).toBeUndefined();
  expect(await getItem(table, { pk: 'x', sk: 'x'.repeat(1025) })).toBeUndefined();
  expect(await getItems(table, [long, { pk: 'ITEM#OPENA#1', sk: 'ITEM' }])).toHaveLength(1);
  expect((await queryPage(table, { pk: long.pk })).items).toEqual([]);
});
