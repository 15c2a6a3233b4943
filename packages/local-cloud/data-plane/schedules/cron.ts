import type { ScheduleTimes } from './schedule-times.ts';

interface CronFields {
  readonly minutes: readonly number[];
  readonly hours: readonly number[];
  readonly fitsDay: (day: CalendarDay) => boolean;
}

interface CalendarDay {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly date: number;
}

const monthNames = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const dayNames = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];
const dayMilliseconds = 86_400_000;
/** 29 February of a leap year lies at most eight years ahead. */
const daysToSearch = 366 * 8;

/** Scheduler's six fields: minutes, hours, day of month, month, day of week (1 is Sunday), year; in a time zone. */
export function cronSchedule(inside: string, timeZone: string): ScheduleTimes {
  const fields = readFields(inside);
  const zone = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  return {
    after(instant) {
      const start = localDay(instant, zone);
      for (let ahead = -1; ahead < daysToSearch; ahead += 1) {
        const day = new Date(start + ahead * dayMilliseconds);
        const calendar = { year: day.getUTCFullYear(), month: day.getUTCMonth() + 1, date: day.getUTCDate() };
        if (!fields.fitsDay(calendar)) continue;
        for (const hour of fields.hours) {
          for (const minute of fields.minutes) {
            const due = instantOf(day.getTime() + hour * 3_600_000 + minute * 60_000, zone);
            if (due > instant) return due;
          }
        }
      }
      return undefined;
    },
  };
}

/** The local calendar day of an instant, as midnight UTC of the same date. */
function localDay(instant: Date, zone: Intl.DateTimeFormat): number {
  return Math.floor((instant.getTime() + offset(instant, zone)) / dayMilliseconds) * dayMilliseconds;
}

/**
 * The instant whose local time is `local` (given as if it were UTC). A time that the clocks skip in spring is due an hour later by the
 * wall clock, and one that comes twice in autumn is due once, as Scheduler does it.
 */
function instantOf(local: number, zone: Intl.DateTimeFormat): Date {
  const guess = new Date(local - offset(new Date(local), zone));
  return new Date(local - offset(guess, zone));
}

function offset(instant: Date, zone: Intl.DateTimeFormat): number {
  const parts = new Map(zone.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
  const part = (name: Intl.DateTimeFormatPartTypes) => parts.get(name) ?? 0;
  const local = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
  return local - Math.floor(instant.getTime() / 1000) * 1000;
}

function readFields(inside: string): CronFields {
  const parts = inside.trim().split(/\s+/);
  const [minutes = '', hours = '', date = '', month = '', weekday = '', year = ''] = parts;
  if (parts.length !== 6) throw new Error(`cron(${inside}) does not have six fields.`);
  if ((date === '?') === (weekday === '?')) throw new Error(`cron(${inside}) needs ? in exactly one of day of month and day of week.`);
  const months = numbers(month, 1, 12, monthNames);
  const years = numbers(year, 1970, 2199);
  const fitsDate = date === '?' ? () => true : dateOfMonth(date);
  const fitsWeekday = weekday === '?' ? () => true : dayOfWeek(weekday);
  return {
    minutes: numbers(minutes, 0, 59),
    hours: numbers(hours, 0, 23),
    fitsDay: (day) => years.includes(day.year) && months.includes(day.month) && fitsDate(day) && fitsWeekday(day),
  };
}

function dateOfMonth(field: string): CronFields['fitsDay'] {
  if (field === 'L') return (day) => day.date === lastDate(day);
  const dates = numbers(field, 1, 31);
  return (day) => dates.includes(day.date);
}

function dayOfWeek(field: string): CronFields['fitsDay'] {
  const [, nthDay, nth] = /^(\w+)#([1-5])$/.exec(field) ?? [];
  if (nthDay !== undefined) {
    const [only] = numbers(nthDay, 1, 7, dayNames);
    return (day) => weekdayOf(day) === only && Math.ceil(day.date / 7) === Number(nth);
  }
  const [, lastDay] = /^(\w+)L$/.exec(field) ?? [];
  if (lastDay !== undefined) {
    const [only] = numbers(lastDay, 1, 7, dayNames);
    return (day) => weekdayOf(day) === only && day.date + 7 > lastDate(day);
  }
  const days = numbers(field, 1, 7, dayNames);
  return (day) => days.includes(weekdayOf(day));
}

/** 1 is Sunday, as in Scheduler. */
function weekdayOf({ year, month, date }: CalendarDay): number {
  return new Date(Date.UTC(year, month - 1, date)).getUTCDay() + 1;
}

function lastDate({ year, month }: CalendarDay): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** `*`, `5`, `1-5`, `0/15`, `MON-FRI`, and lists of them, sorted. */
function numbers(field: string, from: number, to: number, names: readonly string[] = []): number[] {
  const single = (text: string): number => {
    const byName = names.indexOf(text.toUpperCase());
    const value = byName === -1 ? Number(text) : byName + 1;
    if (!/^\w+$/.test(text) || !Number.isInteger(value) || value < from || value > to)
      throw new Error(`${field} is not a field of cron() that runs here.`);
    return value;
  };
  const found = new Set<number>();
  for (const part of field.split(',')) {
    const [range = '', step] = part.split('/', 2);
    const [first = '', last] = range === '*' ? [String(from), String(to)] : range.split('-', 2);
    const start = single(first);
    const end = last !== undefined ? single(last) : step === undefined ? start : to;
    const by = step === undefined ? 1 : Number(step);
    if (!(by >= 1) || !Number.isInteger(by)) throw new Error(`${field} is not a field of cron() that runs here.`);
    for (let value = start; value <= end; value += by) found.add(value);
  }
  return [...found].sort((a, b) => a - b);
}
