import { longDate, shortTime } from '@convener/writing/dates';

/** `Wednesday, 20 November 2024, 10:02am`: when something opens, closes or was done. */
export function moment(instant: string, timeZone: string): string {
  return `${longDate(instant, timeZone)}, ${shortTime(instant, timeZone)}`;
}
