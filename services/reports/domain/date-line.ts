import { shortTime } from '@convener/writing/dates';

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

/** When it was and how: `Wednesday, 20th November 2024, 10am - 12:30pm, online`. An event over several days names both. */
export function dateLine(
  event: { readonly startsAt: string; readonly endsAt: string; readonly timeZone: string },
  /** `online`, or where it was. */
  where: string,
): string {
  const [firstDay, lastDay] = [dayInWords(event.startsAt, event.timeZone), dayInWords(event.endsAt, event.timeZone)];
  const [from, to] = [shortTime(event.startsAt, event.timeZone), shortTime(event.endsAt, event.timeZone)];
  return `${firstDay}, ${from} - ${firstDay === lastDay ? '' : `${lastDay}, `}${to}, ${where}`;
}
