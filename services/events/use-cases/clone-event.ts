import type { Actor, EventId } from '@convener/contracts';
import { addressesFor, type CloneWish, clonedFrom } from '../domain/clone.ts';
import type { OrganisePorts } from './ports.ts';

export type Cloned =
  | { readonly kind: 'cloned'; readonly eventId: EventId }
  | { readonly kind: 'unknown-event' }
  | { readonly kind: 'slug-taken' };

/**
 * Makes a draft from another event, and tells other services what of theirs to take over. An address that somebody asked for is taken or
 * refused; one that was made from the title gives way to one with the date.
 */
export async function cloneEvent(
  command: {
    readonly fromEventId: EventId;
    readonly wish: Omit<CloneWish, 'id'>;
    readonly address: 'asked-for' | 'made';
    readonly actor: Actor;
    readonly now: Date;
  },
  { store, ids }: Pick<OrganisePorts, 'store' | 'ids'>,
): Promise<Cloned> {
  const { fromEventId, wish, actor, now } = command;
  const from = await store.find(fromEventId);
  if (!from) return { kind: 'unknown-event' };
  const id = ids.make('evt');
  const addresses = command.address === 'made' ? addressesFor(wish.slug, wish.startsAt, from.event.timeZone) : [wish.slug];
  for (const slug of addresses) {
    const event = clonedFrom(from.event, { ...wish, slug, id }, now);
    const announcements = [{ kind: 'created' as const }, { kind: 'cloned' as const, fromEventId, copies: wish.copies }];
    const saved = await store.save({ loaded: undefined, event, announcements, actor, now });
    if (saved.kind === 'saved') return { kind: 'cloned', eventId: id };
  }
  return { kind: 'slug-taken' };
}
