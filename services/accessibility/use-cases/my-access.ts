import { type EventOutline, type Phase, phaseOf } from '../domain/event.ts';
import { goneBy } from '../domain/keeping.ts';
import type { Need } from '../domain/need.ts';
import type { AccessPorts } from './ports.ts';

/** Whose place it is, from their session. */
export interface Place {
  readonly registrationId: string;
  readonly eventId: string;
  /** The same for one person at every event; sessions of before have none. */
  readonly person?: string;
}

export type MyAccess =
  /** The event's facts have not come yet. */
  | { readonly kind: 'not-yet' }
  | { readonly kind: 'gone'; readonly event: EventOutline }
  | { readonly kind: 'here'; readonly event: EventOutline; readonly phase: Phase; readonly need: Need | undefined };

/** What somebody sees of what they said; what has expired is not there, deleted or not. */
export async function myAccess({ registrationId, eventId }: Place, now: Date, ports: AccessPorts): Promise<MyAccess> {
  const [event, standing] = await Promise.all([ports.events.byId(eventId), ports.standings.of(registrationId)]);
  if (!event) return { kind: 'not-yet' };
  if (standing === 'gone') return { kind: 'gone', event };
  const need = now < goneBy(event) ? await ports.needs.load(eventId, registrationId) : undefined;
  return { kind: 'here', event, phase: phaseOf(event, now), need };
}
