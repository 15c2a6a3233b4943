import type { Event } from '../domain/event.ts';
import {
  countByStatus,
  countSupporters,
  countUnreached,
  findRegistrations,
  fittingOf,
  type ListQuery,
} from '../domain/find-registrations.ts';
import { growthByDay } from '../domain/growth.ts';
import type { ListedRegistration, Registration } from '../domain/registration.ts';
import type { RegistrationList } from '../domain/registration-list.ts';
import type { RegistrationPorts } from './ports.ts';

/** Who comes to an event, as organisers see it. */
export async function listRegistrations(
  eventId: string,
  query: ListQuery,
  ports: RegistrationPorts,
): Promise<RegistrationList | undefined> {
  const [event, all] = await Promise.all([ports.events.byId(eventId), ports.registrations.ofEvent(eventId)]);
  if (!event) return undefined;
  return {
    event,
    totals: countByStatus(all),
    unreached: countUnreached(all),
    supporters: countSupporters(all),
    growth: growthByDay(all, event.outline.timeZone),
    found: await inTheLine(findRegistrations(all, query), query, eventId, ports),
  };
}

/** Places in the line stand in the line alone: it is read only where they are to be shown. */
async function inTheLine<Found extends { readonly rows: readonly ListedRegistration[] }>(
  found: Found,
  { columns }: Pick<ListQuery, 'columns'>,
  eventId: string,
  { line }: Pick<RegistrationPorts, 'line'>,
): Promise<Found> {
  if (!columns.includes('position')) return found;
  const positions = new Map((await line.all(eventId)).map(({ registrationId }, at) => [registrationId, at + 1]));
  return { ...found, rows: found.rows.map((row) => ({ ...row, position: positions.get(row.registrationId) })) };
}

/** Those that fit, for a table to take away; that it was taken is noted before it is handed over. */
export async function exportRegistrations(
  eventId: string,
  query: ListQuery,
  by: { readonly id: string },
  now: Date,
  ports: RegistrationPorts,
): Promise<{ readonly event: Event; readonly registrations: readonly ListedRegistration[] } | undefined> {
  const [event, all] = await Promise.all([ports.events.byId(eventId), ports.registrations.ofEvent(eventId)]);
  if (!event) return undefined;
  const { rows: registrations } = await inTheLine({ rows: fittingOf(all, query) }, query, eventId, ports);
  await ports.events.noteExport(eventId, registrations.length, by.id, now);
  return { event, registrations };
}

/** One registration of this very event, with the version to change it by. */
export async function registrationOfEvent(
  eventId: string,
  registrationId: string,
  ports: Pick<RegistrationPorts, 'registrations' | 'events'>,
): Promise<{ readonly event: Event; readonly registration: Registration; readonly version: number } | undefined> {
  const { stored } = await ports.registrations.load(registrationId);
  if (stored.kind !== 'held' || stored.registration.eventId !== eventId) return undefined;
  const event = await ports.events.byId(eventId);
  return event && { event, registration: stored.registration, version: stored.version };
}
