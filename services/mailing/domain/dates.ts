import { plainDate, shortTime } from '@convener/writing/dates';

/** `2 December 2024, 9am`: for lists and progress. */
export function moment(instant: string, timeZone: string): string {
  return `${plainDate(instant, timeZone)}, ${shortTime(instant, timeZone)}`;
}
