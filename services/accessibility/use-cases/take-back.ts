import { goneBy } from '../domain/keeping.ts';
import type { Boards } from './arranging-ports.ts';
import type { Handles } from './person-handle.ts';
import type { Events, Needs } from './ports.ts';

export interface TakeBackPorts extends Handles {
  readonly events: Events;
  readonly boards: Boards;
  readonly needs: Pick<Needs, 'remove'>;
}

/** They told the coordinator that it should not be kept. False where there is nothing. */
export async function takeBackFor(
  eventId: string,
  handle: string,
  now: Date,
  { events, boards, handles, needs }: TakeBackPorts,
): Promise<boolean> {
  const event = await events.byId(eventId);
  if (!event || now >= goneBy(event)) return false;
  const [board, handleOf] = await Promise.all([boards.ofEvent(eventId), handles()]);
  const need = board.needs.find(({ registrationId }) => handleOf(eventId, registrationId) === handle);
  if (need) await needs.remove(eventId, need.registrationId);
  return need !== undefined;
}
