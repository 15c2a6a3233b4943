import type { Actor, EventId, RoomId } from '@convener/contracts';
import { decideRooms, type Rooms, type RoomsCommand, type RoomsDecision } from '../domain/rooms.ts';
import { untilSettled } from './again.ts';
import { byOrganiser } from './doing.ts';
import type { PublicPorts } from './ports.ts';

/** What an organiser asks for; whether a room is in use is looked up here. */
export type RoomsRequest = Exclude<RoomsCommand, { readonly kind: 'remove' }> | { readonly kind: 'remove'; readonly roomId: RoomId };

export type RoomsChanged =
  | { readonly kind: 'changed' | 'unchanged'; readonly rooms: Rooms }
  | { readonly kind: 'unknown-event' }
  | Exclude<RoomsDecision, { readonly kind: 'changed' | 'unchanged' }>;

/** Opens rooms, removes an empty one, or replaces a link. */
export function changeRooms(
  change: {
    readonly eventId: EventId;
    readonly request: RoomsRequest;
    readonly actor: Actor;
    readonly now: Date;
    readonly label: (number: number) => string;
  },
  { events, reflections }: Pick<PublicPorts, 'events' | 'reflections'>,
): Promise<RoomsChanged> {
  const { eventId, request } = change;
  return untilSettled(async (): Promise<RoomsChanged | undefined> => {
    const ground = await events.ground(eventId);
    if (!ground) return { kind: 'unknown-event' };
    const command: RoomsCommand =
      request.kind === 'remove' ? { ...request, hasReflections: (await reflections.ofRoom(eventId, request.roomId)).length > 0 } : request;
    const decision = decideRooms(ground.rooms.value, command, change.label);
    if (decision.kind === 'unchanged') return { kind: 'unchanged', rooms: ground.rooms.value };
    if (decision.kind !== 'changed') return decision;
    const saved = await events.saveRooms(ground.rooms, decision.rooms, decision.opened, byOrganiser(change.actor, change.now));
    return saved.kind === 'saved' ? { kind: 'changed', rooms: decision.rooms } : undefined;
  });
}
