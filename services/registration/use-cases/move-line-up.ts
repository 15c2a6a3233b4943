import { type Event, lineMayMove } from '../domain/event.ts';
import { decideOffer, offerUntil } from '../domain/offers.ts';
import { type NextInLine, nextInLine } from '../domain/pools.ts';
import type { RegistrationPorts } from './ports.ts';

/** So many vain tries in a row mean that others move the same line; they, or the next sweep, finish it. */
const mostVainTries = 10;

/** Free places are offered to those who wait, in the order of the line. Says how many were. */
export async function moveLineUp(eventId: string, now: Date, ports: RegistrationPorts): Promise<number> {
  let moved = 0;
  for (let vain = 0; vain < mostVainTries; ) {
    const event = await ports.events.byId(eventId);
    const next = event && lineMayMove(event, now) ? nextInLine(event.places) : undefined;
    if (!event || !next) return moved;
    if (await offerTo(next, event, now, ports)) {
      moved += 1;
      vain = 0;
    } else vain += 1;
  }
  return moved;
}

async function offerTo(next: NextInLine, { outline, places }: Event, now: Date, ports: RegistrationPorts): Promise<boolean> {
  const pool = next.kind === 'of-group' ? next.group : undefined;
  const first = await ports.line.first(outline.eventId, pool);
  if (!first) return false;
  const loaded = await ports.registrations.load(first);
  if (loaded.stored.kind !== 'held') return false;
  const change = decideOffer(loaded.stored.registration, { until: offerUntil(now, outline, places.offers), pool }, now);
  if (!change) return false;
  const outcome = await ports.registrations.save(loaded, change, { now, actor: { kind: 'system' } });
  return outcome.kind === 'saved';
}
