import { describe, expect, test } from 'vitest';
import { type EventFigures, needsAttention } from './attention.ts';

const now = new Date('2026-03-07T10:00:00Z');
const ahead: EventFigures = {
  eventId: 'evt_sample',
  startsAt: '2026-03-20T10:00:00.000Z',
  endsAt: '2026-03-20T12:00:00.000Z',
  capacity: 10,
  cancelled: false,
  confirmed: 9,
  given: 0,
  waiting: 0,
  offered: 0,
  unthemed: 0,
  report: 'none',
  reportSent: false,
  untold: {},
};
const kinds = (changes: Partial<EventFigures>) => needsAttention({ ...ahead, ...changes }, now).map(({ kind }) => kind);

describe('what an organiser should look at today', () => {
  test('nothing, while there are places and nobody waits', () => {
    expect(kinds({})).toEqual([]);
  });

  test('those who wait for an event that has no place left: an offered place is no free one, and a free one is offered by itself', () => {
    expect(kinds({ offered: 1, waiting: 3 })).toEqual(['full']);
    expect(kinds({ waiting: 3 })).toEqual([]);
  });

  test('offers that nobody has answered, once there is so little time that a phone call helps; before that there is nothing to do', () => {
    expect(kinds({ offered: 1 })).toEqual([]);
    const soon = { startsAt: '2026-03-09T10:00:00.000Z', endsAt: '2026-03-09T12:00:00.000Z' };
    expect(kinds({ ...soon, offered: 1 })).toEqual(['offered']);
    expect(kinds({ ...soon, offered: 1, waiting: 3 })).toEqual(['offered', 'full']);
    expect(kinds({ ...soon, startsAt: '2026-03-09T10:00:00.001Z', offered: 1 })).toEqual([]);
  });

  test('those who were given a place and have no address, until the event: nobody else tells them', () => {
    expect(kinds({ given: 1 })).toEqual(['given']);
    expect(kinds({ given: 1, endsAt: '2026-03-07T09:00:00.000Z', report: 'published', reportSent: true })).toEqual([]);
  });

  test('those whom no letter told of news, until the event: once it is off, of nothing else', () => {
    const untold = { cancelled: 2, changed: 3, 'joining-changed': 1 };
    const told = (changes: Partial<EventFigures>) =>
      needsAttention({ ...ahead, untold, ...changes }, now).map((item) => (item.kind === 'untold' ? [item.news, item.count] : item.kind));
    expect(told({})).toEqual([
      ['changed', 3],
      ['joining-changed', 1],
    ]);
    expect(told({ cancelled: true, waiting: 2, offered: 1, given: 1 })).toEqual([['cancelled', 2]]);
    expect(told({ cancelled: true, endsAt: '2026-03-07T10:00:00.000Z' })).toEqual([]);
    expect(told({ endsAt: '2026-03-07T09:00:00.000Z' })).toEqual(['no-report']);
    expect(told({ untold: { changed: 0 } })).toEqual([]);
  });

  test('nothing of offers once the event is over or called off', () => {
    expect(kinds({ offered: 2, endsAt: '2026-03-07T09:00:00.000Z' })).toEqual(['no-report']);
    expect(kinds({ offered: 2, waiting: 2, cancelled: true })).toEqual([]);
  });
});
