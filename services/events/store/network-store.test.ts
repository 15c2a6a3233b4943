import { fromItem, getItem } from '@convener/dynamodb';
import { withTable } from '@convener/testing';
import { beforeEach, describe, expect, test } from 'vitest';
import { decideStatement, type Statement } from '../domain/statements.ts';
import { events } from '../service.ts';
import type { NetworkStore } from '../use-cases/network-ports.ts';
import { networkStore } from './network-store.ts';

const now = new Date('2026-03-01T12:00:00Z');
const actor = { kind: 'organiser', id: 'org_sample' } as const;
let table: Awaited<ReturnType<typeof withTable>>;
let store: NetworkStore;

beforeEach(async () => {
  table = await withTable(events.tables.main);
  store = networkStore(table);
});

function next(before: Statement | undefined, text: string): Statement {
  const over = before?.current.number ?? 0;
  const decision = decideStatement(before, { text, html: `<p>${text}</p>`, over, by: 'organiser' }, now);
  if (decision.kind !== 'changed') throw new Error(decision.kind);
  return decision.statement;
}

async function write(text: string) {
  const loaded = await store.statement('privacy');
  return store.saveStatement({ kind: 'privacy', loaded, statement: next(loaded.statement, text), actor, now });
}

describe('a statement', () => {
  test('is nothing before anybody has written one', async () => {
    expect(await store.published('privacy')).toBeUndefined();
    expect(await store.version('privacy', 1)).toBeUndefined();
  });

  test('keeps each version as it was, with its domain event and without its words in it', async () => {
    for (const text of ['One', 'Two', 'Three']) expect(await write(text)).toEqual({ kind: 'saved' });
    const published = await store.published('privacy');
    expect(published?.current).toMatchObject({ number: 3, text: 'Three', html: '<p>Three</p>', by: 'organiser' });
    expect(published?.earlier.map(({ number }) => number)).toEqual([1, 2]);
    expect(await store.version('privacy', 1)).toMatchObject({ number: 1, text: 'One' });
    expect(await store.published('accessibility-statement')).toBeUndefined();
    const item = fromItem((await getItem(table, { pk: 'STATEMENT#privacy', sk: 'CURRENT' })) ?? {});
    expect(item.envelopes).toMatchObject([1, 2, 3].map((number) => ({ data: { statement: 'privacy', number }, actor })));
    expect(JSON.stringify(item.envelopes)).not.toContain('Three');
  });

  test('written by two people at once keeps the first, whole, and says so to the second', async () => {
    const [first, second] = [await store.statement('privacy'), await store.statement('privacy')];
    const save = (loaded: typeof first, text: string) =>
      store.saveStatement({ kind: 'privacy', loaded, statement: next(loaded.statement, text), actor, now });
    expect(await save(first, 'First')).toEqual({ kind: 'saved' });
    expect(await save(second, 'Second')).toEqual({ kind: 'changed-meanwhile' });
    expect((await store.published('privacy'))?.current.text).toBe('First');
    expect((await store.version('privacy', 1))?.text).toBe('First');
  });
});

test('what the network usually provides comes back as it was saved, and is not overwritten unseen', async () => {
  const provisions = [{ kind: 'bsl-interpretation', detail: 'All day', by: 'Sample Interpreting', people: 2 }] as const;
  const [first, second] = [await store.usual(), await store.usual()];
  expect(first.provisions).toEqual([]);
  expect(await store.saveUsual({ loaded: first, provisions, actor, now })).toEqual({ kind: 'saved' });
  expect(await store.saveUsual({ loaded: second, provisions: [], actor, now })).toEqual({ kind: 'changed-meanwhile' });
  expect((await store.usual()).provisions).toEqual(provisions);
});
