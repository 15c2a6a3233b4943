import type { Change } from '../domain/change.ts';
import { moveLineUp } from './move-line-up.ts';
import type { Loaded, RegistrationPorts, SaveContext } from './ports.ts';

/**
 * Stores the first of these ways that the places allow. A place that becomes free goes to the first in the line, and somebody whose new group
 * has one is offered it.
 */
export async function saveOneWay(
  loaded: Loaded,
  ways: readonly Change[],
  context: SaveContext,
  ports: RegistrationPorts,
): Promise<'saved' | 'meanwhile' | 'no-place'> {
  for (const change of ways) {
    const saved = await ports.registrations.save(loaded, change, context);
    if (saved.kind === 'refused') continue;
    if (saved.kind !== 'saved') return 'meanwhile';
    const movesTheLine = change.places.kind === 'change-pool' || change.places.kind === 'regroup-in-line';
    if (change.next && movesTheLine) await moveLineUp(change.next.eventId, context.now, ports).catch(() => 0);
    return 'saved';
  }
  return 'no-place';
}
