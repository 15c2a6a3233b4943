import { registrationChangedV1 } from '@convener/contracts/domain-events';
import type { Answers } from './answers.ts';
import type { Change } from './change.ts';
import { answeredWith } from './decide-register.ts';
import { regroupings } from './decide-regroup.ts';
import type { Details, Stored } from './registration.ts';

/** Everything that an organiser may put right; the address is who somebody is, and stays. */
export interface Correction {
  /** The version that the organiser's page was made from. */
  readonly seenVersion: number;
  readonly details: Details;
  readonly group: string | undefined;
  readonly answers: Answers;
  /** Whether sensitive answers are among those that this organiser may change; otherwise those stay untouched. */
  readonly sensitiveToo: boolean;
}

export type CorrectDecision =
  /** To be tried in this order; the places allow one of them, or nothing is changed. */
  | { readonly kind: 'change'; readonly ways: readonly Change[] }
  /** Somebody else has changed it since the organiser looked. */
  | { readonly kind: 'meanwhile' }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'gone' };

/** An organiser corrects what is held of somebody, all of it in one write. */
export function decideCorrect(stored: Stored, correction: Correction, now: Date): CorrectDecision {
  if (stored.kind !== 'held') return { kind: 'gone' };
  const { registration, version } = stored;
  if (registration.state.kind === 'cancelled') return { kind: 'cancelled' };
  if (version !== correction.seenVersion) return { kind: 'meanwhile' };
  const { registrationId, eventId } = registration;
  const { details, group, answers, sensitiveToo } = correction;
  const answered = answeredWith(answers);
  const next = {
    ...registration,
    details,
    group,
    answers: answered.answers,
    sensitive: sensitiveToo ? answered.sensitive : registration.sensitive,
    correctedAt: now.toISOString(),
  };
  const announces = { contract: registrationChangedV1, data: { registrationId, eventId, by: 'organiser' } };
  const ways = regroupings(registration, group).map(
    ({ state, places }): Change => ({
      next: { ...next, state },
      places,
      announces,
      ...(sensitiveToo ? { sensitive: answers.sensitive } : {}),
    }),
  );
  return { kind: 'change', ways };
}
