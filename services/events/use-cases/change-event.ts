import type { Actor, EventId } from '@convener/contracts';
import { type Command, decide } from '../domain/changes.ts';
import type { Event } from '../domain/event.ts';
import type { OrganisePorts } from './ports.ts';

export type Changed =
  | { readonly kind: 'changed'; readonly event: Event }
  | { readonly kind: 'unchanged'; readonly event: Event }
  | { readonly kind: 'unknown-event' }
  | { readonly kind: 'cancelled-already' }
  | { readonly kind: 'not-public' }
  | { readonly kind: 'too-much' }
  | { readonly kind: 'slug-taken' }
  | { readonly kind: 'changed-meanwhile' };

/**
 * Loads an event, decides a command on it and stores the outcome. The command may depend on what is there (adding a speaker to those who
 * are there), so it is made from the loaded event. `seen` is the version that somebody saw whose command puts all anew: what was changed
 * since is not lost unseen. Sent twice, it finds its own words there, and changes nothing.
 */
export async function changeEvent(
  request: {
    readonly eventId: EventId;
    readonly command: (event: Event) => Command;
    readonly seen?: number | undefined;
    readonly actor: Actor;
    readonly now: Date;
  },
  { store }: Pick<OrganisePorts, 'store'>,
): Promise<Changed> {
  const loaded = await store.find(request.eventId);
  if (!loaded) return { kind: 'unknown-event' };
  const decision = decide(loaded.event, request.command(loaded.event), request.now);
  if (decision.kind === 'unchanged') return { kind: 'unchanged', event: loaded.event };
  if (decision.kind !== 'changed') return decision;
  if (request.seen !== undefined && request.seen !== loaded.version) return { kind: 'changed-meanwhile' };
  const saved = await store.save({
    loaded,
    event: decision.event,
    announcements: decision.announcements,
    actor: request.actor,
    now: request.now,
  });
  return saved.kind === 'saved' ? { kind: 'changed', event: decision.event } : saved;
}
