import type { Actor } from '@convener/contracts';
import type { EditableLetter } from '../domain/letter-texts.ts';
import type { PlanStore } from './around-ports.ts';

/** A new event's letters are as those of an earlier one: once, and never over what somebody has chosen for it. */
export async function copyLetterPlan(
  { eventId, fromEventId, copies }: { readonly eventId: string; readonly fromEventId: string; readonly copies: readonly string[] },
  { actor, now }: { readonly actor: Actor; readonly now: Date },
  { plans }: { readonly plans: PlanStore },
): Promise<void> {
  if (!copies.includes('letter-texts')) return;
  const [from, own] = await Promise.all([plans.find(fromEventId), plans.find(eventId)]);
  if (!from || own) return;
  const next = { ...from.plan, eventId };
  const [letter] = [...Object.keys(next.texts), ...Object.keys(next.timings)] as EditableLetter[];
  if (!letter) return;
  // Where somebody was quicker, what they chose stands.
  await plans.save({ loaded: undefined, next, announces: { letter, change: 'copied' }, actor, now });
}
