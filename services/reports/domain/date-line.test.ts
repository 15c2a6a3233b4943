import { expect, test } from 'vitest';
import { dateLine, dayInWords } from './date-line.ts';

const london = 'Europe/London';

test('reads as the seed’s own line', () => {
  const event = { startsAt: '2024-11-20T10:00:00.000Z', endsAt: '2024-11-20T12:30:00.000Z', timeZone: london };
  expect(dateLine(event, 'online')).toBe('Wednesday, 20th November 2024, 10am - 12:30pm, online');
});

test('an event over two days names both', () => {
  const event = { startsAt: '2025-06-30T08:30:00.000Z', endsAt: '2025-07-01T15:00:00.000Z', timeZone: london };
  expect(dateLine(event, 'in person at The Hall')).toBe(
    'Monday, 30th June 2025, 9:30am - Tuesday, 1st July 2025, 4pm, in person at The Hall',
  );
});

test.each([
  ['2025-01-01', '1st'],
  ['2025-01-02', '2nd'],
  ['2025-01-03', '3rd'],
  ['2025-01-04', '4th'],
  ['2025-01-10', '10th'],
  ['2025-01-11', '11th'],
  ['2025-01-12', '12th'],
  ['2025-01-13', '13th'],
  ['2025-01-20', '20th'],
  ['2025-01-21', '21st'],
  ['2025-01-22', '22nd'],
  ['2025-01-23', '23rd'],
  ['2025-01-30', '30th'],
  ['2025-01-31', '31st'],
])('%s is the %s', (day, ordinal) => {
  expect(dayInWords(`${day}T12:00:00.000Z`, london)).toContain(`, ${ordinal} January 2025`);
});

test('the day is that of the event’s own zone', () => {
  expect(dayInWords('2025-07-01T23:30:00.000Z', london)).toBe('Wednesday, 2nd July 2025');
});
