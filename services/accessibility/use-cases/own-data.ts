import type { SubjectAnswer } from '@convener/contracts/calls';
import type { Place } from '../domain/place.ts';
import type { Person } from './ports.ts';
import { subject } from './subject.ts';

/** What another service holds of one attendee, by its `subject` call. */
export type HeldBy = (registrationId: string) => Promise<Readonly<Record<string, unknown>>>;

export interface OwnDataPorts {
  readonly person: Person;
  readonly registration: HeldBy;
  readonly letters: HeldBy;
}

export type OwnData =
  | { readonly kind: 'held'; readonly file: Readonly<Record<string, unknown>> }
  /** The place is gone, and everything with it. */
  | { readonly kind: 'gone' };

/**
 * Everything that the house holds of one attendee for one event, put together here because what would help somebody must not pass through
 * a function of another service. Whole or not at all: half a file would say that nothing more is held.
 */
export async function ownData({ registrationId }: Place, now: Date, ports: OwnDataPorts): Promise<OwnData> {
  const [registration, letters, own] = await Promise.all([
    ports.registration(registrationId),
    ports.letters(registrationId),
    subject({ kind: 'export', subjectId: registrationId }, ports),
  ]);
  if (Object.keys(registration).length === 0) return { kind: 'gone' };
  return { kind: 'held', file: { madeAt: now.toISOString(), ...registration, ...letters, ...heldIn(own) } };
}

export function heldIn(answer: SubjectAnswer): Readonly<Record<string, unknown>> {
  return answer.kind === 'exported' ? answer.held : {};
}
