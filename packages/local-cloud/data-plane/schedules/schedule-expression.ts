import { cronSchedule } from './cron.ts';
import type { ScheduleTimes } from './schedule-times.ts';

const unitMilliseconds: Readonly<Record<string, number>> = { minute: 60_000, hour: 3_600_000, day: 86_400_000 };

/** Reads `rate(5 minutes)`, `cron(0 6 * * ? *)` or `at(2026-03-01T09:00:00)`. Throws an Error that says what is wrong with it. */
export function scheduleTimes(expression: string, timeZone = 'UTC'): ScheduleTimes {
  const [, kind, inside = ''] = /^(rate|cron|at)\((.*)\)$/.exec(expression) ?? [];
  switch (kind) {
    case 'rate':
      return rate(inside, expression);
    case 'cron':
      return cronSchedule(inside, timeZone);
    case 'at': {
      const at = new Date(`${inside}Z`);
      if (timeZone !== 'UTC' || Number.isNaN(at.getTime())) throw new Error(`${expression} cannot be read; at() runs here in UTC only.`);
      return { after: (instant) => (at > instant ? at : undefined) };
    }
    default:
      throw new Error(`${expression} is neither rate(…), cron(…) nor at(…).`);
  }
}

function rate(inside: string, expression: string): ScheduleTimes {
  const [, count = '', unit = ''] = /^(\d+) (minute|hour|day)s?$/.exec(inside) ?? [];
  const milliseconds = Number(count) * (unitMilliseconds[unit] ?? 0);
  if (!(milliseconds > 0)) throw new Error(`${expression} is not a rate that Scheduler knows.`);
  return { after: (instant) => new Date(instant.getTime() + milliseconds) };
}
