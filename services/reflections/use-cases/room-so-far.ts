import type { EventId, RoomId } from '@convener/contracts';
import { toldCount } from '../domain/overview.ts';
import type { PublicPorts } from './ports.ts';

export interface RoomSoFar {
  /** What note-takers wrote down, in the order of random ids. */
  readonly notes: readonly string[];
  /** How many people said something for themselves: their words are not the note-taker's to read, and a small number is not told. */
  readonly others: number | 'few' | 'none';
}

/** What a note-taker sees of their room. */
export async function roomSoFar(eventId: EventId, roomId: RoomId, { reflections }: Pick<PublicPorts, 'reflections'>): Promise<RoomSoFar> {
  const all = await reflections.ofRoom(eventId, roomId);
  const notes = all.flatMap(({ source, standing }) => (source === 'notes' && standing.kind !== 'withdrawn' ? [standing.words] : []));
  const others = all.filter(({ source, standing }) => source === 'form' && standing.kind !== 'withdrawn').length;
  return { notes, others: toldCount(others) };
}
