import { decideOwnDetails, type OwnDetails, type OwnDetailsDecision } from '../domain/decide-own-details.ts';
import type { RegistrationPorts } from './ports.ts';
import { saveOneWay } from './save-one-way.ts';

export type OwnDetailsOutcome =
  | { readonly kind: 'saved' }
  /** They hold a place that is kept for their group, and no other is free for them. */
  | { readonly kind: 'no-place' }
  | Exclude<OwnDetailsDecision, { kind: 'change' }>;

/** An attendee corrects what we hold of them, as they saw it; what was changed meanwhile is never overwritten unseen. */
export async function changeDetails(
  registrationId: string,
  own: OwnDetails,
  now: Date,
  ports: RegistrationPorts,
): Promise<OwnDetailsOutcome> {
  const loaded = await ports.registrations.load(registrationId);
  const decision = decideOwnDetails(loaded.stored, own);
  if (decision.kind !== 'change') return decision;
  return { kind: await saveOneWay(loaded, decision.ways, { now, actor: { kind: 'attendee' } }, ports) };
}
