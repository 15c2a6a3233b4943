import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bankHolidays, dayOf, isWorkingDay, workingDaysBefore, workingDaysUntil } from './working-days.ts';

/** As the government has published them for Scotland. */
const published: Readonly<Record<number, readonly string[]>> = {
  2024: ['01-01', '01-02', '03-29', '05-06', '05-27', '08-05', '12-02', '12-25', '12-26'],
  2025: ['01-01', '01-02', '04-18', '05-05', '05-26', '08-04', '12-01', '12-25', '12-26'],
  2026: ['01-01', '01-02', '04-03', '05-04', '05-25', '06-15', '08-03', '11-30', '12-25', '12-28'],
  2027: ['01-01', '01-04', '03-26', '05-03', '05-31', '08-02', '11-30', '12-27', '12-28'],
};

describe('bank holidays in Scotland', () => {
  test.each(Object.entries(published))('%s', (year, days) => {
    expect([...bankHolidays(Number(year))].sort()).toEqual(days.map((day) => `${year}-${day}`));
  });

  test('both days of the new year on a weekend, and both of Christmas', () => {
    expect([...bankHolidays(2022)]).toEqual(expect.arrayContaining(['2022-01-03', '2022-01-04', '2022-12-26', '2022-12-27']));
    expect([...bankHolidays(2028)]).toEqual(expect.arrayContaining(['2028-01-03', '2028-01-04']));
  });

  test('Good Friday by tables of Easter, also where its rule has exceptions', () => {
    const easters = ['2000-04-23', '2008-03-23', '2011-04-24', '2038-04-25', '2049-04-18', '2076-04-19', '2100-03-28'];
    for (const easter of easters) {
      const friday = new Date(Date.parse(easter) - 2 * 86_400_000).toISOString().slice(0, 10);
      expect(bankHolidays(Number(easter.slice(0, 4))).has(friday)).toBe(true);
    }
  });

  test('in any year nine that are weekdays, Easter Monday is none, and nobody makes up for a day with a day that is free already', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2028, max: 2200 }), (year) => {
        const days = [...bankHolidays(year)];
        expect(days).toHaveLength(9);
        expect(days.every((day) => ![0, 6].includes(new Date(day).getUTCDay()))).toBe(true);
      }),
    );
  });
});

describe('counting working days', () => {
  test.each([
    ['2026-11-20', 5, '2026-11-13'],
    // The new year: the 1st is a Friday, and the 4th makes up for the 2nd.
    ['2027-01-08', 5, '2026-12-30'],
    ['2026-12-01', 1, '2026-11-27'],
    ['2024-11-20', 30, '2024-10-09'],
    ['2026-11-22', 0, '2026-11-20'],
  ])('before %s, %i of them: %s', (day, count, before) => {
    expect(workingDaysBefore(day, count)).toBe(before);
  });

  test('going back and counting forth agree, and what is found is a working day', () => {
    const days = fc
      .date({ min: new Date('2020-01-01'), max: new Date('2060-01-01'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 60 }), (day, count) => {
        const before = workingDaysBefore(day, count);
        expect(isWorkingDay(before)).toBe(true);
        // The one way counts the day before the first step, the other the day of the last.
        expect(workingDaysUntil(before, day)).toBe(count === 0 || isWorkingDay(day) ? count : count - 1);
      }),
      { numRuns: 300 },
    );
  });

  test('a day is where the event is', () => {
    expect(dayOf('2026-06-14T23:30:00.000Z', 'Europe/London')).toBe('2026-06-15');
    expect(dayOf('2026-12-14T23:30:00.000Z', 'Europe/London')).toBe('2026-12-14');
  });
});
