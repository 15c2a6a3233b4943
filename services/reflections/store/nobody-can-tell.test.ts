import { ScanCommand } from '@aws-sdk/client-dynamodb';
import { fromItem, type Table } from '@convener/dynamodb';
import { beforeAll, describe, expect, test } from 'vitest';
import { now } from '../testing/open-event.ts';
import { type World, world } from '../testing/visitor.ts';

/** S15: whatever attendees do, nothing that is stored tells who, from where, at what time or in what order. */
const traces: Readonly<Record<string, RegExp>> = {
  address: /\b\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}\b|203\.0\.113|198\.51\.100/,
  'user agent': /SampleBrowser|Mozilla|user-?agent/i,
  cookie: /cookie/i,
  // An hour in any form: only midnight stands for a day. Seconds and milliseconds since 1970 are thirteen or ten digits.
  'exact time': /T(?!00:00:00\.000Z)\d{2}:\d{2}|\b\d{2}:\d{2}:\d{2}(?!\.000Z)\b|(?<![\w-])1[67]\d{8}(?:\d{3})?(?![\w-])/,
};

function tracesIn(items: readonly unknown[]): readonly string[] {
  const text = JSON.stringify(items);
  return Object.entries(traces).flatMap(([name, pattern]) => (pattern.test(text) ? [name] : []));
}

async function everything(table: Table): Promise<readonly Record<string, unknown>[]> {
  const { Items = [] } = await table.client.send(new ScanCommand({ TableName: table.name }));
  return Items.map(fromItem);
}

let site: World;
let items: readonly Record<string, unknown>[];
const order: string[] = [];

beforeAll(async () => {
  site = await world({ rooms: 2 });
  const { room, notes } = await site.linksOf('rm1');
  for (let each = 0; each < 30; each += 1) {
    const made = await site.visit('POST', room, { json: { words: `Said ${each}`, attempt: `attempt-${each}` } });
    order.push(String(made.data().reflectionId));
  }
  await site.visit('POST', notes, { fields: { points: 'One\nTwo\nThree', attempt: 'batch' } });
  const own = async (words: string) => {
    const made = await site.visit('POST', room, { json: { words } });
    return new URL(String(made.data().ownLink)).pathname;
  };
  await site.visit('POST', await own('To be edited'), { fields: { action: 'save', words: 'Edited' } });
  await site.visit('POST', await own('To be withdrawn'), { fields: { action: 'withdraw' } });
  // The rooms were opened by an organiser, whose acts may have their hour.
  items = (await everything(site.table)).filter((item) => String(item.sk).startsWith('REF#'));
});

describe('what is stored of attendees', () => {
  test('holds no address, device, cookie or hour, in state or in domain events', () => {
    expect(items).toHaveLength(35);
    expect(tracesIn(items)).toEqual([]);
    for (const item of items) expect(item.day).toBe('2024-11-20');
  });

  test('holds these attributes and no others', () => {
    const known = ['pk', 'sk', 'version', 'envelopes', 'writeId', 'id', 'eventId', 'roomId', 'source', 'day', 'linkVersion'];
    const more = ['listing', 'listingOrder', 'placed', 'standing', 'themeIds', 'said'];
    expect([...new Set(items.flatMap((item) => Object.keys(item)))].sort()).toEqual([...known, ...more].sort());
  });

  test('tells no order: ids are as good as shuffled, and nothing of the sending is kept', () => {
    const pairs = order.slice(1).filter((id, at) => id > (order[at] ?? ''));
    // 30 ids in a random order rise about half the time; in the order of making they would always rise or fall.
    expect(pairs.length).toBeGreaterThan(3);
    expect(pairs.length).toBeLessThan(26);
    expect(JSON.stringify(items)).not.toMatch(/attempt-\d|batch/);
  });

  test('goes out in domain events whose own ids, which are logged with the time, lead to no reflection', () => {
    const envelopes = items.flatMap((item) => (Array.isArray(item.envelopes) ? item.envelopes : []));
    expect(envelopes).toHaveLength(36);
    for (const envelope of envelopes) expect(envelope.id).toMatch(/^said-[\w-]{22}:\d:reflection\.(made|withdrawn)\.v1$/);
    expect(new Set(envelopes.map((envelope) => envelope.id)).size).toBe(36);
  });

  test('keeps no word of what was withdrawn or edited', () => {
    expect(JSON.stringify(items)).not.toMatch(/To be withdrawn|To be edited/);
    expect(items.filter((item) => item.standing === 'withdrawn').map((item) => item.said)).toEqual([undefined]);
  });

  test.each([
    ['exact time', { at: now.toISOString() }],
    ['exact time', { createdAt: Math.floor(now.getTime() / 1000) }],
    ['exact time', { createdAt: now.getTime() }],
    ['address', { from: '203.0.113.5' }],
    ['user agent', { device: 'SampleBrowser/7.1' }],
    ['cookie', { session: 'sample=cookie-of-somebody' }],
  ])('a careless item would be caught by its %s (negative control)', (name, careless) => {
    expect(tracesIn([...items, { ...items[0], ...careless }])).toEqual([name]);
  });
});
