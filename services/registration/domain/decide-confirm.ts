import { registrationConfirmedV1, registrationWaitlistedV1 } from '@convener/contracts/domain-events';
import type { Change } from './change.ts';
import type { Phase } from './event.ts';
import type { Places } from './places.ts';
import { poolsFor } from './pools.ts';
import type { CancelledBy, Registration } from './registration.ts';
import { waitingKeyOf } from './waiting-line.ts';

export type ConfirmDecision =
  | { readonly kind: 'confirm'; readonly change: Change }
  /** It holds no place: takes one if there is one, else joins the line. */
  | TakeOrWait
  | { readonly kind: 'already'; readonly status: 'confirmed' | 'waitlisted' | 'offered' }
  | { readonly kind: 'expired' }
  | { readonly kind: 'cancelled'; readonly by: CancelledBy };

/** Places to try in this order; where all are refused, the line. */
export interface TakeOrWait {
  readonly kind: 'take-or-wait';
  readonly taking: readonly Change[];
  readonly waiting: Change;
}

/** What somebody who has yet to confirm can count on: their place, one that is free, or the line while there is one. */
export type Promised = { readonly kind: 'held'; readonly until: string } | { readonly kind: 'ifFree' | 'full' | 'begun' };

export function promisedTo({ state, group }: Registration, places: Places, phase: Phase): Promised {
  if (state.kind === 'pending' && state.holds === 'place') return { kind: 'held', until: state.expiresAt };
  // The line ends with the start.
  if (phase !== 'ahead') return { kind: 'begun' };
  return { kind: poolsFor(places, group).length > 0 ? 'ifFree' : 'full' };
}

/** Somebody pressed the button behind the link in their mail. */
export function decideConfirm(registration: Registration, now: Date): ConfirmDecision {
  const { state } = registration;
  switch (state.kind) {
    case 'confirmed':
    case 'waitlisted':
    case 'offered':
      return { kind: 'already', status: state.kind };
    case 'cancelled':
      return { kind: 'cancelled', by: state.by };
    case 'pending':
      if (now.toISOString() >= state.expiresAt) return { kind: 'expired' };
      if (state.holds === 'place') return { kind: 'confirm', change: confirmed(registration, { kind: 'while-standing' }, state.pool, now) };
      return takeOrWait(registration, now);
  }
}

/** A place of their own group's pool first, then one that is for everybody. */
export function takeOrWait(registration: Registration, now: Date): TakeOrWait {
  const pools = registration.group ? [registration.group, undefined] : [undefined];
  const taking = pools.map((pool) => confirmed(registration, { kind: 'take', pool }, pool, now));
  return { kind: 'take-or-wait', taking, waiting: waiting(registration, now) };
}

function confirmed(registration: Registration, places: Change['places'], pool: string | undefined, now: Date): Change {
  const { registrationId, eventId } = registration;
  return {
    next: { ...registration, state: { kind: 'confirmed', at: now.toISOString(), pool } },
    places,
    announces: { contract: registrationConfirmedV1, data: { registrationId, eventId } },
  };
}

function waiting(registration: Registration, now: Date): Change {
  const { registrationId, eventId } = registration;
  const waitingKey = waitingKeyOf(registrationId, now);
  return {
    next: { ...registration, state: { kind: 'waitlisted', waitingKey } },
    places: { kind: 'join-line', waitingKey, group: registration.group },
    announces: { contract: registrationWaitlistedV1, data: { registrationId, eventId } },
  };
}
