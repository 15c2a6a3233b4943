import type { KeptEvent } from '../domain/event.ts';
import type { Room } from '../domain/rooms.ts';
import type { Ground, PublicPorts } from './ports.ts';

export type Followed<Where> =
  | ({ readonly kind: 'open'; readonly event: KeptEvent } & Where)
  | { readonly kind: 'cancelled'; readonly event: KeptEvent }
  /** Forged, replaced by a newer one, or of a room that is no more. */
  | { readonly kind: 'useless' };

/** Follows a room's link, or the event's own that belongs to no room. */
export async function followReflectLink(
  token: string,
  ports: Pick<PublicPorts, 'events' | 'links'>,
): Promise<Followed<{ readonly room: Room | undefined }>> {
  const target = await ports.links.read(['room', 'event'], token);
  const ground = target && (await ports.events.ground(target.eventId));
  if (!target || !ground) return { kind: 'useless' };
  if (target.purpose === 'room') return roomOf(ground, target);
  if (ground.rooms.value.eventLinkVersion !== target.version) return { kind: 'useless' };
  return ground.event.cancelled ? { kind: 'cancelled', event: ground.event } : { kind: 'open', event: ground.event, room: undefined };
}

/** Follows a note-taker's link. */
export async function followNotesLink(
  token: string,
  ports: Pick<PublicPorts, 'events' | 'links'>,
): Promise<Followed<{ readonly room: Room }>> {
  const target = await ports.links.read(['notes'], token);
  const ground = target && (await ports.events.ground(target.eventId));
  return target && ground ? roomOf(ground, target) : { kind: 'useless' };
}

function roomOf(ground: Ground, target: { readonly roomId: string; readonly version: number }): Followed<{ readonly room: Room }> {
  const room = ground.rooms.value.rooms.find((each) => each.id === target.roomId);
  if (!room || room.linkVersion !== target.version) return { kind: 'useless' };
  return ground.event.cancelled ? { kind: 'cancelled', event: ground.event } : { kind: 'open', event: ground.event, room };
}
