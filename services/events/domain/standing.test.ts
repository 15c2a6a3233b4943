import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sampleEvent } from '../testing/sample-event.ts';
import type { Event } from './event.ts';
import { standingOf, staysTrueFor } from './standing.ts';

const published: Event = { ...sampleEvent(), state: { kind: 'published', publishedAt: '2026-01-01T00:00:00.000Z' } };
const at = (instant: string) => standingOf(published, new Date(instant)).kind;

test('an event is not open yet, open, closed, over', () => {
  expect(at('2026-01-01T08:59:59Z')).toBe('not-yet');
  expect(at('2026-01-01T09:00:00Z')).toBe('open');
  expect(at('2026-02-09T17:00:00Z')).toBe('closed');
  expect(at('2026-02-10T12:30:00Z')).toBe('over');
  expect(standingOf({ ...published, state: { kind: 'cancelled', cancelledAt: '' } }, new Date('2026-01-10T00:00:00Z')).kind).toBe(
    'cancelled',
  );
});

describe('what a cache says of an event', () => {
  const anyTime = fc.date({ min: new Date('2025-12-31T00:00:00Z'), max: new Date('2026-02-11T00:00:00Z'), noInvalidDate: true });
  const near = fc
    .tuple(
      fc.constantFrom('2026-01-01T09:00:00Z', '2026-02-09T17:00:00Z', '2026-02-10T12:30:00Z'),
      fc.integer({ min: -60_000, max: 60_000 }),
    )
    .map(([instant, off]) => new Date(Date.parse(instant) + off));

  /** True where a page made at a moment says something else than it should at the last moment at which a cache may show it. */
  const goesStale = (made: Date, seconds: number) =>
    standingOf(published, made).kind !== standingOf(published, new Date(made.getTime() + Math.max(0, seconds * 1000 - 1))).kind;

  test('is still so when it is shown last', () => {
    fc.assert(fc.property(fc.oneof(anyTime, near), (made) => !goesStale(made, staysTrueFor(published, made, 30))));
  });

  test('is kept for no longer than a page may be', () => {
    fc.assert(fc.property(fc.oneof(anyTime, near), (made) => staysTrueFor(published, made, 30) <= 30));
  });

  test('is caught by that test: a twin that keeps every page for half a minute', () => {
    expect(goesStale(new Date('2026-02-09T16:59:50Z'), 30)).toBe(true);
  });
});
