import type { EventOutline } from './event.ts';

const dayMs = 24 * 60 * 60 * 1000;

/** The promise in the consent: nothing is left this many days after the event's end. */
export const keptDays = 30;
/** Deleting starts a day before, so that the promise holds even when the sweep fails for a day. */
const deletedFromDays = 29;

type Dates = Pick<EventOutline, 'endsAt' | 'calledOffAt'>;

/** From here on nothing is shown, whether or not it has been deleted yet. A called-off event has nothing left to arrange. */
export function goneBy(event: Dates): Date {
  return event.calledOffAt ? new Date(event.calledOffAt) : after(event.endsAt, keptDays);
}

/** From here on the sweep deletes what people said, and what belongs to it. */
export function deleteFrom(event: Dates): Date {
  return event.calledOffAt ? new Date(event.calledOffAt) : after(event.endsAt, deletedFromDays);
}

/**
 * What is arranged names nobody. It stays as long after an event that was called off as after one that took place: whoever was booked has to
 * be rung off, and their bill comes later.
 */
export function arrangedGoneBy({ endsAt }: Pick<Dates, 'endsAt'>): Date {
  return after(endsAt, keptDays);
}

/** From here on the sweep deletes that too. */
export function arrangedDeleteFrom({ endsAt }: Pick<Dates, 'endsAt'>): Date {
  return after(endsAt, deletedFromDays);
}

function after(iso: string, days: number): Date {
  return new Date(Date.parse(iso) + days * dayMs);
}
