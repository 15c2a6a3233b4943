import { marshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBRecord } from 'aws-lambda';
import { expect, test } from 'vitest';
import { addedEnvelopes } from './publisher-function.ts';

const envelope = (id: string) => ({ id, type: 'event.created.v1', at: '2026-01-01T00:00:00.000Z', data: { eventId: 'evt_sample' } });

function record(before: readonly string[] | undefined, after: readonly string[] | undefined): DynamoDBRecord {
  const image = (ids: readonly string[] | undefined) =>
    ids ? marshall({ pk: 'EVENT#1', name: 'never published', envelopes: ids.map(envelope) }) : undefined;
  // The stream's types and the SDK's describe the same document.
  return { dynamodb: { OldImage: image(before), NewImage: image(after) } } as unknown as DynamoDBRecord;
}

const ids = (before: readonly string[] | undefined, after: readonly string[] | undefined) =>
  addedEnvelopes(record(before, after)).map(({ id }) => id);

test('a new item tells all that rides on it', () => {
  expect(ids(undefined, ['a'])).toEqual(['a']);
});

test('a changed item tells what is new, not what it carried', () => {
  expect(ids(['a', 'b'], ['b', 'c', 'd'])).toEqual(['c', 'd']);
});

test('an item that went, or that only aged, tells nothing', () => {
  expect(ids(['a'], undefined)).toEqual([]);
  expect(ids(['a', 'b'], ['b'])).toEqual([]);
});

test('nothing of the item but its envelopes leaves', () => {
  expect(JSON.stringify(addedEnvelopes(record(undefined, ['a'])))).not.toContain('never published');
});

test('is caught by these tests: a twin that tells the new image whole tells twice', () => {
  const twin = (_before: readonly string[], after: readonly string[]) => after;
  expect(twin(['a', 'b'], ['b', 'c', 'd'])).not.toEqual(ids(['a', 'b'], ['b', 'c', 'd']));
});
