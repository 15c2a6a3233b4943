import { registrationPromotedV1 } from '@convener/contracts/domain-events';
import type { Change } from './change.ts';
import type { Registration } from './registration.ts';

/** Sorts by the instant of joining; the id only parts those of the same millisecond. */
export function waitingKeyOf(registrationId: string, now: Date): string {
  return `${now.toISOString()}#${registrationId}`;
}

/** The first in the line moves up; undefined where it does not wait any more. */
export function decidePromote(registration: Registration, now: Date): Change | undefined {
  const { registrationId, eventId, state } = registration;
  if (state.kind !== 'waitlisted') return undefined;
  return {
    next: { ...registration, state: { kind: 'confirmed', at: now.toISOString() } },
    places: { kind: 'promote', waitingKey: state.waitingKey },
    announces: { contract: registrationPromotedV1, data: { registrationId, eventId } },
  };
}
