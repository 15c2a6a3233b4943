import { joiningHours } from '@convener/contracts';
import { type EventTimes, standingOf, type Timing } from './around.ts';
import type { JoiningNews } from './event-change.ts';

/** Joining that opens so shortly before the last reminder is due, or so shortly after it could go, takes its place. */
const shortlyMs = 3_600_000;
/** Joining is opened by another service, minutes after its hour: so long a reminder that is due waits for it. */
const patienceMs = 900_000;

/** People do not get two letters at once: where joining opens when the last reminder is due, the letter about joining says both. */
export function goesWithJoining(timing: Timing, event: EventTimes, { openedAt }: Pick<JoiningNews, 'openedAt'>): boolean {
  if (openedAt === undefined) return false;
  const opened = new Date(openedAt);
  const standing = standingOf('last-reminder', timing, event, opened);
  return standing.kind === 'due' || (standing.kind === 'coming' && standing.at.getTime() - opened.getTime() <= shortlyMs);
}

/** When joining is to be opened: at its hour, or once there is something to open. */
function opensAt({ startsAt }: EventTimes, { changed }: JoiningNews): Date | undefined {
  return changed && new Date(Math.max(Date.parse(startsAt) - joiningHours * 3_600_000, Date.parse(changed.at)));
}

export type ReminderWay =
  | { readonly kind: 'alone' }
  | { readonly kind: 'with-joining' }
  /** Joining opens shortly. */
  | { readonly kind: 'waits'; readonly until: Date };

/** How a last reminder that is due leaves, at `now`. */
export function wayOfLastReminder(timing: Timing, event: EventTimes, news: JoiningNews, now: Date): ReminderWay {
  if (goesWithJoining(timing, event, news)) return { kind: 'with-joining' };
  const opens = news.openedAt === undefined ? opensAt(event, news) : undefined;
  if (!opens || opens.getTime() - now.getTime() > shortlyMs) return { kind: 'alone' };
  const until = new Date(opens.getTime() + patienceMs);
  return now < until ? { kind: 'waits', until } : { kind: 'alone' };
}
