import type { Actor, EventId } from '@convener/contracts';
import { bytesTold, type EventDetails, mostBytesTold } from '../domain/event.ts';
import type { OrganisePorts } from './ports.ts';

export type Created =
  | { readonly kind: 'created'; readonly eventId: EventId }
  | { readonly kind: 'slug-taken' }
  | { readonly kind: 'too-much' };

/** Makes a draft that only organisers see. */
export async function createEvent(
  command: { readonly details: EventDetails; readonly actor: Actor; readonly now: Date },
  { store, ids, timeZone }: OrganisePorts,
): Promise<Created> {
  const event = {
    id: ids.make('evt'),
    timeZone,
    state: { kind: 'draft' as const },
    details: command.details,
    speakers: [],
    links: [],
    provisions: [],
    joiningVersion: 1,
  };
  if (bytesTold(event) > mostBytesTold) return { kind: 'too-much' };
  const saved = await store.save({
    loaded: undefined,
    event,
    announcements: [{ kind: 'created' }],
    actor: command.actor,
    now: command.now,
  });
  return saved.kind === 'slug-taken' ? saved : { kind: 'created', eventId: event.id };
}
