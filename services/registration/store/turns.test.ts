import { BusyError, commit, fromItem, getItem, type Table, toItem } from '@convener/dynamodb';
import { expect, test } from 'vitest';
import { freshTable } from '../testing/open-event.ts';
import { turnsKey } from './keys.ts';
import { inTurn } from './turns.ts';

const event = 'evt_crowded';
const at = Date.parse('2024-10-10T09:00:00.000Z');

async function nextIn(table: Table): Promise<number> {
  return Number(fromItem((await getItem(table, turnsKey(event))) ?? {}).next);
}

test('of those who are refused at once, each has a turn of their own, one after the other', async () => {
  const table = await freshTable();
  await Promise.all(Array.from({ length: 8 }, () => inTurn(table, event, () => at)(1)));
  expect(await nextIn(table)).toBe(at + 8 * 15);
});

test('whoever is refused again has a longer turn', async () => {
  const table = await freshTable();
  const pause = inTurn(table, event, () => at);
  await pause(1);
  await pause(2);
  expect(await nextIn(table)).toBe(at + 15 + 30);
});

test('turns of a moment ago keep nobody waiting, and neither does a clock that was hours ahead', async () => {
  const table = await freshTable();
  await inTurn(table, event, () => at)(1);
  await inTurn(table, event, () => at + 1000)(1);
  expect(await nextIn(table)).toBe(at + 1000 + 15);
  await inTurn(table, event, () => at - 60 * 60 * 1000)(1);
  expect(await nextIn(table)).toBe(at - 60 * 60 * 1000 + 15);
});

test('a crowd that reaches too far takes no more turns, and nobody waits for ever', { timeout: 30_000 }, async () => {
  const table = await freshTable();
  await commit(table, [{ kind: 'put', item: toItem({ ...turnsKey(event), next: at + 9000 }) }]);
  const pause = inTurn(table, event, () => at, 1000);
  // Each waits up to three seconds, and all of this write no longer than one.
  const untilBusy = async (): Promise<unknown> => {
    for (;;) await pause(1);
  };
  await expect(untilBusy()).rejects.toBeInstanceOf(BusyError);
  expect(await nextIn(table)).toBe(at + 9000);
});

test('where no turn can be had, chance does', async () => {
  const table = await freshTable();
  await expect(inTurn({ ...table, name: 'no-such-table' }, event)(1)).resolves.toBeUndefined();
});
