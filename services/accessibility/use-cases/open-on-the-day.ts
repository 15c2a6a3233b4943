import { inOrder } from '../domain/access-list.ts';
import { doorOf, knowsTheDoor, type OnTheDay } from '../domain/on-the-day.ts';
import { type ListPorts, namesOrNothing, type Reader } from './open-list.ts';

/**
 * The list of an event for an organiser without the role, on the day alone. The reason is noted before anything is read: what cannot be
 * noted is not shown, and nobody learns by being refused whether there was anything. Answers under an older consent, which knew no such door, stay shut.
 */
export async function openOnTheDay(eventId: string, opener: Reader, reason: string, now: Date, ports: ListPorts): Promise<OnTheDay> {
  const event = await ports.events.byId(eventId);
  if (!event) return { kind: 'no-event' };
  const door = doorOf(event, now);
  if (door.kind !== 'open') return { kind: 'shut', event, door };
  await ports.reads.record({ eventId, ...opener, at: now.toISOString(), what: 'on-the-day', reason });
  const [stored, names] = await Promise.all([ports.list.ofEvent(eventId), namesOrNothing(eventId, ports.names)]);
  const needs = inOrder(stored.filter(({ consent }) => knowsTheDoor(consent)));
  return {
    kind: 'opened',
    event,
    needs: needs.map((need) => ({ ...need, name: names?.get(need.registrationId) })),
    names: names ? 'known' : 'unavailable',
  };
}
