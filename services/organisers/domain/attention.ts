import type { EventId } from '@convener/contracts';

/** The figures of one event, as the console's home keeps them. */
export interface EventFigures {
  readonly eventId: EventId;
  readonly endsAt: string;
  readonly capacity: number;
  readonly cancelled: boolean;
  readonly confirmed: number;
  readonly waiting: number;
  readonly offered: number;
  readonly unthemed: number;
  readonly report: 'none' | 'draft' | 'published';
  readonly reportSent: boolean;
}

export type Attention =
  | { readonly kind: 'unthemed'; readonly eventId: EventId; readonly count: number }
  | { readonly kind: 'no-report'; readonly eventId: EventId }
  | { readonly kind: 'not-sent'; readonly eventId: EventId }
  | { readonly kind: 'full'; readonly eventId: EventId; readonly count: number }
  | { readonly kind: 'offered'; readonly eventId: EventId; readonly count: number };

/** What an organiser should look at today, in the order of an event's life from its end backwards. */
export function needsAttention(figures: EventFigures, now: Date): readonly Attention[] {
  if (figures.cancelled) return [];
  const { eventId } = figures;
  const isOver = Date.parse(figures.endsAt) <= now.getTime();
  const list: Attention[] = [];
  if (!isOver) {
    // An offered place is nobody else's while its offer stands.
    const isFull = figures.confirmed + figures.offered >= figures.capacity;
    if (figures.offered > 0) list.push({ kind: 'offered', eventId, count: figures.offered });
    if (figures.waiting > 0 && isFull) list.push({ kind: 'full', eventId, count: figures.waiting });
    return list;
  }
  if (figures.unthemed > 0) list.push({ kind: 'unthemed', eventId, count: figures.unthemed });
  if (figures.report !== 'published') list.push({ kind: 'no-report', eventId });
  else if (!figures.reportSent) list.push({ kind: 'not-sent', eventId });
  return list;
}
