/** How dates and times are written for people, in the event's own time zone. */
export function longDate(instant: string, timeZone: string): string {
  return format(instant, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone });
}

/** `Wednesday 20 November 2024 at 10:02`. */
export function moment(instant: string, timeZone: string): string {
  return `${longDate(instant, timeZone)} at ${format(instant, { hour: '2-digit', minute: '2-digit', timeZone })}`;
}

function format(instant: string, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat('en-GB', options).format(new Date(instant));
}
