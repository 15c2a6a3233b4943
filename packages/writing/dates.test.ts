import { expect, test } from 'vitest';
import { longDate, plainDate, shortDate, shortTime, whenForAll, whenItIs, zoneName } from './dates.ts';

const london = 'Europe/London';

test.each([
  ['00:00', '12am'],
  ['00:30', '12:30am'],
  ['09:05', '9:05am'],
  ['12:00', '12pm'],
  ['13:00', '1pm'],
  ['23:59', '11:59pm'],
])('%s is %s', (clock, words) => {
  expect(shortTime(`2025-01-01T${clock}:00.000Z`, london)).toBe(words);
});

test('the day is that of the event’s own zone', () => {
  const late = '2025-07-01T23:30:00.000Z';
  expect([longDate(late, london), plainDate(late, london), shortDate(late, london)]).toEqual([
    'Wednesday, 2 July 2025',
    '2 July 2025',
    '2 Jul 2025',
  ]);
});

test('an event past midnight names both days', () => {
  expect(whenItIs('2024-11-20T10:00:00.000Z', '2024-11-20T12:30:00.000Z', london)).toBe('Wednesday, 20 November 2024, 10am to 12:30pm');
  expect(whenItIs('2024-07-01T11:00:00.000Z', '2024-07-02T23:30:00.000Z', london)).toBe(
    'Monday, 1 July 2024, 12pm to Wednesday, 3 July 2024, 12:30am',
  );
});

test.each([
  ['Europe/London', 'UK time', 'UK time'],
  ['America/St_Johns', 'Newfoundland Time', 'Newfoundland Time'],
  ['Europe/Paris', 'Central European Time', 'Central European Time'],
  ['UTC', 'Coordinated Universal Time', 'Coordinated Universal Time'],
])('%s is called the same in winter and in summer', (timeZone, winter, summer) => {
  expect([zoneName(timeZone, '2025-01-15T12:00:00.000Z'), zoneName(timeZone, '2025-07-15T12:00:00.000Z')]).toEqual([winter, summer]);
});

test('its zone stands beside the time of what people take part in from elsewhere, and not where all are in one place', () => {
  const times = { startsAt: '2024-11-20T13:30:00.000Z', endsAt: '2024-11-20T15:00:00.000Z', timeZone: 'America/St_Johns' } as const;
  const said = (mode: 'online' | 'in-person' | 'hybrid') => whenForAll({ ...times, mode });
  expect(said('online')).toBe('Wednesday, 20 November 2024, 10am to 11:30am, Newfoundland Time');
  expect(said('hybrid')).toBe(said('online'));
  expect(said('in-person')).toBe('Wednesday, 20 November 2024, 10am to 11:30am');
});
