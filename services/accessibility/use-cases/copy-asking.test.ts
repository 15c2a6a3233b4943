import { beforeEach, expect, test } from 'vitest';
import type { Asking } from '../domain/asking.ts';
import { askingStore } from '../store/asking-store.ts';
import type { Tables } from '../store/need-store.ts';
import { everythingIn, freshTables } from '../testing/one-event.ts';
import type { AskingSettings } from './asking-ports.ts';
import { copyAsking } from './copy-asking.ts';

const cloned = { eventId: 'evt_new', fromEventId: 'evt_old', copies: ['speakers', 'access-kinds'] };
const set: Asking = { kinds: ['live-captions'], introduction: 'We can do a lot.', contact: 'Sample Coordinator', version: 3 };

let tables: Tables;
let asking: AskingSettings;
beforeEach(async () => {
  tables = await freshTables();
  asking = askingStore(tables.main);
  for (const version of [1, 2, 3]) await asking.save('evt_old', { ...set, version });
});

test('a new event asks what the earlier one asked, under a version of its own', async () => {
  await copyAsking(cloned, { asking });
  expect(await asking.load('evt_new')).toEqual({ ...set, version: 1 });
  expect(await everythingIn(tables.needs)).toEqual([]);
});

test('told again, or after somebody has set something, it changes nothing', async () => {
  await copyAsking(cloned, { asking });
  const own = { ...set, contact: 'Somebody else', version: 2 };
  await asking.save('evt_new', own);
  for (let telling = 1; telling <= 4; telling += 1) await copyAsking(cloned, { asking });
  expect(await asking.load('evt_new')).toEqual(own);
});

test('is caught by that test: a twin that copies whenever it is told', async () => {
  const twin = async () => asking.save('evt_new', { ...set, version: ((await asking.load('evt_new'))?.version ?? 0) + 1 });
  await twin();
  const own = { ...set, contact: 'Somebody else', version: 2 };
  await asking.save('evt_new', own);
  await twin();
  expect(await asking.load('evt_new')).not.toEqual(own);
});

test('what was not ticked, or never set, is not there', async () => {
  await copyAsking({ ...cloned, copies: ['speakers'] }, { asking });
  await copyAsking({ ...cloned, fromEventId: 'evt_none' }, { asking });
  expect(await asking.load('evt_new')).toBeUndefined();
});
