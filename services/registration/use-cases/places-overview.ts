import type { Event } from '../domain/event.ts';
import type { ListedRegistration } from '../domain/registration.ts';
import type { RegistrationPorts } from './ports.ts';

/** Of a long line only the front is shown. */
const mostShown = 100;

export interface PlacesOverview {
  readonly event: Event;
  readonly listed: readonly ListedRegistration[];
  readonly line: readonly {
    readonly position: number;
    readonly registrationId: string;
    readonly name: string;
    readonly group: string | undefined;
    readonly since: string;
  }[];
  readonly waiting: number;
}

/** The places of an event and who waits for one, as organisers see them; undefined while the event has not been heard of. */
export async function placesOverview(eventId: string, ports: RegistrationPorts): Promise<PlacesOverview | undefined> {
  const event = await ports.events.byId(eventId);
  if (!event) return undefined;
  const [listed, waiters] = await Promise.all([ports.registrations.ofEvent(eventId), ports.line.all(eventId)]);
  const known = new Map(listed.map((each) => [each.registrationId, each]));
  // The list may be a moment older than the line: whoever is missing from it appears with the next look.
  const line = waiters.slice(0, mostShown).flatMap(({ registrationId, group }, at) => {
    const person = known.get(registrationId);
    return person ? [{ position: at + 1, registrationId, name: person.details.name, group, since: person.since }] : [];
  });
  return { event, listed, line, waiting: waiters.length };
}
