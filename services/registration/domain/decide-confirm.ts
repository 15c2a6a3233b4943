import { registrationConfirmedV1, registrationWaitlistedV1 } from '@convener/contracts/domain-events';
import type { Change } from './change.ts';
import type { CancelledBy, Registration } from './registration.ts';
import { waitingKeyOf } from './waiting-line.ts';

export type ConfirmDecision =
  | { readonly kind: 'confirm'; readonly change: Change }
  /** It holds no place: takes one if there is one, else joins the line. */
  | { readonly kind: 'take-or-wait'; readonly taking: Change; readonly waiting: Change }
  | { readonly kind: 'already'; readonly status: 'confirmed' | 'waitlisted' | 'offered' }
  | { readonly kind: 'expired' }
  | { readonly kind: 'cancelled'; readonly by: CancelledBy };

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
      if (state.holds === 'place') return { kind: 'confirm', change: confirmed(registration, { kind: 'while-standing' }, now) };
      return { kind: 'take-or-wait', taking: confirmed(registration, { kind: 'take' }, now), waiting: waiting(registration, now) };
  }
}

function confirmed(registration: Registration, places: Change['places'], now: Date): Change {
  const { registrationId, eventId } = registration;
  return {
    next: { ...registration, state: { kind: 'confirmed', at: now.toISOString() } },
    places,
    announces: { contract: registrationConfirmedV1, data: { registrationId, eventId } },
  };
}

function waiting(registration: Registration, now: Date): Change {
  const { registrationId, eventId } = registration;
  const waitingKey = waitingKeyOf(registrationId, now);
  return {
    next: { ...registration, state: { kind: 'waitlisted', waitingKey } },
    places: { kind: 'join-line', waitingKey },
    announces: { contract: registrationWaitlistedV1, data: { registrationId, eventId } },
  };
}
