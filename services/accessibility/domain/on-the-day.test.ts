import { describe, expect, test } from 'vitest';
import { doorOf } from './on-the-day.ts';

const event = { startsAt: '2124-11-20T10:00:00.000Z', endsAt: '2124-11-20T12:30:00.000Z', calledOffAt: undefined };

describe('the door on the day', () => {
  test.each([
    ['2124-11-19T10:00:00.000Z', 'not-yet'],
    ['2124-11-20T07:59:59.999Z', 'not-yet'],
    ['2124-11-20T08:00:00.000Z', 'open'],
    ['2124-11-20T11:00:00.000Z', 'open'],
    ['2124-11-20T14:29:59.999Z', 'open'],
    ['2124-11-20T14:30:00.000Z', 'over'],
    ['2125-11-20T11:00:00.000Z', 'over'],
  ])('at %s it is %s', (now, kind) => expect(doorOf(event, new Date(now)).kind).toBe(kind));

  test('of an event that was called off it never opens', () => {
    expect(doorOf({ ...event, calledOffAt: '2124-11-01T09:00:00.000Z' }, new Date('2124-11-20T11:00:00.000Z')).kind).toBe('called-off');
  });
});
