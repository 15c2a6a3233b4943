import type { EventFacts, EventId } from '@convener/contracts';

/** What reflections keeps of an event: a read model from the domain events of the events service. */
export interface KeptEvent {
  readonly eventId: EventId;
  readonly slug: string;
  readonly title: string;
  /** The breakout question, verbatim. */
  readonly question: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly timeZone: string;
  readonly cancelled: boolean;
}

export function keptOf(facts: EventFacts, cancelled: boolean): KeptEvent {
  const { eventId, slug, title, question, startsAt, endsAt, timeZone } = facts;
  return { eventId, slug, title, question, startsAt, endsAt, timeZone, cancelled };
}

/** `2026-03-07`: the day of an instant where the event is. A contribution keeps its day and nothing finer. */
export function dayOf(instant: Date, timeZone: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(instant);
}

/** The instant that stands for a whole day, so that what is published of a contribution does not tell its hour either. */
export function dayAsInstant(day: string): Date {
  return new Date(`${day}T00:00:00.000Z`);
}
