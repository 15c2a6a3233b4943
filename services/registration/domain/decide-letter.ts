import { registrationLinkRequestedV1, registrationRequestedV1 } from '@convener/contracts/domain-events';
import type { Change } from './change.ts';
import { oneMoreLetter } from './letter-count.ts';
import type { Registration } from './registration.ts';

/** Somebody wants their link again: the confirm link while it is still to be pressed, the manage link after that. */
export function decideLetter(registration: Registration, askedBy: 'attendee' | 'organiser', now: Date): Change {
  const { registrationId, eventId, state } = registration;
  const { allowed, letters } = oneMoreLetter(registration.letters, now);
  // Anybody can type an address; an organiser has signed in, and is told that it was sent.
  const goes = allowed || askedBy === 'organiser';
  const contract = state.kind === 'pending' ? registrationRequestedV1 : registrationLinkRequestedV1;
  return {
    next: { ...registration, letters },
    places: { kind: 'none' },
    announces: goes ? { contract, data: { registrationId, eventId } } : undefined,
  };
}
