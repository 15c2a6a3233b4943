import type { Event } from '../domain/event.ts';
import {
  countByStatus,
  type FoundRegistrations,
  findRegistrations,
  type ListQuery,
  type StatusTotals,
} from '../domain/find-registrations.ts';
import { growthByDay } from '../domain/growth.ts';
import type { ListedRegistration, Registration } from '../domain/registration.ts';
import type { RegistrationPorts } from './ports.ts';

export interface RegistrationList {
  readonly event: Event;
  readonly totals: StatusTotals;
  readonly growth: readonly { readonly label: string; readonly value: number }[];
  readonly found: FoundRegistrations;
}

/** Who comes to an event, as organisers see it. */
export async function listRegistrations(
  eventId: string,
  query: ListQuery,
  ports: RegistrationPorts,
): Promise<RegistrationList | undefined> {
  const event = await ports.events.byId(eventId);
  if (!event) return undefined;
  const all = await ports.registrations.ofEvent(eventId);
  return {
    event,
    totals: countByStatus(all),
    growth: growthByDay(all, event.outline.timeZone),
    found: findRegistrations(all, query),
  };
}

/** Everybody, for a table to take away; that it was taken is noted before it is handed over. */
export async function exportRegistrations(
  eventId: string,
  organiserId: string,
  now: Date,
  ports: RegistrationPorts,
): Promise<{ readonly event: Event; readonly registrations: readonly ListedRegistration[] } | undefined> {
  const event = await ports.events.byId(eventId);
  if (!event) return undefined;
  const registrations = await ports.registrations.ofEvent(eventId);
  await ports.events.noteExport(eventId, registrations.length, organiserId, now);
  return { event, registrations };
}

/** One registration of this very event. */
export async function registrationOfEvent(
  eventId: string,
  registrationId: string,
  ports: RegistrationPorts,
): Promise<{ readonly event: Event; readonly registration: Registration } | undefined> {
  const { stored } = await ports.registrations.load(registrationId);
  if (stored.kind !== 'held' || stored.registration.eventId !== eventId) return undefined;
  const event = await ports.events.byId(eventId);
  return event && { event, registration: stored.registration };
}
