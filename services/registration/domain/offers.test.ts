import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { keyBetween } from './decide-move.ts';
import { dayThere, startOfDay } from './local-day.ts';
import { decideOffer, isQuiet, offerUntil, usualOffers } from './offers.ts';
import type { Registration } from './registration.ts';

const zones = ['Europe/London', 'America/New_York', 'Pacific/Apia', 'Asia/Kolkata'] as const;
const instants = fc.date({ min: new Date('2024-01-01'), max: new Date('2026-12-31'), noInvalidDate: true });
const hour = 60 * 60 * 1000;

describe('how long an offer stands', () => {
  const event = (startsAt: string) => ({ startsAt, timeZone: 'Europe/London' });
  test.each([
    ['a fortnight before', '2024-11-06T10:00:00.000Z', '2024-11-08T10:00:00.000Z'],
    ['a week before, to the hour', '2024-11-13T10:00:00.000Z', '2024-11-15T10:00:00.000Z'],
    ['three days before', '2024-11-17T10:00:00.000Z', '2024-11-18T10:00:00.000Z'],
    ['the day before, by day', '2024-11-19T13:00:00.000Z', '2024-11-19T16:00:00.000Z'],
    ['the evening before: into the morning', '2024-11-19T20:30:00.000Z', '2024-11-20T09:00:00.000Z'],
    ['in the night', '2024-11-20T03:00:00.000Z', '2024-11-20T09:00:00.000Z'],
    ['half an hour before', '2024-11-20T09:30:00.000Z', '2024-11-20T10:00:00.000Z'],
  ])('%s', (_when, now, until) => {
    expect(offerUntil(new Date(now), event('2024-11-20T10:00:00.000Z'), usualOffers)).toBe(until);
  });

  test('is never over at night, unless the event begins then, and never after the start', () => {
    const clock = fc.integer({ min: 0, max: 23 }).map((each) => `${String(each).padStart(2, '0')}:00`);
    fc.assert(
      fc.property(
        instants,
        fc.integer({ min: 1, max: 60 * 24 * 60 }),
        fc.constantFrom(...zones),
        clock,
        clock,
        (now, minutes, timeZone, quietFrom, quietUntil) => {
          const startsAt = new Date(now.getTime() + minutes * 60_000).toISOString();
          const setting = { quietFrom, quietUntil, longestHours: 48 };
          const until = offerUntil(now, { startsAt, timeZone }, setting);
          expect(until > now.toISOString() && until <= startsAt).toBe(true);
          expect(until === startsAt || !isQuiet(Date.parse(until), timeZone, setting)).toBe(true);
          expect(Date.parse(until) - now.getTime()).toBeLessThanOrEqual(73 * hour);
        },
      ),
      { numRuns: 300 },
    );
  });
});

test('a day begins where the event is, also as the clocks change', () => {
  expect(startOfDay('2024-03-31', 'Europe/London')).toBe('2024-03-31T00:00:00.000Z');
  expect(startOfDay('2024-04-01', 'Europe/London')).toBe('2024-03-31T23:00:00.000Z');
  fc.assert(
    fc.property(instants, fc.constantFrom(...zones), (instant, timeZone) => {
      const day = instant.toISOString().slice(0, 10);
      expect(dayThere(startOfDay(day, timeZone), timeZone)).toBe(day);
    }),
    { numRuns: 200 },
  );
});

test('a new key of the line sorts between its neighbours, however often somebody is moved there', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(), fc.nat(3_000_000)), { maxLength: 12 }), (moves) => {
      const line = ['2024-10-10T09:00:00.000Z#reg_a', '2024-10-10T09:00:00.001Z#reg_b'];
      for (const [place, ms] of moves) {
        const at = place % (line.length + 1);
        const key = keyBetween(line[at - 1] ?? '', line[at], new Date(Date.parse('2024-10-11T00:00:00.000Z') + ms));
        line.splice(at, 0, key);
        expect(line).toEqual([...line].sort());
      }
    }),
  );
});

describe('a place that is free', () => {
  const waiting: Registration = {
    ...{ registrationId: 'reg_a', eventId: 'evt_a', email: 'person@example.org', registeredAt: '2024-11-06T10:00:00.000Z', linkVersion: 1 },
    details: { name: 'Sample Person', organisation: '', comingAs: '', wantsReport: false, format: 'html' },
    letters: { since: '2024-11-06T10:00:00.000Z', count: 1 },
    state: { kind: 'waitlisted', waitingKey: '2024-11-06T10:00:00.000Z#reg_a' },
    group: 'speakers',
  };
  const [until, now] = ['2024-11-08T10:00:00.000Z', new Date('2024-11-06T11:00:00.000Z')];

  test('of a group is offered to somebody of it, and not to whom an organiser took out of it a moment ago', () => {
    expect(decideOffer(waiting, { until, pool: 'speakers' }, now)?.next?.state).toMatchObject({ kind: 'offered', pool: 'speakers' });
    expect(decideOffer({ ...waiting, group: undefined }, { until, pool: 'speakers' }, now)).toBeUndefined();
    expect(decideOffer({ ...waiting, group: undefined }, { until, pool: undefined }, now)?.next?.state).toMatchObject({ kind: 'offered' });
  });
});
