import { registrationChangedV1 } from '@convener/contracts/domain-events';
import type { Change } from './change.ts';
import type { Details, Stored } from './registration.ts';

export type CorrectDecision =
  | { readonly kind: 'change'; readonly change: Change }
  /** Somebody else has changed it since the organiser looked. */
  | { readonly kind: 'meanwhile' }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'gone' };

/** An organiser corrects what is held of somebody. */
export function decideCorrect(stored: Stored, seenVersion: number, details: Omit<Details, 'supporter'>, now: Date): CorrectDecision {
  if (stored.kind !== 'held') return { kind: 'gone' };
  const { registration, version } = stored;
  if (registration.state.kind === 'cancelled') return { kind: 'cancelled' };
  if (version !== seenVersion) return { kind: 'meanwhile' };
  const { registrationId, eventId } = registration;
  return {
    kind: 'change',
    change: {
      next: { ...registration, details: { ...registration.details, ...details }, correctedAt: now.toISOString() },
      places: { kind: 'none' },
      announces: { contract: registrationChangedV1, data: { registrationId, eventId, by: 'organiser' } },
    },
  };
}
