import { registrationRepeatedV1, registrationRequestedV1 } from '@convener/contracts/domain-events';
import { type Answers, markOf, noAnswers } from './answers.ts';
import type { Change, PlacesEffect } from './change.ts';
import { firstLetter, oneMoreLetter } from './letter-count.ts';
import { type Details, type Registration, type RegistrationState, type Stored, versionOf } from './registration.ts';

export interface RegisterCommand {
  readonly registrationId: string;
  readonly eventId: string;
  readonly email: string;
  readonly details: Details;
  /** To the organisers' own questions; none where they ask none. */
  readonly answers?: Answers | undefined;
  readonly expiresAt: string;
  /** The group that they chose, where the event keeps places for some. */
  readonly group?: string | undefined;
  /** Whose place it may take, where it may take one: that of its group, or one for everybody. */
  readonly pool?: string | undefined;
}

export type RegisterDecision =
  /** A new registration: it holds a place if there is one to be had, and nothing otherwise, until its link is pressed. */
  | { readonly kind: 'ask'; readonly holdingPlace: Change; readonly holdingNothing: Change }
  /** The address is known: its owner gets a letter, the sender of the form learns nothing. */
  | { readonly kind: 'remind'; readonly change: Change };

/** What a registration itself keeps of the answers. */
export function answeredWith({ plain, sensitive }: Answers): Pick<Registration, 'answers' | 'sensitive'> {
  return {
    answers: plain.length > 0 ? plain : undefined,
    sensitive: sensitive.length > 0 ? sensitive.map(markOf) : undefined,
  };
}

/** Somebody sent the form of an event that is open. */
export function decideRegister(stored: Stored, command: RegisterCommand, now: Date): RegisterDecision {
  if (stored.kind === 'held' && stored.registration.state.kind !== 'cancelled') {
    return { kind: 'remind', change: remind(stored.registration, command, now) };
  }
  const linkVersion = versionOf(stored) + 1;
  const { expiresAt } = command;
  return {
    kind: 'ask',
    holdingPlace: pending(
      { kind: 'pending', holds: 'place', pool: command.pool, expiresAt },
      { kind: 'take-while-open', pool: command.pool },
      command,
      linkVersion,
      now,
    ),
    holdingNothing: pending({ kind: 'pending', holds: 'nothing', expiresAt }, { kind: 'while-open' }, command, linkVersion, now),
  };
}

function pending(state: RegistrationState, places: PlacesEffect, command: RegisterCommand, linkVersion: number, now: Date): Change {
  const { registrationId, eventId, email, details, answers = noAnswers, group } = command;
  return {
    next: {
      registrationId,
      eventId,
      email,
      details,
      ...answeredWith(answers),
      registeredAt: now.toISOString(),
      linkVersion,
      letters: firstLetter(now),
      state,
      group,
    },
    places,
    announces: { contract: registrationRequestedV1, data: { registrationId, eventId } },
    sensitive: answers.sensitive,
  };
}

/**
 * While nobody has pressed the link, the latest form counts. Once somebody has, a form that anybody could send changes nothing. Its
 * time does not start again: sending the form over and over must not hold a place for ever.
 */
function remind(registration: Registration, command: RegisterCommand, now: Date): Change {
  const { registrationId, eventId } = registration;
  const { allowed, letters } = oneMoreLetter(registration.letters, now);
  const { state } = registration;
  const isPending = state.kind === 'pending';
  // Whoever holds a place holds it as what they said first.
  const group = isPending && state.holds === 'nothing' ? { group: command.group } : {};
  const contract = isPending ? registrationRequestedV1 : registrationRepeatedV1;
  return {
    next: {
      ...registration,
      letters,
      ...group,
      ...(isPending ? { details: command.details, ...answeredWith(command.answers ?? noAnswers) } : {}),
    },
    places: { kind: 'while-open' },
    announces: allowed ? { contract, data: { registrationId, eventId } } : undefined,
    ...(isPending ? { sensitive: command.answers?.sensitive ?? [] } : {}),
  };
}
