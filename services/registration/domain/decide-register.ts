import { registrationRepeatedV1, registrationRequestedV1 } from '@convener/contracts/domain-events';
import type { Change, PlacesEffect } from './change.ts';
import { firstLetter, oneMoreLetter } from './letter-count.ts';
import { type Details, type Registration, type Stored, versionOf } from './registration.ts';

export interface RegisterCommand {
  readonly registrationId: string;
  readonly eventId: string;
  readonly email: string;
  readonly details: Details;
  readonly expiresAt: string;
}

export type RegisterDecision =
  /** A new registration: it holds a place if there is one to be had, and nothing otherwise, until its link is pressed. */
  | { readonly kind: 'ask'; readonly holdingPlace: Change; readonly holdingNothing: Change }
  /** The address is known: its owner gets a letter, the sender of the form learns nothing. */
  | { readonly kind: 'remind'; readonly change: Change };

/** Somebody sent the form of an event that is open. */
export function decideRegister(stored: Stored, command: RegisterCommand, now: Date): RegisterDecision {
  if (stored.kind === 'held' && stored.registration.state.kind !== 'cancelled') {
    return { kind: 'remind', change: remind(stored.registration, command, now) };
  }
  const linkVersion = versionOf(stored) + 1;
  return {
    kind: 'ask',
    holdingPlace: pending('place', { kind: 'take-while-open' }, command, linkVersion, now),
    holdingNothing: pending('nothing', { kind: 'while-open' }, command, linkVersion, now),
  };
}

function pending(holds: 'place' | 'nothing', places: PlacesEffect, command: RegisterCommand, linkVersion: number, now: Date): Change {
  const { registrationId, eventId, email, details, expiresAt } = command;
  return {
    next: {
      registrationId,
      eventId,
      email,
      details,
      registeredAt: now.toISOString(),
      linkVersion,
      letters: firstLetter(now),
      state: { kind: 'pending', holds, expiresAt },
    },
    places,
    announces: { contract: registrationRequestedV1, data: { registrationId, eventId } },
  };
}

/**
 * While nobody has pressed the link, the latest form counts. Once somebody has, a form that anybody could send changes nothing. Its
 * time does not start again: sending the form over and over must not hold a place for ever.
 */
function remind(registration: Registration, command: RegisterCommand, now: Date): Change {
  const { registrationId, eventId } = registration;
  const { allowed, letters } = oneMoreLetter(registration.letters, now);
  const isPending = registration.state.kind === 'pending';
  const contract = isPending ? registrationRequestedV1 : registrationRepeatedV1;
  return {
    next: { ...registration, letters, ...(isPending ? { details: command.details } : {}) },
    places: { kind: 'while-open' },
    announces: allowed ? { contract, data: { registrationId, eventId } } : undefined,
  };
}
