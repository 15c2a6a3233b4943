import { type Asking, sameAsking, usualAsking } from '../domain/asking.ts';
import type { EventOutline } from '../domain/event.ts';
import type { AskingSettings } from './asking-ports.ts';
import type { Events } from './ports.ts';

export interface AskingPorts {
  readonly events: Events;
  readonly asking: AskingSettings;
}

export type AskingView = { readonly kind: 'found'; readonly event: EventOutline; readonly asking: Asking } | { readonly kind: 'no-event' };

/** What an event asks, as it was set or as it is while nobody has. */
export async function askingOf(eventId: string, { events, asking }: AskingPorts): Promise<AskingView> {
  const [event, set] = await Promise.all([events.byId(eventId), asking.load(eventId)]);
  return event ? { kind: 'found', event, asking: set ?? usualAsking(event.mode) } : { kind: 'no-event' };
}

export type KeepOutcome = { readonly kind: 'kept' | 'no-event' } | { readonly kind: 'meanwhile'; readonly event: EventOutline };

/** Sets what an event asks, once however often its form is sent; `version` is what the page showed, so that two organisers never overwrite each other unseen. */
export async function keepAsking(eventId: string, wanted: Asking, { events, asking }: AskingPorts): Promise<KeepOutcome> {
  const event = await events.byId(eventId);
  if (!event) return { kind: 'no-event' };
  const outcome = await asking.save(eventId, { ...wanted, version: wanted.version + 1 });
  if (outcome === 'saved') return { kind: 'kept' };
  const held = await asking.load(eventId);
  return held && sameAsking(held, wanted) ? { kind: 'kept' } : { kind: 'meanwhile', event };
}
