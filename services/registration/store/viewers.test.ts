import { beforeEach, expect, test } from 'vitest';
import { letterLimit, viewerWindowMinutes } from '../domain/viewer-network.ts';
import { freshTable } from '../testing/open-event.ts';
import type { Viewers } from '../use-cases/ports.ts';
import { viewers } from './viewers.ts';

const minute = 60_000;
const noon = Date.parse('2024-11-01T12:00:00.000Z');
const at = (minutes: number) => new Date(noon + minutes * minute);

let counts: Viewers;
beforeEach(async () => {
  counts = viewers(await freshTable(), async (network) => network);
});

const taken = async (minutes: number, from = counts) => (await from.count('198.51.100.0', at(minutes))) <= letterLimit;

/** How many of a hall are let in each minute, who try again until they are; no more than so many can a minute. */
async function letIn(hall: number, minutes: number, { from = counts, tries = 60 } = {}): Promise<readonly number[]> {
  const each: number[] = [];
  let waiting = hall;
  for (let now = 0; now < minutes; now += 1) {
    let came = 0;
    for (let person = 0; person < Math.min(waiting, tries); person += 1) if (await taken(now, from)) came += 1;
    waiting -= came;
    each.push(came);
  }
  return each;
}

test('a hall of 130 behind one connection who try again each minute are all let in before twenty minutes are over', async () => {
  const each = await letIn(130, 2 * viewerWindowMinutes);
  expect(each.slice(0, viewerWindowMinutes).reduce((sum, came) => sum + came)).toBe(letterLimit);
  expect(each.reduce((sum, came) => sum + came)).toBe(130);
});

test('whoever goes on and on is let in half as often again as the limit in any ten minutes, and no more', async () => {
  const each = await letIn(1000, 3 * viewerWindowMinutes);
  for (let from = 0; from + viewerWindowMinutes <= each.length; from += 1) {
    const within = each.slice(from, from + viewerWindowMinutes).reduce((sum, came) => sum + came);
    expect(within).toBeLessThanOrEqual(letterLimit * 1.5);
  }
});

test('a twin that counts what it refuses keeps the hall out, and is caught', async () => {
  const tries = new Map<number, number>();
  const twin: Viewers = {
    ...counts,
    count: async (_network, now) => {
      const window = Math.floor(now.getTime() / (viewerWindowMinutes * minute));
      tries.set(window, (tries.get(window) ?? 0) + 1);
      return (tries.get(window) ?? 0) + (tries.get(window - 1) ?? 0);
    },
  };
  const each = await letIn(130, 2 * viewerWindowMinutes, { from: twin });
  expect(each.reduce((sum, came) => sum + came)).toBe(letterLimit);
});
