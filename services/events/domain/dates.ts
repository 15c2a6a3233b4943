/** How dates and times are written for people, in the event's own time zone. */
export function longDate(instant: string, timeZone: string): string {
  return new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone }).format(
    new Date(instant),
  );
}

/** `10am`, `12:30pm`: as the network's reports write them. */
export function shortTime(instant: string, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-GB', { hour: 'numeric', minute: '2-digit', hour12: true, timeZone }).formatToParts(
    new Date(instant),
  );
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((each) => each.type === type)?.value ?? '';
  const minutes = part('minute') === '00' ? '' : `:${part('minute')}`;
  // Midday is hour 0 in this locale's twelve-hour clock.
  const hour = part('hour') === '0' ? '12' : part('hour');
  return `${hour}${minutes}${part('dayPeriod').toLowerCase()}`;
}

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
