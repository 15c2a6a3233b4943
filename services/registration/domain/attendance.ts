import { registrationAttendanceUndoneV1, registrationAttendedV1 } from '@convener/contracts/domain-events';
import type { Change } from './change.ts';
import type { Registration } from './registration.ts';

export type AttendedBy = { readonly how: 'code' | 'link' } | { readonly how: 'organiser'; readonly by: string };

export type AttendDecision =
  | { readonly kind: 'mark'; readonly change: Change }
  /** Noted before, by whichever way; the first note stays. */
  | { readonly kind: 'already' }
  /** Only somebody who has a place can be noted. */
  | { readonly kind: 'no-place' };

export function decideAttend(registration: Registration, by: AttendedBy, now: Date): AttendDecision {
  const { registrationId, eventId, state, attended } = registration;
  if (state.kind !== 'confirmed') return { kind: 'no-place' };
  if (attended) return { kind: 'already' };
  return {
    kind: 'mark',
    change: {
      next: { ...registration, attended: { at: now.toISOString(), ...by } },
      places: { kind: 'none' },
      announces: { contract: registrationAttendedV1, data: { registrationId, eventId, how: by.how } },
    },
  };
}

/** An organiser pressed the wrong name; undefined where nothing was noted. */
export function decideUndoAttend(registration: Registration): Change | undefined {
  const { registrationId, eventId, attended, ...rest } = registration;
  if (!attended) return undefined;
  return {
    next: { registrationId, eventId, ...rest },
    places: { kind: 'none' },
    announces: { contract: registrationAttendanceUndoneV1, data: { registrationId, eventId } },
  };
}
