import { lineMayMove } from '../domain/event.ts';
import { decidePromote } from '../domain/waiting-line.ts';
import type { RegistrationPorts } from './ports.ts';

/** So many vain tries in a row mean that others move the same line; they, or the next sweep, finish it. */
const mostVainTries = 10;

/** Free places go to those who wait, in the order of the line. Says how many moved up. */
export async function moveLineUp(eventId: string, now: Date, ports: RegistrationPorts): Promise<number> {
  let moved = 0;
  for (let vain = 0; vain < mostVainTries; ) {
    const event = await ports.events.byId(eventId);
    if (!event || !lineMayMove(event, now)) return moved;
    if (await moveFirst(eventId, now, ports)) {
      moved += 1;
      vain = 0;
    } else vain += 1;
  }
  return moved;
}

async function moveFirst(eventId: string, now: Date, ports: RegistrationPorts): Promise<boolean> {
  const first = await ports.line.first(eventId);
  if (!first) return false;
  const loaded = await ports.registrations.load(first);
  const change = loaded.stored.kind === 'held' ? decidePromote(loaded.stored.registration, now) : undefined;
  if (!change) return false;
  const outcome = await ports.registrations.save(loaded, change, { now, actor: { kind: 'system' } });
  return outcome.kind === 'saved';
}
