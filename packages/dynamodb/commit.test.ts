import { faultyEndpoint, startEngine, withTable } from '@convener/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aggregatePut, readModelPut } from './aggregate.ts';
import { commit, type Write } from './commit.ts';
import { fromItem, toItem } from './item.ts';
import { getItem } from './read.ts';
import type { Table } from './table.ts';

const definition = { accessPatterns: [], lifetimes: {} };
let plain: Table;
let lossy: Table;
let faulty: Awaited<ReturnType<typeof faultyEndpoint>>;

beforeAll(async () => {
  const engine = await startEngine();
  plain = await withTable(definition);
  faulty = await faultyEndpoint(engine.endpoint, [{ fault: { kind: 'lost-reply' }, share: 0.2 }], 7);
  lossy = { name: plain.name, client: engine.clientFor({ endpoint: faulty.endpoint, maxAttempts: 12 }) };
});

afterAll(() => faulty.stop());

const key = (pk: string) => ({ pk, sk: 'X' });
const now = new Date('2026-01-01T00:00:00Z');
const first = (pk: string): Write =>
  aggregatePut({ key: key(pk), expectedVersion: 0, attributes: { word: 'mine' }, carried: [], added: [], now });

describe('a reply that is lost after the write', () => {
  test('does not turn a put that succeeded into a conflict', async () => {
    const outcomes = [];
    for (let i = 0; i < 40; i += 1) outcomes.push(await commit(lossy, [first(`single-${i}`)]));
    expect(outcomes.every((outcome) => outcome.kind === 'committed')).toBe(true);
    expect(faulty.struck.length).toBeGreaterThan(5);
  });

  test('does not count twice in a transaction', async () => {
    const plus = (pk: string): Write => ({ kind: 'update', key: key(pk), update: 'ADD taken :one', values: { ':one': { N: '1' } } });
    for (let i = 0; i < 40; i += 1) await commit(lossy, [plus('counter'), first(`pair-${i}`)]);
    expect(fromItem((await getItem(plain, key('counter'))) ?? {}).taken).toBe(40);
  });

  test('is caught by this test: a twin without the mark calls its own write somebody else’s', async () => {
    const verdicts = [];
    for (let i = 0; i < 40; i += 1) verdicts.push(await withoutMark(`twin-${i}`));
    expect(verdicts).toContain('conflict');
  });
});

async function withoutMark(pk: string): Promise<string> {
  const { PutItemCommand, ConditionalCheckFailedException } = await import('@aws-sdk/client-dynamodb');
  try {
    await lossy.client.send(
      new PutItemCommand({ TableName: lossy.name, Item: toItem(key(pk)), ConditionExpression: 'attribute_not_exists(pk)' }),
    );
    return 'committed';
  } catch (error) {
    return error instanceof ConditionalCheckFailedException ? 'conflict' : 'failed';
  }
}

test('of two writers who read the same version, one is told', async () => {
  await commit(plain, [first('contended')]);
  const again = (word: string) =>
    commit(plain, [aggregatePut({ key: key('contended'), expectedVersion: 1, attributes: { word }, carried: [], added: [], now })]);
  const outcomes = await Promise.all([again('a'), again('b')]);
  expect(outcomes.map((outcome) => outcome.kind).sort()).toEqual(['committed', 'conflict']);
});

test('a read model takes news in any order, and keeps the newest', async () => {
  for (const version of [2, 1, 3, 3, 2]) await commit(plain, [readModelPut(key('model'), { word: `v${version}` }, version)]);
  expect(fromItem((await getItem(plain, key('model'))) ?? {})).toMatchObject({ word: 'v3', version: 3 });
});

test('envelopes older than a week are left behind by the next write', async () => {
  const envelope = (at: string) => ({
    id: at,
    type: 'event.created.v1',
    at,
    aggregate: { id: 'a', version: 1 },
    actor: { kind: 'system' as const },
    data: {},
  });
  const carried = [envelope('2025-12-20T00:00:00.000Z'), envelope('2025-12-30T00:00:00.000Z')];
  await commit(plain, [
    aggregatePut({ key: key('aged'), expectedVersion: 0, attributes: {}, carried, added: [envelope(now.toISOString())], now }),
  ]);
  const item = fromItem((await getItem(plain, key('aged'))) ?? {});
  expect(item.envelopes).toHaveLength(2);
});
