import { fromItem, getItem } from '@convener/dynamodb';
import { withTable } from '@convener/testing';
import { beforeAll, describe, expect, test } from 'vitest';
import { events } from '../service.ts';
import { sampleEvent } from '../testing/sample-event.ts';
import type { EventStore, Saving } from '../use-cases/ports.ts';
import { eventKey } from './event-item.ts';
import { eventStore } from './event-store.ts';

let table: Awaited<ReturnType<typeof withTable>>;
let store: EventStore;
const now = new Date('2026-01-10T12:00:00Z');

beforeAll(async () => {
  table = await withTable(events.tables.main);
  store = eventStore(table);
});

function saving(changes: Partial<Saving> & Pick<Saving, 'event'>): Saving {
  return { loaded: undefined, announcements: [{ kind: 'created' }], actor: { kind: 'organiser', id: 'org_sample' }, now, ...changes };
}

describe('an event', () => {
  test('comes back as it was saved, by id and by slug, with its domain event on the item', async () => {
    const event = sampleEvent({ id: 'evt_1' });
    expect(await store.save(saving({ event }))).toEqual({ kind: 'saved' });
    expect((await store.find('evt_1'))?.event).toEqual(event);
    expect(await store.findPublic(event.details.slug)).toEqual(event);
    const item = fromItem((await getItem(table, eventKey('evt_1'))) ?? {});
    expect(item.envelopes).toMatchObject([
      { id: 'evt_1:1:event.created.v1', type: 'event.created.v1', aggregate: { id: 'evt_1', version: 1 } },
    ]);
  });

  test('cannot take the slug of another', async () => {
    const event = sampleEvent({ id: 'evt_2' });
    expect(await store.save(saving({ event }))).toEqual({ kind: 'slug-taken' });
    expect(await store.find('evt_2')).toBeUndefined();
  });

  test('written by two people at once keeps the first and says so to the second', async () => {
    const [first, second] = [await store.find('evt_1'), await store.find('evt_1')];
    if (!first || !second) throw new Error('not there');
    const renamed = { ...first.event, details: { ...first.event.details, title: 'First' } };
    expect(await store.save(saving({ loaded: first, event: renamed, announcements: [] }))).toEqual({ kind: 'saved' });
    const other = { ...second.event, details: { ...second.event.details, title: 'Second' } };
    expect(await store.save(saving({ loaded: second, event: other, announcements: [] }))).toEqual({ kind: 'changed-meanwhile' });
    expect((await store.find('evt_1'))?.event.details.title).toBe('First');
  });
});

test('a draft gives its old slug back, a published event keeps every address it ever had', async () => {
  const draft = sampleEvent({ id: 'evt_3', details: { ...sampleEvent().details, slug: 'first-slug' } });
  await store.save(saving({ event: draft }));
  const second = {
    ...draft,
    details: { ...draft.details, slug: 'second-slug' },
    state: { kind: 'published' as const, publishedAt: now.toISOString() },
  };
  await store.save(saving({ loaded: await store.find('evt_3'), event: second, announcements: [] }));
  expect(await store.findPublic('first-slug')).toBeUndefined();
  const third = { ...second, details: { ...second.details, slug: 'third-slug' } };
  await store.save(saving({ loaded: await store.find('evt_3'), event: third, announcements: [] }));
  expect((await store.findPublic('second-slug'))?.id).toBe('evt_3');
  expect((await store.findPublic('third-slug'))?.id).toBe('evt_3');
});

test('published events are listed by their start', async () => {
  for (const [id, startsAt] of [
    ['evt_late', '2027-03-01T10:00:00.000Z'],
    ['evt_soon', '2027-02-01T10:00:00.000Z'],
  ] as const) {
    const details = { ...sampleEvent().details, slug: id.replace('_', '-'), startsAt };
    await store.save(saving({ event: sampleEvent({ id, details, state: { kind: 'published', publishedAt: now.toISOString() } }) }));
  }
  const listed = await store.list('published', { from: '2027-01-01T00:00:00.000Z' });
  expect(listed.map((event) => event.id)).toEqual(['evt_soon', 'evt_late']);
});
