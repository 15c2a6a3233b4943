import type { EventFacts } from '@convener/contracts';

/** What accessibility keeps of an event's public facts. Instants are ISO in UTC, in one form, so that they compare as text. */
export type EventOutline = Pick<EventFacts, 'eventId' | 'slug' | 'title' | 'startsAt' | 'endsAt' | 'timeZone' | 'mode' | 'provisions'> & {
  /** Where people come to; empty online. Facts of before lack it. */
  readonly place?: string;
  /** Facts of before lack it. */
  readonly registrationClosesAt?: string;
  /** When it was called off; undefined while it stands. */
  readonly calledOffAt: string | undefined;
  /** The event's own version; what is saved is saved under these facts or not at all. */
  readonly version: number;
};

/** `open`: people can say what would help. Afterwards they can only take it back. */
export type Phase = 'open' | 'over' | 'called-off';

export function phaseOf(event: Pick<EventOutline, 'endsAt' | 'calledOffAt'>, now: Date): Phase {
  if (event.calledOffAt) return 'called-off';
  return now.toISOString() >= event.endsAt ? 'over' : 'open';
}

export type Standing = 'here' | 'gone';

/** Calling an event off ends every place at it: that is what its people are to hear, not that they gave it up. */
export function whyGone({ calledOffAt }: Pick<EventOutline, 'calledOffAt'>): 'gone' | 'called-off' {
  return calledOffAt ? 'called-off' : 'gone';
}
