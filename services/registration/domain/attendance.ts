import { registrationAttendanceUndoneV1, registrationAttendedV1 } from '@convener/contracts/domain-events';
import type { Change } from './change.ts';
import type { Registration } from './registration.ts';

export type AttendedBy =
  | { readonly how: 'code' | 'link' }
  | {
      readonly how: 'organiser';
      readonly by: string;
      /** It is time to come in: whoever waits may be let in without a place. */
      readonly mayLetIn: boolean;
    };

export type AttendDecision =
  | { readonly kind: 'mark'; readonly change: Change }
  /** Noted before, by whichever way; the first note stays. */
  | { readonly kind: 'already' }
  /** Only somebody who has a place can be noted, or whom an organiser lets in. */
  | { readonly kind: 'no-place' };

export function decideAttend(registration: Registration, by: AttendedBy, now: Date): AttendDecision {
  const { registrationId, eventId, state, attended } = registration;
  const letIn = by.how === 'organiser' && by.mayLetIn && state.kind === 'waitlisted';
  if (state.kind !== 'confirmed' && !letIn) return { kind: 'no-place' };
  if (attended) return { kind: 'already' };
  const at = now.toISOString();
  return {
    kind: 'mark',
    change: {
      next: { ...registration, attended: by.how === 'organiser' ? { at, how: by.how, by: by.by } : { at, how: by.how } },
      places: { kind: 'none' },
      announces: {
        contract: registrationAttendedV1,
        data: { registrationId, eventId, how: by.how, ...(letIn ? { withoutPlace: true } : {}) },
      },
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
