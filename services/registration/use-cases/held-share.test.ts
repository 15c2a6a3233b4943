import { expect, test } from 'vitest';
import { heldShare } from '../domain/viewer-network.ts';
import { everyone, holdsPlace, type OpenEvent, openEvent, openFrom, placesIn, press, send } from '../testing/open-event.ts';
import { expireUnconfirmed } from './leave.ts';
import type { Viewers } from './ports.ts';

/** A small event, and one person with as many made-up addresses, who comes again every ten minutes for a day and more. */
const capacity = 40;
const hours = 24;
const minute = 60_000;
const after = (minutes: number) => new Date(openFrom.getTime() + minutes * minute);

/** The most places that were ever out of everybody's reach while the attack went on. `from` is the address of a form. */
async function attacked(event: OpenEvent, from: (form: number) => string): Promise<number> {
  let most = 0;
  let form = 0;
  for (let minutes = 0; minutes <= hours * 60; minutes += 8 * 60) {
    // Three times ten minutes apart, and then a pause: all that the limit of ten minutes lets through, and cheaper to run.
    for (let round = 0; round < 3; round += 1) {
      const now = after(minutes + round * 20);
      await expireUnconfirmed(now, event.ports);
      for (let at = 0; at < 15; at += 1) {
        form += 1;
        await send(event, `made-up-${form}`, { viewerIp: from(form), now });
      }
      most = Math.max(most, (await placesIn(event)).taken);
    }
  }
  return most;
}

test('one person with made-up addresses never holds more than a quarter of a small event, however often they come (S12)', async () => {
  const event = await openEvent({ capacity });
  expect(await attacked(event, () => '198.51.100.9')).toBe(heldShare(capacity));
  const now = after(hours * 60 + 45);
  for (let at = 0; at < capacity - heldShare(capacity); at += 1) {
    await send(event, `real-${at}`, { now });
    expect((await press(event, `real-${at}`, now)).kind).toBe('confirmed');
  }
});

test('it helps nobody to take another of the 65,536 networks that their line has in IPv6', async () => {
  const event = await openEvent({ capacity });
  expect(await attacked(event, (form) => `2001:db8:7:${form.toString(16)}::1`)).toBe(heldShare(capacity));
});

test.each([
  ['forgets after ten minutes', (real: Viewers): Viewers => ({ ...real, countAt: (line, _eventId, now) => real.count(line, now) })],
  ['counts no event', (real: Viewers): Viewers => ({ ...real, countAt: async () => 1 })],
])('a twin that %s is emptied: these tests would see it', async (_how, broken) => {
  const event = await openEvent({ capacity });
  const twin = { ...event, ports: { ...event.ports, viewers: broken(event.ports.viewers) } };
  expect(await attacked(twin, () => '198.51.100.9')).toBe(capacity);
});

test('an office of 60 behind one address has every place of an event of 60, by pressing their links (S12)', async () => {
  const event = await openEvent({ capacity: 60 });
  const colleagues = Array.from({ length: 60 }, (_, at) => `colleague-${at}`);
  for (const who of colleagues) expect(await send(event, who, { viewerIp: '198.51.100.9' })).toEqual({ kind: 'asked' });
  expect((await everyone(event)).filter(holdsPlace)).toHaveLength(heldShare(60));
  for (const who of colleagues.toReversed()) expect((await press(event, who)).kind).toBe('confirmed');
  expect(await placesIn(event)).toMatchObject({ taken: 60, waiting: 0 });
});

test('at another event the same network is as welcome as anybody', async () => {
  const [one, other] = [await openEvent({ capacity: 4 }), await openEvent({ capacity: 4 })];
  for (let at = 0; at < 4; at += 1) await send(one, `a-${at}`, { viewerIp: '198.51.100.9' });
  await send(other, 'b', { viewerIp: '198.51.100.9' });
  expect([(await placesIn(one)).taken, (await placesIn(other)).taken]).toEqual([3, 1]);
});
