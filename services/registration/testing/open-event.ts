import { createHmac } from 'node:crypto';
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { EventFacts } from '@convener/contracts';
import { exampleEventFacts } from '@convener/contracts';
import { fromItem, getItem, queryAll, type Table } from '@convener/dynamodb';
import { startEngine } from '@convener/testing';
import type { Details, Registration } from '../domain/registration.ts';
import { registration as manifest } from '../service.ts';
import { eventStore } from '../store/event-store.ts';
import { eventPartition, placesKey, registrationKey, roster } from '../store/keys.ts';
import { idIn } from '../store/listed-item.ts';
import { placesOf } from '../store/places-item.ts';
import { registrationStore } from '../store/registration-store.ts';
import { regroupWrites } from '../store/regroup-writes.ts';
import { reservedPlaces } from '../store/reserved-places.ts';
import { viewers } from '../store/viewers.ts';
import { waitingLine } from '../store/waiting-line.ts';
import { confirm } from '../use-cases/confirm.ts';
import { keepEvent } from '../use-cases/keep-event.ts';
import type { Viewers } from '../use-cases/ports.ts';
import type { RegisterOutcome, RegisterPorts } from '../use-cases/register.ts';
import { register } from '../use-cases/register.ts';

/** What the tests of this service start from: made-up people, one open event, the real engine. */
export const openFrom = new Date('2024-10-10T09:00:00.000Z');

export function factsOf(changes: Partial<EventFacts> = {}): EventFacts {
  return { ...exampleEventFacts, ...changes };
}

export const plainDetails: Details = { name: 'Sample Person', organisation: '', comingAs: '', wantsReport: true, format: 'html' };

export async function freshTable(): Promise<Table> {
  const engine = await startEngine();
  const { name } = await engine.createTable(manifest.tables.main);
  return { name, client: engine.clientFor({ maxAttempts: 5 }) };
}

/** The ports over a table, by a client that may be faulty. */
export function portsOver(table: Table, client: DynamoDBClient = table.client): RegisterPorts {
  const reached = { name: table.name, client };
  const hmac = (text: string) => createHmac('sha256', 'a secret of the test').update(text).digest('base64url').slice(0, 24);
  return {
    registrations: registrationStore(reached, regroupWrites),
    line: waitingLine(reached),
    reserved: reservedPlaces(reached),
    events: eventStore(reached),
    identities: {
      registrationId: async (address, eventId) => `reg_${hmac(`${eventId} ${address}`)}`,
      fingerprint: async (text) => hmac(text),
    },
    viewers: viewers(reached, async (network) => hmac(network)),
    settings: { pendingHours: 24, joiningHours: 24 },
  };
}

/** An open event with its places, on a table of its own. */
export async function openEvent(changes: Partial<EventFacts> = {}) {
  const table = await freshTable();
  const ports = portsOver(table);
  const facts = factsOf(changes);
  await keepEvent({ facts, version: 2, at: '2024-10-01T08:00:00.000Z' }, openFrom, ports);
  return { table, ports, facts, eventId: facts.eventId, slug: facts.slug };
}

/** For tests that are about something else: nobody's forms are counted. */
export const uncounted: Viewers = { count: async () => 0, countAt: async () => 0 };

export type OpenEvent = Awaited<ReturnType<typeof openEvent>>;

let senders = 0;

/** Sends the form, each time from a network of its own unless said. */
export function send(
  { ports, slug }: Pick<OpenEvent, 'ports' | 'slug'>,
  who: string,
  more: {
    readonly now?: Date;
    readonly attemptId?: string;
    readonly viewerIp?: string;
    readonly details?: Details;
    readonly group?: string | undefined;
  } = {},
): Promise<RegisterOutcome> {
  senders += 1;
  const { now = openFrom, attemptId, details = plainDetails, group } = more;
  const viewerIp = more.viewerIp ?? `10.${(senders >> 16) & 255}.${(senders >> 8) & 255}.${senders & 255}`;
  return register({ slug, email: `${who}@example.org`, details, attemptId, group, viewerIp }, now, ports);
}

export function idOf({ ports, eventId }: Pick<OpenEvent, 'ports' | 'eventId'>, who: string): Promise<string> {
  return ports.identities.registrationId(`${who}@example.org`, eventId);
}

export async function held(event: OpenEvent, who: string): Promise<Registration | undefined> {
  const { stored } = await event.ports.registrations.load(await idOf(event, who));
  return stored.kind === 'held' ? stored.registration : undefined;
}

/** Presses the button behind the link in this person's mail. */
export async function press(event: OpenEvent, who: string, now = openFrom) {
  const registration = await held(event, who);
  if (!registration) throw new Error(`${who} has no registration.`);
  return confirm(registration, now, event.ports);
}

export async function placesIn({ table, eventId }: Pick<OpenEvent, 'table' | 'eventId'>) {
  const places = placesOf(await getItem(table, placesKey(eventId)));
  if (!places) throw new Error('The event has no places.');
  return places;
}

/** Every registration of the event as it is stored, for comparing with the counters. */
export async function everyone({
  table,
  ports,
  eventId,
}: Pick<OpenEvent, 'table' | 'ports' | 'eventId'>): Promise<readonly Registration[]> {
  const ids: string[] = [];
  for await (const item of queryAll(table, { pk: eventPartition(eventId), index: roster })) ids.push(idIn(item));
  return ports.registrations.loadAll(ids);
}

export function holdsPlace({ state }: Registration): boolean {
  return state.kind === 'confirmed' || state.kind === 'offered' || (state.kind === 'pending' && state.holds === 'place');
}

/** Types of the domain events that ride on a registration's item, in order. */
export async function ridingOn(event: OpenEvent, who: string): Promise<readonly string[]> {
  const item = await getItem(event.table, registrationKey(await idOf(event, who)));
  const envelopes = item ? fromItem(item).envelopes : [];
  return Array.isArray(envelopes) ? envelopes.map((envelope: { type: string }) => envelope.type) : [];
}
