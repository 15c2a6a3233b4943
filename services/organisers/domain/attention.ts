import type { EventId } from '@convener/contracts';
import type { EventNews } from '@convener/contracts/domain-events';

/** The figures of one event, as the console's home keeps them. */
export interface EventFigures {
  readonly eventId: EventId;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly capacity: number;
  readonly cancelled: boolean;
  readonly confirmed: number;
  /** Of the confirmed: given a place that became free, without an address to tell them at. */
  readonly given: number;
  readonly waiting: number;
  readonly offered: number;
  readonly unthemed: number;
  readonly report: 'none' | 'draft' | 'published';
  readonly reportSent: boolean;
  /** How many had no address when there was news of the event to be told, by the newest telling of each kind. */
  readonly untold: Readonly<Partial<Record<EventNews, number>>>;
}

export type Attention =
  | { readonly kind: 'unthemed'; readonly eventId: EventId; readonly count: number }
  | { readonly kind: 'no-report'; readonly eventId: EventId }
  | { readonly kind: 'not-sent'; readonly eventId: EventId }
  | { readonly kind: 'full'; readonly eventId: EventId; readonly count: number }
  /** Somebody is asked, and there is little time left: a phone call helps. */
  | { readonly kind: 'offered'; readonly eventId: EventId; readonly count: number }
  /** Whom no letter reaches. */
  | { readonly kind: 'untold'; readonly news: EventNews; readonly eventId: EventId; readonly count: number }
  | { readonly kind: 'given'; readonly eventId: EventId; readonly count: number };

/** Before that an offer is between its letter and whoever got it, and runs out by itself. */
const soonMs = 48 * 60 * 60 * 1000;

/** What an organiser can do something about today, in the order of an event's life from its end backwards. */
export function needsAttention(figures: EventFigures, now: Date): readonly Attention[] {
  const { eventId } = figures;
  const isOver = Date.parse(figures.endsAt) <= now.getTime();
  if (figures.cancelled) return isOver ? [] : untold(figures, ['cancelled']);
  const list: Attention[] = [];
  if (!isOver) {
    // An offered place is nobody else's while its offer stands.
    const isFull = figures.confirmed + figures.offered >= figures.capacity;
    const isSoon = Date.parse(figures.startsAt) - now.getTime() <= soonMs;
    list.push(...untold(figures, ['changed', 'joining-changed']));
    if (figures.given > 0) list.push({ kind: 'given', eventId, count: figures.given });
    if (figures.offered > 0 && isSoon) list.push({ kind: 'offered', eventId, count: figures.offered });
    if (figures.waiting > 0 && isFull) list.push({ kind: 'full', eventId, count: figures.waiting });
    return list;
  }
  if (figures.unthemed > 0) list.push({ kind: 'unthemed', eventId, count: figures.unthemed });
  if (figures.report !== 'published') list.push({ kind: 'no-report', eventId });
  else if (!figures.reportSent) list.push({ kind: 'not-sent', eventId });
  return list;
}

function untold({ eventId, untold: people }: EventFigures, kinds: readonly EventNews[]): readonly Attention[] {
  return kinds.flatMap((news) => {
    const count = people[news] ?? 0;
    return count > 0 ? [{ kind: 'untold' as const, news, eventId, count }] : [];
  });
}
