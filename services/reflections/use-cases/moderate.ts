import type { EventId, ReflectionId } from '@convener/contracts';
import { decide, type ReflectionCommand } from '../domain/reflection.ts';
import { untilSettled } from './again.ts';
import { byOrganiser } from './doing.ts';
import type { PublicPorts } from './ports.ts';

export type Moderated =
  | { readonly kind: 'moderated' }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'withdrawn-already' }
  | { readonly kind: 'unknown' };

/** Sets a reflection aside with a reason, or brings it back. */
export function moderate(
  request: {
    readonly eventId: EventId;
    readonly reflectionId: ReflectionId;
    readonly decision: { readonly kind: 'set-aside'; readonly reason: string } | { readonly kind: 'bring-back' };
    readonly organiserId: string;
    readonly now: Date;
  },
  { reflections }: Pick<PublicPorts, 'reflections'>,
): Promise<Moderated> {
  const { eventId, reflectionId, organiserId, now } = request;
  const command: ReflectionCommand =
    request.decision.kind === 'set-aside' ? { ...request.decision, by: organiserId } : { kind: 'bring-back' };
  return untilSettled(async (): Promise<Moderated | undefined> => {
    const loaded = await reflections.find(eventId, reflectionId);
    if (!loaded) return { kind: 'unknown' };
    const decision = decide(loaded.value, command);
    if (decision.kind === 'withdrawn-already') return decision;
    if (decision.kind !== 'changed') return { kind: 'unchanged' };
    const doing = byOrganiser({ kind: 'organiser', id: organiserId }, now);
    const saved = await reflections.save(loaded, decision.reflection, decision.announcements, doing);
    return saved.kind === 'saved' ? { kind: 'moderated' } : undefined;
  });
}
