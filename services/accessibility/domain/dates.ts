import { longDate, shortTime } from '@convener/writing/dates';

/** `Wednesday, 20 November 2024 at 10:02am`. */
export function moment(instant: string, timeZone: string): string {
  return `${longDate(instant, timeZone)} at ${shortTime(instant, timeZone)}`;
}
