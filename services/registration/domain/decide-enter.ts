import { type Answers, noAnswers } from './answers.ts';
import { type TakeOrWait, takeOrWait } from './decide-confirm.ts';
import { answeredWith } from './decide-register.ts';
import { firstLetter } from './letter-count.ts';
import { type Details, type Registration, type Stored, versionOf, type WayOfTelling } from './registration.ts';

/** What an organiser writes down of somebody who asked them to. */
export interface EnterCommand {
  readonly registrationId: string;
  readonly eventId: string;
  /** Empty where they have none. */
  readonly email: string;
  readonly details: Details;
  readonly told: Exclude<WayOfTelling, 'form'>;
  /** The group that they belong to, where the event keeps places for some. */
  readonly group?: string | undefined;
  readonly answers?: Answers | undefined;
}

export type EnterDecision =
  /** Takes a place if there is one, else joins the line; nothing is left to confirm. */
  | TakeOrWait
  /** They are registered already: nothing is written, and nobody gets a letter. */
  | { readonly kind: 'exists'; readonly registration: Registration };

/** Somebody is registered by an organiser's word. */
export function decideEnter(stored: Stored, command: EnterCommand, now: Date): EnterDecision {
  if (stored.kind === 'held' && stored.registration.state.kind !== 'cancelled')
    return { kind: 'exists', registration: stored.registration };
  const { answers = noAnswers, ...entered } = command;
  const at = now.toISOString();
  const { kind, taking, waiting } = takeOrWait(
    {
      ...entered,
      ...answeredWith(answers),
      registeredAt: at,
      linkVersion: versionOf(stored) + 1,
      letters: firstLetter(now),
      // Never stored so: it takes a place or joins the line in the very write that makes it.
      state: { kind: 'pending', holds: 'nothing', expiresAt: at },
    },
    now,
  );
  const { sensitive } = answers;
  return { kind, taking: taking.map((each) => ({ ...each, sensitive })), waiting: { ...waiting, sensitive } };
}
