import type { Registration } from './registration.ts';

/** Everything about the person, in words that they can read; keys and versions are left out. */
export function heldOf(registration: Registration): Readonly<Record<string, unknown>> {
  const { registrationId, eventId, email, details, registeredAt, state } = registration;
  const waiting = state.kind === 'waitlisted' ? { waitingSince: state.waitingKey.split('#')[0] } : {};
  return { registrationId, eventId, email, ...details, registeredAt, status: state.kind, ...waiting };
}
