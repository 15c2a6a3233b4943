import { describe, expect, it } from 'vitest';
import { scheduleTimes } from './schedule-expression.ts';

function next(expression: string, from: string, count = 1, timeZone?: string): (string | undefined)[] {
  const times = scheduleTimes(expression, timeZone);
  const found: (string | undefined)[] = [];
  let at: Date | undefined = new Date(from);
  for (let i = 0; i < count && at !== undefined; i += 1) {
    at = times.after(at);
    found.push(at?.toISOString().slice(0, 16));
  }
  return found;
}

describe('when a schedule is due', () => {
  it('counts a rate from the last time', () => {
    expect(next('rate(5 minutes)', '2026-03-01T09:02:00Z', 2)).toEqual(['2026-03-01T09:07', '2026-03-01T09:12']);
    expect(next('rate(1 day)', '2026-03-01T09:02:00Z')).toEqual(['2026-03-02T09:02']);
  });

  it.each([
    ['cron(0 6 * * ? *)', ['2026-03-02T06:00', '2026-03-03T06:00']],
    ['cron(0/20 9-10 * * ? *)', ['2026-03-01T09:20', '2026-03-01T09:40']],
    ['cron(30 8 ? * MON-FRI *)', ['2026-03-02T08:30', '2026-03-03T08:30']],
    ['cron(0 0 L * ? *)', ['2026-03-31T00:00', '2026-04-30T00:00']],
    ['cron(0 12 ? * 6L *)', ['2026-03-27T12:00', '2026-04-24T12:00']],
    ['cron(0 12 ? * TUE#2 *)', ['2026-03-10T12:00', '2026-04-14T12:00']],
    ['cron(15,45 10 1 JAN,JUL ? *)', ['2026-07-01T10:15', '2026-07-01T10:45']],
    ['cron(0 0 29 2 ? *)', ['2028-02-29T00:00', '2032-02-29T00:00']],
  ])('reads %s', (expression, expected) => {
    expect(next(expression, '2026-03-01T09:05:00Z', 2)).toEqual(expected);
  });

  it('follows the clocks of a time zone', () => {
    expect(next('cron(0 6 * * ? *)', '2026-03-27T12:00:00Z', 3, 'Europe/London')).toEqual([
      '2026-03-28T06:00',
      '2026-03-29T05:00',
      '2026-03-30T05:00',
    ]);
    expect(next('cron(30 1 * * ? *)', '2026-10-24T12:00:00Z', 2, 'Europe/London')).toHaveLength(2);
  });

  it('is never again where the year has passed', () => {
    expect(next('cron(0 6 * * ? 2020)', '2026-03-01T09:00:00Z')).toEqual([undefined]);
    expect(next('at(2026-03-05T10:00:00)', '2026-03-01T09:00:00Z', 2)).toEqual(['2026-03-05T10:00', undefined]);
  });

  it.each([
    'rate(0 minutes)',
    'rate(5 weeks)',
    'cron(0 6 * * *)',
    'cron(0 6 * * * *)',
    'cron(61 6 * * ? *)',
    'cron(0 6 W * ? *)',
    'every day',
  ])('refuses %s', (expression) => {
    expect(() => scheduleTimes(expression)).toThrow();
  });
});
