import { goneBy } from '../domain/keeping.ts';
import type { Place } from '../domain/place.ts';
import { isOver, type MonthsOffered, type Remembered, remembering } from '../domain/remembered.ts';
import type { Memories } from './asking-ports.ts';
import type { AccessPorts } from './ports.ts';

export type RememberOutcome =
  | { readonly kind: 'remembered'; readonly remembered: Remembered }
  /** There is no answer to remember, or nobody to remember it of: a session of before, a place without an address. */
  | { readonly kind: 'nothing' };

/** Keeps for the network's next event what somebody said for this one: exactly what stands, never what is half entered. */
export async function remember(
  place: Place,
  months: MonthsOffered,
  now: Date,
  ports: AccessPorts & { readonly memories: Memories },
): Promise<RememberOutcome> {
  const { person, registrationId, eventId } = place;
  const [event, standing] = await Promise.all([ports.events.byId(eventId), ports.standings.of(registrationId)]);
  if (!person || !event || standing === 'gone' || now >= goneBy(event)) return { kind: 'nothing' };
  const need = await ports.needs.load(eventId, registrationId);
  if (!need) return { kind: 'nothing' };
  const remembered = remembering(need, months, now);
  await ports.memories.keep({ person, registrationId, eventId }, remembered);
  return { kind: 'remembered', remembered };
}

/** What is remembered of somebody; what is over is not there, deleted or not. */
export async function rememberedOf(
  { person }: Pick<Place, 'person'>,
  now: Date,
  { memories }: { readonly memories: Memories },
): Promise<Remembered | undefined> {
  const remembered = person ? await memories.load(person) : undefined;
  return remembered && !isOver(remembered, now) ? remembered : undefined;
}
