import { ScanCommand } from '@aws-sdk/client-dynamodb';
import { type DomainEventContract, type EventFacts, exampleEventFacts, parseEnvelope } from '@convener/contracts';
import { type DomainEventType, domainEvents } from '@convener/contracts/domain-events';
import { fromItem, type Item, type Table } from '@convener/dynamodb';
import { consumerFunction } from '@convener/events';
import { startEngine } from '@convener/testing';
import {
  publicDependencies,
  type ReactDependencies,
  reactDependencies,
  type SweepDependencies,
  sweepDependencies,
} from '../dependencies.ts';
import { type Answer, currentConsent, type Need, usualReply } from '../domain/need.ts';
import { reactions } from '../handlers/reactions.ts';
import { accessibility } from '../service.ts';
import { boardStore } from '../store/arranging-store.ts';
import { deletionStore } from '../store/deletion-store.ts';
import { eventStore } from '../store/event-store.ts';
import type { Tables } from '../store/need-store.ts';
import type { DeletionPorts } from '../use-cases/delete-in-time.ts';
import { saveAnswer } from '../use-cases/save-answer.ts';

/**
 * What the tests of this service start from. The event lies a hundred years ahead, so that no table's own expiry can have helped where a
 * test finds something gone.
 */
export const facts: EventFacts = {
  ...exampleEventFacts,
  eventId: 'evt_one',
  title: 'A made-up event',
  startsAt: '2124-11-20T10:00:00.000Z',
  endsAt: '2124-11-20T12:30:00.000Z',
  registrationOpensAt: '2124-10-01T08:00:00.000Z',
  registrationClosesAt: '2124-11-19T17:00:00.000Z',
};
export const weeksBefore = new Date('2124-11-01T09:00:00.000Z');

export function daysAfterTheEnd(days: number, endsAt = facts.endsAt): Date {
  return new Date(Date.parse(endsAt) + days * 24 * 60 * 60 * 1000);
}

export async function freshTables(): Promise<Tables> {
  const engine = await startEngine();
  const client = engine.clientFor({ maxAttempts: 5 });
  const { main, needs } = accessibility.tables;
  return { main: { name: (await engine.createTable(main)).name, client }, needs: { name: (await engine.createTable(needs)).name, client } };
}

export interface Told {
  readonly type: DomainEventType;
  readonly id: string;
  readonly version: number;
  readonly at?: string;
  readonly data: object;
}

/** Domain events by their contracts, without the queue and its lines of log. */
export async function hear(tables: Tables, ...messages: readonly Told[]): Promise<void> {
  const reactionOf = new Map<string, (event: never, ports: ReactDependencies) => Promise<void>>(Object.entries(reactions));
  const ports = reactDependencies(tables);
  for (const message of messages) {
    const contract = contracts.get(message.type);
    // Parsed by the contract of this very type, which a map from types to reactions cannot tell the compiler.
    if (contract) await reactionOf.get(message.type)?.(parseEnvelope(contract, detailOf(message)) as never, ports);
  }
}

const contracts = new Map<string, DomainEventContract>(Object.entries(domainEvents));

/** Domain events as the queue brings them. */
export async function hearFromQueue(tables: Tables, ...messages: readonly Told[]): Promise<void> {
  const handler = consumerFunction({ service: accessibility, reactions, dependencies: () => reactDependencies(tables) });
  const { batchItemFailures } = await handler({ Records: messages.map(recordOf) });
  if (batchItemFailures.length > 0) throw new Error('A message was not taken.');
}

function recordOf(message: Told) {
  const plain = { receiptHandle: '', messageAttributes: {}, md5OfBody: '', eventSource: '', eventSourceARN: '', awsRegion: '' };
  const attributes = { ApproximateReceiveCount: '1', SentTimestamp: '', SenderId: '', ApproximateFirstReceiveTimestamp: '' };
  const body = JSON.stringify({ 'detail-type': message.type, detail: detailOf(message) });
  return { ...plain, attributes, messageId: 'message', body };
}

function detailOf({ type, id, version, at = weeksBefore.toISOString(), data }: Told) {
  return { id: `${id}:${version}:${type}`, type, at, aggregate: { id, version }, actor: { kind: 'system' }, data };
}

export const published = (changes: Partial<EventFacts> = {}, version = 2): Told => {
  const event = { ...facts, ...changes };
  return { type: 'event.published.v1', id: event.eventId, version, data: { event } };
};
export const moved = (changes: Partial<EventFacts>, version = 3): Told => {
  const event = { ...facts, ...changes };
  return { type: 'event.changed.v1', id: event.eventId, version, data: { event, changed: Object.keys(changes) } };
};
export const calledOff = (at: string, version = 4): Told => ({
  type: 'event.cancelled.v1',
  id: facts.eventId,
  version,
  at,
  data: { event: facts },
});

type RegistrationChange = 'requested' | 'confirmed' | 'waitlisted' | 'cancelled' | 'expired' | 'erased';
export const registration = (registrationId: string, change: RegistrationChange, version: number, at?: string): Told => ({
  type: `registration.${change}.v1`,
  id: registrationId,
  version,
  ...(at ? { at } : {}),
  data: { registrationId, eventId: facts.eventId, ...(change === 'cancelled' ? { by: 'attendee' } : {}) },
});

export const someAnswer: Answer = { kinds: ['live-captions'], ownWords: 'Questions the day before.', talkFirst: undefined };

/** Somebody says something, by the use case. */
export async function say(
  tables: Tables,
  registrationId: string,
  now = weeksBefore,
  answer = someAnswer,
  reply = usualReply,
): Promise<Need> {
  const outcome = await saveAnswer(
    { registrationId, eventId: facts.eventId },
    { answer, reply, consent: currentConsent, expectedVersion: undefined },
    now,
    publicPorts(tables),
  );
  if (outcome.kind !== 'saved') throw new Error(`Not saved: ${outcome.kind}.`);
  return outcome.need;
}

const network = { name: 'Sample Network', timeZone: 'Europe/London', contact: '' };
const settings = { service: 'accessibility', stage: 'test', baseUrl: '', originSecret: '', secretPrefix: '', network };
const unused = () => Promise.reject(new Error('No parameter is read here.'));
const secret = async () => 'a secret of the tests';

export function publicPorts(tables: Tables) {
  return publicDependencies({ settings, parameters: { secret, privateKey: unused, publicKey: unused } }, tables);
}

export function deletionPorts(tables: Tables): DeletionPorts {
  return { events: eventStore(tables.main), deletion: deletionStore(tables), boards: boardStore(tables.needs) };
}

/** All sweeps, with registration saying that so many people have a place. */
export function sweepPorts(tables: Tables, confirmed = 0): SweepDependencies {
  return sweepDependencies(tables, { ofEvent: async () => confirmed });
}

/** Everything that lies in a table, past every store and every rule. */
export async function everythingIn({ name, client }: Table): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const items: Item[] = (await client.send(new ScanCommand({ TableName: name, ConsistentRead: true }))).Items ?? [];
  return items.map(fromItem);
}
