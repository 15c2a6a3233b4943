import { shortTime } from '@convener/writing/dates';

export function timeSpan(startsAt: string, endsAt: string, timeZone: string): string {
  return `${shortTime(startsAt, timeZone)} to ${shortTime(endsAt, timeZone)}`;
}

/** The parts of a leaf of a calendar. */
export function calendarLeaf(instant: string, timeZone: string) {
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat('en-GB', { ...options, timeZone }).format(new Date(instant));
  return {
    at: new Intl.DateTimeFormat('en-CA', { timeZone }).format(new Date(instant)),
    weekday: format({ weekday: 'short' }),
    day: format({ day: 'numeric' }),
    month: format({ month: 'short' }),
  };
}
