import type { Event } from './event.ts';
import { registrationWindow } from './registration-window.ts';

/** Where an event stands for somebody who looks at it. Whether a place is left, registration alone knows, on its own page. */
export type Standing = { readonly kind: 'cancelled' } | { readonly kind: 'over' } | ReturnType<typeof registrationWindow>;

export function standingOf({ state, details }: Pick<Event, 'state' | 'details'>, now: Date): Standing {
  if (state.kind === 'cancelled') return { kind: 'cancelled' };
  if (Date.parse(details.endsAt) <= now.getTime()) return { kind: 'over' };
  return registrationWindow(details, now);
}

/**
 * Seconds for which what a page says of the event stays true by itself, up to `most`: it must not say "open" from a cache after registration
 * has closed.
 */
export function staysTrueFor({ details }: Pick<Event, 'details'>, now: Date, most: number): number {
  const next = [details.registrationOpensAt, details.registrationClosesAt, details.endsAt]
    .map((instant) => Date.parse(instant) - now.getTime())
    .filter((away) => away > 0);
  return Math.max(0, Math.min(most, ...next.map((away) => Math.floor(away / 1000))));
}
