import { type EventTimes, momentOf, standingOf, type Timing } from './around.ts';
import type { JoiningNews } from './event-change.ts';

/** Joining that opens so shortly before the last reminder is due takes its place. */
const shortlyMs = 3_600_000;
/** Joining is opened by another service, minutes after its hour: so long a reminder that is due waits where there is something to open. */
const patienceMs = 900_000;

/** People do not get two letters at once: where joining opens when the last reminder is due, the letter about joining says both. */
export function goesWithJoining(timing: Timing, event: EventTimes, { openedAt }: Pick<JoiningNews, 'openedAt'>): boolean {
  if (openedAt === undefined) return false;
  const opened = new Date(openedAt);
  const standing = standingOf('last-reminder', timing, event, opened);
  return standing.kind === 'due' || (standing.kind === 'coming' && standing.at.getTime() - opened.getTime() <= shortlyMs);
}

/** The same time before the start counted in hours, as joining is: on the night when clocks go back a day of the calendar has 25. */
function byHours({ amount, unit }: Timing, { startsAt }: EventTimes): number {
  return Date.parse(startsAt) - amount * (unit === 'days' ? 24 : 1) * 3_600_000;
}

export type ReminderWay =
  | { readonly kind: 'alone' }
  | { readonly kind: 'with-joining' }
  /** Joining may open any minute. */
  | { readonly kind: 'waits'; readonly until: Date };

/** How a last reminder that is due leaves, at `now`. */
export function wayOfLastReminder(timing: Timing, event: EventTimes, news: JoiningNews, now: Date): ReminderWay {
  if (goesWithJoining(timing, event, news)) return { kind: 'with-joining' };
  const until = new Date(Math.max(momentOf('last-reminder', timing, event).getTime(), byHours(timing, event)) + patienceMs);
  return news.changed && news.openedAt === undefined && now < until ? { kind: 'waits', until } : { kind: 'alone' };
}
