import type { Registration } from './registration.ts';

/** Everything about the person, in words that they can read; keys and versions are left out. */
export function heldOf(registration: Registration): Readonly<Record<string, unknown>> {
  const { registrationId, eventId, email, details, registeredAt, state } = registration;
  const { attended, group, moves, steps, told, shownToOthers, correctedAt, answers } = registration;
  const waiting = state.kind === 'waitlisted' ? { waitingSince: state.joinedAt ?? state.waitingKey.split('#')[0] } : {};
  // Whichever organiser noted it is no part of what is held of this person.
  const came = attended ? { attended: { at: attended.at, how: attended.how } } : {};
  const moved = moves ? { moves: moves.map(({ at, from, to, reason }) => ({ at, from, to, reason })) } : {};
  const more = Object.entries({ group, told, shownToOthers, correctedAt, answers, steps }).filter(([, value]) => value !== undefined);
  return {
    ...{ registrationId, eventId, email, ...details, registeredAt, status: state.kind },
    ...waiting,
    ...came,
    ...moved,
    ...Object.fromEntries(more),
  };
}
