import { changedAnswers, type ReadValues } from '../domain/answers.ts';
import { type CorrectDecision, decideCorrect } from '../domain/decide-correct.ts';
import type { Question } from '../domain/questions.ts';
import type { Details, Stored } from '../domain/registration.ts';
import type { RegistrationPorts } from './ports.ts';
import { saveOneWay } from './save-one-way.ts';

export interface AskedCorrection {
  readonly seenVersion: number;
  readonly details: Details;
  readonly group: string | undefined;
  /** The questions that this organiser may answer for somebody else, and what they say. */
  readonly asked: { readonly questions: readonly Question[]; readonly values: ReadValues };
}

export type CorrectOutcome =
  | { readonly kind: 'corrected' }
  /** They hold a place that is kept for their group, and no other is free for them. */
  | { readonly kind: 'no-place' }
  | Exclude<CorrectDecision, { kind: 'change' }>;

/** An organiser corrects a registration as they saw it; what was changed meanwhile is never overwritten unseen. */
export async function correctRegistration(
  registrationId: string,
  { seenVersion, details, group, asked }: AskedCorrection,
  by: { readonly id: string },
  now: Date,
  ports: RegistrationPorts,
): Promise<CorrectOutcome> {
  const loaded = await ports.registrations.load(registrationId);
  const sensitiveToo = asked.questions.some(({ readableBy }) => readableBy !== undefined);
  const sensitive = sensitiveToo ? await ports.registrations.sensitiveAnswers(registrationId) : [];
  const answers = changedAnswers({ plain: plainOf(loaded.stored), sensitive }, asked.questions, asked.values);
  const decision = decideCorrect(loaded.stored, { seenVersion, details, group, answers, sensitiveToo }, now);
  if (decision.kind !== 'change') return decision;
  const saved = await saveOneWay(loaded, decision.ways, { now, actor: { kind: 'organiser', id: by.id } }, ports);
  return { kind: saved === 'saved' ? 'corrected' : saved };
}

function plainOf(stored: Stored) {
  return stored.kind === 'held' ? (stored.registration.answers ?? []) : [];
}
