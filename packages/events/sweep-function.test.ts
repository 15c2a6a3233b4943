import { expect, test } from 'vitest';
import { sweepFunction } from './sweep-function.ts';

test('every sweep is tried, whatever the one before did; a failure is told at the end', async () => {
  const done: string[] = [];
  const sweep = sweepFunction({
    sweeps: {
      first: async () => {
        throw new Error('not today');
      },
      second: async (now) => {
        done.push(now.toISOString());
        return 3;
      },
    },
    dependencies: () => ({}),
    clock: () => new Date('2026-01-01T00:00:00Z'),
  });
  await expect(sweep()).rejects.toThrow('A sweep failed');
  expect(done).toEqual(['2026-01-01T00:00:00.000Z']);
});

test('it says how much was due', async () => {
  const sweep = sweepFunction({ sweeps: { reminders: async () => 2 }, dependencies: () => ({}) });
  expect(await sweep()).toEqual({ reminders: 2 });
});
