import { describe, expect, test } from 'vitest';
import { type EventFigures, needsAttention } from './attention.ts';

const now = new Date('2026-03-07T10:00:00Z');
const ahead: EventFigures = {
  eventId: 'evt_sample',
  endsAt: '2026-03-20T12:00:00.000Z',
  capacity: 10,
  cancelled: false,
  confirmed: 9,
  waiting: 0,
  offered: 0,
  unthemed: 0,
  report: 'none',
  reportSent: false,
};
const kinds = (changes: Partial<EventFigures>) => needsAttention({ ...ahead, ...changes }, now).map(({ kind }) => kind);

describe('what an organiser should look at today', () => {
  test('nothing, while there are places and nobody waits', () => {
    expect(kinds({})).toEqual([]);
  });

  test('offered places that wait for an answer, and those who wait behind them: an offered place is no free one', () => {
    expect(kinds({ offered: 1 })).toEqual(['offered']);
    expect(kinds({ offered: 1, waiting: 3 })).toEqual(['offered', 'full']);
    expect(kinds({ waiting: 3 })).toEqual([]);
  });

  test('nothing of offers once the event is over or called off', () => {
    expect(kinds({ offered: 2, endsAt: '2026-03-07T09:00:00.000Z' })).toEqual(['no-report']);
    expect(kinds({ offered: 2, waiting: 2, cancelled: true })).toEqual([]);
  });
});
