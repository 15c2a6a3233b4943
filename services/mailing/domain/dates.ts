/** How dates and times are written for people, in the event's own time zone. */
export function longDate(instant: string, timeZone: string): string {
  return format(instant, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone });
}

/** `10am`, `12:30pm`. */
export function shortTime(instant: string, timeZone: string): string {
  return format(instant, { hour: 'numeric', minute: '2-digit', hour12: true, timeZone })
    .replace(':00', '')
    .replace(/^0(?=\D)/, '12')
    .replace(/\s/g, '')
    .toLowerCase();
}

/** Two times of one day, or both days where it goes on past midnight. */
export function whenItIs(startsAt: string, endsAt: string, timeZone: string): string {
  const [from, to] = [longDate(startsAt, timeZone), longDate(endsAt, timeZone)];
  const [start, end] = [shortTime(startsAt, timeZone), shortTime(endsAt, timeZone)];
  return from === to ? `${from}, ${start} to ${end}` : `${from}, ${start} to ${to}, ${end}`;
}

/** `2 December 2024, 9am`: for lists and progress. */
export function moment(instant: string, timeZone: string): string {
  return `${format(instant, { day: 'numeric', month: 'long', year: 'numeric', timeZone })}, ${shortTime(instant, timeZone)}`;
}

function format(instant: string, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat('en-GB', options).format(new Date(instant));
}
