import { cloneParts } from '@convener/contracts/domain-events';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sampleEvent } from '../testing/sample-event.ts';
import { addressesFor, clonedFrom, suggestedDay } from './clone.ts';
import type { Event } from './event.ts';
import { wallClockAt } from './zoned-time.ts';

const now = new Date('2026-02-15T12:00:00Z');
const over = sampleEvent({ state: { kind: 'published', publishedAt: '2026-01-01T00:00:00.000Z' } });
const wish = {
  id: 'evt_new',
  title: 'A sample event',
  slug: 'a-sample-event-2026-06',
  startsAt: '2026-06-09T09:00:00.000Z',
  endsAt: '2026-06-09T11:30:00.000Z',
  capacity: 40,
  copies: [...cloneParts],
};

describe('an event made from another', () => {
  test('is a draft with everything that was ticked, and with registration as long before it', () => {
    const made = clonedFrom(over, wish, now);
    expect(made.state).toEqual({ kind: 'draft' });
    expect(made).toMatchObject({ speakers: over.speakers, links: over.links, joiningVersion: 1 });
    expect(made.details).toMatchObject({ question: 'What helps?', description: 'With **bold** words.', capacity: 40 });
    // Nine in London in January, and nine in London in summer.
    expect(made.details.registrationOpensAt).toBe('2026-04-30T08:00:00.000Z');
    expect(made.details.registrationClosesAt).toBe('2026-06-08T16:00:00.000Z');
    expect(made.provisions).toEqual([{ kind: 'live-captions', detail: 'By a live captioner.', knownBy: '2026-05-26' }]);
  });

  test('takes nothing over that was not ticked', () => {
    const made = clonedFrom(over, { ...wish, copies: [] }, now);
    expect(made).toMatchObject({ speakers: [], links: [], provisions: [] });
    expect(made.details).toMatchObject({ series: '', purpose: '', description: '', descriptionHtml: '', question: '' });
  });

  const times = fc.record({
    days: fc.integer({ min: 1, max: 700 }),
    hours: fc.integer({ min: 1, max: 10 }),
    copies: fc.subarray([...cloneParts]),
  });
  const cloned = (
    make: typeof clonedFrom,
    { days, hours, copies }: { days: number; hours: number; copies: (typeof cloneParts)[number][] },
  ) => {
    const startsAt = new Date(now.getTime() + days * 86_400_000);
    const endsAt = new Date(startsAt.getTime() + hours * 3_600_000);
    return make(over, { ...wish, startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString(), copies }, now);
  };
  const tellsHowToJoin = (event: Event) => /meet\.example\.org|five minutes early/.test(JSON.stringify(event));

  test('never has the old one’s joining link or instructions, and its registration can be opened and closed', () => {
    fc.assert(
      fc.property(times, (each) => {
        const made = cloned(clonedFrom, each);
        expect(tellsHowToJoin(made)).toBe(false);
        expect(made.details.registrationOpensAt < made.details.registrationClosesAt).toBe(true);
        expect(made.details.registrationClosesAt <= made.details.endsAt).toBe(true);
      }),
    );
  });

  test('is caught by that test: a twin that copies the details whole', () => {
    const twin: typeof clonedFrom = (from, { id }) => ({ ...from, id, state: { kind: 'draft' } });
    expect(tellsHowToJoin(cloned(twin, { days: 30, hours: 2, copies: [] }))).toBe(true);
  });
});

test('the day suggested is the same day of the week, in six weeks at the earliest and never before the old event', () => {
  expect(suggestedDay(over, now)).toBe('2026-03-31');
  fc.assert(
    fc.property(fc.date({ min: new Date('2025-01-01'), max: new Date('2029-01-01'), noInvalidDate: true }), (at) => {
      const day = suggestedDay(over, at);
      expect(new Date(`${day}T12:00:00Z`).getUTCDay()).toBe(new Date(over.details.startsAt).getUTCDay());
      expect(day > wallClockAt(new Date(over.details.startsAt), over.timeZone).date).toBe(true);
      expect(Date.parse(`${day}T23:59:59Z`)).toBeGreaterThan(at.getTime() + 41 * 86_400_000);
    }),
  );
});

test('addresses to try', () => {
  expect(addressesFor('sample', '2026-06-09T09:00:00.000Z', 'Europe/London')).toEqual(['sample', 'sample-2026-06', 'sample-2026-06-09']);
});
