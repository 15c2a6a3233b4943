import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { instantOf, isSkipped, wallClockAt } from './zoned-time.ts';

test.each([
  ['2024-11-20', '10:00', '2024-11-20T10:00:00.000Z'],
  ['2026-07-01', '10:00', '2026-07-01T09:00:00.000Z'],
  ['2026-03-29', '01:30', '2026-03-29T01:30:00.000Z'],
  ['2026-10-25', '01:30', '2026-10-25T00:30:00.000Z'],
])('%s %s in Scotland is %s', (date, time, instant) => {
  expect(instantOf({ date, time }, 'Europe/London').toISOString()).toBe(instant);
});

test('an instant shown on the wall and read back is the same instant, but in the hour that autumn repeats', () => {
  const instants = fc.date({ min: new Date('2020-01-01'), max: new Date('2035-01-01'), noInvalidDate: true });
  fc.assert(
    fc.property(instants, fc.constantFrom('Europe/London', 'America/New_York', 'Asia/Kolkata', 'UTC'), (instant, timeZone) => {
      const minute = new Date(Math.floor(instant.getTime() / 60_000) * 60_000);
      const back = instantOf(wallClockAt(minute, timeZone), timeZone);
      expect([0, 60 * 60 * 1000]).toContain(minute.getTime() - back.getTime());
      expect(wallClockAt(back, timeZone)).toEqual(wallClockAt(minute, timeZone));
    }),
  );
});

test.each([
  ['2027-03-28', '00:59', false],
  ['2027-03-28', '01:00', true],
  ['2027-03-28', '01:59', true],
  ['2027-03-28', '02:00', false],
  ['2027-10-31', '01:30', false],
])('%s %s in Scotland is left out: %s', (date, time, skipped) => {
  expect(isSkipped({ date, time }, 'Europe/London')).toBe(skipped);
});
