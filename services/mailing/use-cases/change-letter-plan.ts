import type { Actor } from '@convener/contracts';
import { decidePlan, emptyPlan, type PlanCommand } from '../domain/letter-plan.ts';
import type { PlanChange } from './around-ports.ts';
import type { LettersPorts } from './ports.ts';

const announced: Readonly<Record<PlanCommand['kind'], PlanChange>> = {
  'set-timing': 'time',
  'set-text': 'text',
  'standard-text': 'standard-text',
};

/** Changes the time or the words of one letter around an event. Two organisers at once change one after the other, and neither is lost. */
export async function changeLetterPlan(
  wanted: { readonly eventId: string; readonly command: PlanCommand; readonly actor: Actor; readonly now: Date },
  { plans }: Pick<LettersPorts, 'plans'>,
): Promise<{ readonly kind: 'changed' | 'unchanged' }> {
  const { eventId, command, actor, now } = wanted;
  for (;;) {
    const loaded = await plans.find(eventId);
    const next = decidePlan(loaded?.plan ?? emptyPlan(eventId), command);
    if (!next) return { kind: 'unchanged' };
    const announces = { letter: command.letter, change: announced[command.kind] };
    if ((await plans.save({ loaded, next, announces, actor, now })) === 'saved') return { kind: 'changed' };
  }
}
