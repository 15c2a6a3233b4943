import { type CorrectDecision, decideCorrect } from '../domain/decide-correct.ts';
import type { Details } from '../domain/registration.ts';
import type { RegistrationPorts } from './ports.ts';

export type CorrectOutcome = { readonly kind: 'corrected' } | Exclude<CorrectDecision, { kind: 'change' }>;

/** An organiser corrects a registration as they saw it; what was changed meanwhile is never overwritten unseen. */
export async function correctRegistration(
  registrationId: string,
  correction: { readonly seenVersion: number; readonly details: Omit<Details, 'supporter'> },
  by: { readonly id: string },
  now: Date,
  ports: Pick<RegistrationPorts, 'registrations'>,
): Promise<CorrectOutcome> {
  const loaded = await ports.registrations.load(registrationId);
  const decision = decideCorrect(loaded.stored, correction.seenVersion, correction.details, now);
  if (decision.kind !== 'change') return decision;
  const saved = await ports.registrations.save(loaded, decision.change, { now, actor: { kind: 'organiser', id: by.id } });
  return saved.kind === 'saved' ? { kind: 'corrected' } : { kind: 'meanwhile' };
}
