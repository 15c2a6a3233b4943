import type { OrganiseDependencies } from '../dependencies.ts';
import type { Rooms } from '../domain/rooms.ts';
import type { RoomLinks } from '../pages/rooms-section.tsx';

/** Every link of an event's rooms, in full. Nothing usable is stored: they are signed anew each time, and come out the same. */
export async function roomLinks(rooms: Rooms, { links, baseUrl }: Pick<OrganiseDependencies, 'links' | 'baseUrl'>): Promise<RoomLinks> {
  const { eventId } = rooms;
  const pairs = await Promise.all(
    rooms.rooms.map(async ({ id, linkVersion: version }) => {
      const [room, notes] = await Promise.all([
        links.mint({ purpose: 'room', eventId, roomId: id, version }),
        links.mint({ purpose: 'notes', eventId, roomId: id, version }),
      ]);
      return [id, { room: `${baseUrl}${room}`, notes: `${baseUrl}${notes}` }] as const;
    }),
  );
  const event = await links.mint({ purpose: 'event', eventId, version: rooms.eventLinkVersion });
  return { event: `${baseUrl}${event}`, rooms: new Map(pairs) };
}
