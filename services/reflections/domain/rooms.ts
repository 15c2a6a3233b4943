import type { EventId, RoomId } from '@convener/contracts';

export interface Room {
  /** `rm3`: unique in its event and never given again, so that a link can be short. What cannot be guessed is the link's signature. */
  readonly id: RoomId;
  readonly label: string;
  /** Raised to make every link given out so far useless. */
  readonly linkVersion: number;
}

/** The rooms of one event. */
export interface Rooms {
  readonly eventId: EventId;
  readonly rooms: readonly Room[];
  readonly nextNumber: number;
  /** Of the link that belongs to no room: for before and after the event. */
  readonly eventLinkVersion: number;
}

export const mostRooms = 60;

export type RoomsCommand =
  /** As many rooms in all as `total` says; sent twice it opens no more. */
  | { readonly kind: 'open'; readonly total: number }
  | { readonly kind: 'replace-link'; readonly roomId: RoomId }
  | { readonly kind: 'replace-event-link' }
  | { readonly kind: 'remove'; readonly roomId: RoomId; readonly hasReflections: boolean };

export type RoomsDecision =
  | { readonly kind: 'changed'; readonly rooms: Rooms; readonly opened: boolean }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'more-there'; readonly there: number }
  | { readonly kind: 'unknown-room' }
  | { readonly kind: 'room-in-use' };

export function noRooms(eventId: EventId): Rooms {
  return { eventId, rooms: [], nextNumber: 1, eventLinkVersion: 1 };
}

/** `label` names a room by its number, in the words of the network. */
export function decideRooms(rooms: Rooms, command: RoomsCommand, label: (number: number) => string): RoomsDecision {
  switch (command.kind) {
    case 'open':
      return open(rooms, command.total, label);
    case 'replace-event-link':
      return { kind: 'changed', rooms: { ...rooms, eventLinkVersion: rooms.eventLinkVersion + 1 }, opened: false };
    case 'replace-link':
    case 'remove': {
      const room = rooms.rooms.find((each) => each.id === command.roomId);
      if (!room) return { kind: 'unknown-room' };
      if (command.kind === 'remove') return remove(rooms, command);
      const replaced = { ...room, linkVersion: room.linkVersion + 1 };
      return {
        kind: 'changed',
        rooms: { ...rooms, rooms: rooms.rooms.map((each) => (each === room ? replaced : each)) },
        opened: false,
      };
    }
  }
}

function open(rooms: Rooms, total: number, label: (number: number) => string): RoomsDecision {
  const there = rooms.rooms.length;
  if (total < there) return { kind: 'more-there', there };
  if (total === there) return { kind: 'unchanged' };
  const added = Array.from({ length: total - there }, (_, position): Room => {
    const number = rooms.nextNumber + position;
    return { id: `rm${number}`, label: label(number), linkVersion: 1 };
  });
  return {
    kind: 'changed',
    rooms: { ...rooms, rooms: [...rooms.rooms, ...added], nextNumber: rooms.nextNumber + added.length },
    opened: true,
  };
}

/** A room that somebody spoke in stays: what was said there belongs to it. */
function remove(rooms: Rooms, command: Extract<RoomsCommand, { kind: 'remove' }>): RoomsDecision {
  if (command.hasReflections) return { kind: 'room-in-use' };
  return { kind: 'changed', rooms: { ...rooms, rooms: rooms.rooms.filter((each) => each.id !== command.roomId) }, opened: true };
}
