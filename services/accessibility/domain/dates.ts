import { longDate, shortTime } from '@convener/writing/dates';

/** `Wednesday, 20 November 2024 at 10:02am`. */
export function moment(instant: string, timeZone: string): string {
  return `${longDate(instant, timeZone)} at ${shortTime(instant, timeZone)}`;
}

/** The day where the event is, as `2026-11-03`. */
export function dayIn(now: Date, timeZone: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(now);
}
