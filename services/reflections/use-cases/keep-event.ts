import type { EventFacts } from '@convener/contracts';
import { keptOf } from '../domain/event.ts';
import type { Events } from './ports.ts';

/** An event was published, changed or called off. Told twice, late or in another order, it comes out the same. */
export function keepEvent(
  told: { readonly facts: EventFacts; readonly version: number; readonly cancelled: boolean },
  { events }: { readonly events: Events },
): Promise<void> {
  return events.keep(keptOf(told.facts, told.cancelled), told.version);
}
