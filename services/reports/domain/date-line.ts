/** `Wednesday, 20th November 2024`, as the network's reports write it, in the event's own time zone. */
export function dayInWords(instant: string, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-GB', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone,
  }).formatToParts(new Date(instant));
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((each) => each.type === type)?.value ?? '';
  return `${part('weekday')}, ${ordinal(Number(part('day')))} ${part('month')} ${part('year')}`;
}

function ordinal(day: number): string {
  if (day >= 11 && day <= 13) return `${day}th`;
  return `${day}${['th', 'st', 'nd', 'rd'][day % 10] ?? 'th'}`;
}

/** `10am`, `12:30pm`. */
export function clockTime(instant: string, timeZone: string): string {
  const format = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone });
  const [hour = 0, minute = 0] = format.format(new Date(instant)).split(':').map(Number);
  const minutes = minute === 0 ? '' : `:${String(minute).padStart(2, '0')}`;
  return `${hour % 12 === 0 ? 12 : hour % 12}${minutes}${hour < 12 ? 'am' : 'pm'}`;
}

/** When it was and how: `Wednesday, 20th November 2024, 10am - 12:30pm, online`. An event over several days names both. */
export function dateLine(
  event: { readonly startsAt: string; readonly endsAt: string; readonly timeZone: string },
  /** `online`, or where it was. */
  where: string,
): string {
  const [firstDay, lastDay] = [dayInWords(event.startsAt, event.timeZone), dayInWords(event.endsAt, event.timeZone)];
  const [from, to] = [clockTime(event.startsAt, event.timeZone), clockTime(event.endsAt, event.timeZone)];
  return `${firstDay}, ${from} - ${firstDay === lastDay ? '' : `${lastDay}, `}${to}, ${where}`;
}
