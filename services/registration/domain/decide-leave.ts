import { registrationCancelledV1, registrationErasedV1, registrationExpiredV1 } from '@convener/contracts/domain-events';
import type { Change, PlacesEffect } from './change.ts';
import type { Registration, RegistrationState } from './registration.ts';

export type CancelDecision = { readonly kind: 'cancel'; readonly change: Change } | { readonly kind: 'already' };

/** By the attendee's link, or by an organiser. */
export function decideCancel(registration: Registration, by: 'attendee' | 'organiser', now: Date): CancelDecision {
  if (registration.state.kind === 'cancelled') return { kind: 'already' };
  return { kind: 'cancel', change: cancelled(registration, { kind: 'cancelled', by, at: now.toISOString() }) };
}

/** The whole event is called off. */
export function decideCallOff(registration: Registration, now: Date): CancelDecision {
  const { state } = registration;
  if (state.kind === 'cancelled') return { kind: 'already' };
  return { kind: 'cancel', change: cancelled(registration, { kind: 'cancelled', by: 'event', was: state.kind, at: now.toISOString() }) };
}

function cancelled(registration: Registration, state: Extract<RegistrationState, { by: 'attendee' | 'organiser' | 'event' }>): Change {
  const { registrationId, eventId } = registration;
  return {
    next: { ...registration, state },
    places: givingUp(registration),
    announces: { contract: registrationCancelledV1, data: { registrationId, eventId, by: state.by } },
  };
}

/** Nobody pressed the link in time; undefined where somebody did. */
export function decideExpire(registration: Registration, now: Date): Change | undefined {
  const { registrationId, eventId, state } = registration;
  if (state.kind !== 'pending' || now.toISOString() < state.expiresAt) return undefined;
  return {
    next: undefined,
    places: givingUp(registration),
    announces: { contract: registrationExpiredV1, data: { registrationId, eventId } },
  };
}

/** Everything that is held of a person here goes; their place becomes free. */
export function decideErase(registration: Registration): Change {
  const { registrationId, eventId } = registration;
  return {
    next: undefined,
    places: givingUp(registration),
    announces: { contract: registrationErasedV1, data: { registrationId, eventId } },
  };
}

function givingUp({ state, group }: Registration): PlacesEffect {
  switch (state.kind) {
    case 'pending':
      return state.holds === 'place' ? { kind: 'release', pool: state.pool } : { kind: 'none' };
    case 'confirmed':
    case 'offered':
      return { kind: 'release', pool: state.pool };
    case 'waitlisted':
      return { kind: 'leave-line', waitingKey: state.waitingKey, group };
    case 'cancelled':
      return { kind: 'none' };
  }
}
