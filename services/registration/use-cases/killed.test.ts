import { UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { fromItem, getItem, queryAll, toKey } from '@convener/dynamodb';
import { faultyEndpoint, startEngine } from '@convener/testing';
import { describe, expect, test } from 'vitest';
import { eventPartition, placesKey, registrationKey } from '../store/keys.ts';
import { flows } from '../testing/flows.ts';
import { everyone, holdsPlace, idOf, type OpenEvent, openEvent, openFrom, placesIn, portsOver } from '../testing/open-event.ts';
import type { RegistrationPorts } from './ports.ts';
import { tendEvents } from './tend-events.ts';

const lastEvent: Readonly<Record<string, readonly string[]>> = {
  pending: ['registration.requested.v1'],
  confirmed: ['registration.confirmed.v1', 'registration.promoted.v1'],
  waitlisted: ['registration.waitlisted.v1', 'registration.changed.v1'],
  offered: ['registration.offered.v1', 'registration.changed.v1'],
  cancelled: ['registration.cancelled.v1', 'registration.offer-ended.v1'],
  gone: ['registration.expired.v1', 'registration.erased.v1'],
};

/** State and domain event on each item, counters and line against the people: all say the same. */
async function expectWhole(event: OpenEvent): Promise<void> {
  const people = await everyone(event);
  const places = await placesIn(event);
  let line = 0;
  for await (const item of queryAll(event.table, { pk: eventPartition(event.eventId), startingWith: 'WAIT#' })) line += item.pk ? 1 : 0;
  expect(places.taken).toBe(people.filter(holdsPlace).length);
  expect([places.waiting, line]).toEqual(Array(2).fill(people.filter(({ state }) => state.kind === 'waitlisted').length));
  for (const who of ['ada', 'ben', 'cleo']) {
    const item = await getItem(event.table, registrationKey(await idOf(event, who)));
    if (!item) continue;
    const { version, envelopes, state, tombstone } = fromItem(item) as {
      version: number;
      envelopes: { type: string; aggregate: { version: number } }[];
      state?: { kind: string };
      tombstone?: boolean;
    };
    const last = envelopes.at(-1);
    expect(last?.aggregate.version).toBe(version);
    expect(lastEvent[tombstone ? 'gone' : (state?.kind ?? '')]).toContain(last?.type);
  }
}

async function endingOf(event: OpenEvent, who: string): Promise<string> {
  const { stored } = await event.ports.registrations.load(await idOf(event, who));
  return stored.kind === 'held' ? stored.registration.state.kind : stored.kind;
}

/** The event as a process sees it whose Nth call of DynamoDB is its last. */
async function killedAt(event: OpenEvent, call: number, kind: 'lost-request' | 'lost-reply') {
  const engine = await startEngine();
  const faulty = await faultyEndpoint(engine.endpoint, [{ fault: { kind }, calls: [call] }]);
  const ports = portsOver(event.table, engine.clientFor({ endpoint: faulty.endpoint, maxAttempts: 1 }));
  return { faulty, doomed: { ...event, ports } };
}

describe.each(flows)('$name, killed at every call (R07)', (flow) => {
  test.each(['lost-request', 'lost-reply'] as const)(
    'by a %s: state and domain event agree, and doing it again ends well',
    async (kind) => {
      for (let call = 1; ; call += 1) {
        const event = await openEvent({ capacity: 1 });
        await flow.before(event);
        const { faulty, doomed } = await killedAt(event, call, kind);
        await flow.run(doomed).catch(() => undefined);
        await faulty.stop();
        await expectWhole(event);
        if (faulty.struck.length === 0) break;
        await flow.run(event).catch(() => undefined);
        await tendEvents(openFrom, event.ports);
        await expectWhole(event);
        for (const [who, ending] of Object.entries(flow.ends)) expect([call, who, await endingOf(event, who)]).toEqual([call, who, ending]);
        expect(await placesIn(event)).toMatchObject({ taken: flow.taken, waiting: flow.waiting });
      }
    },
  );
});

describe('a reply lost after each write, and the SDK asking again (R05)', () => {
  test.each(flows)('$name has its effect once', async (flow) => {
    const engine = await startEngine();
    for (let call = 1; ; call += 1) {
      const event = await openEvent({ capacity: 1 });
      await flow.before(event);
      const faulty = await faultyEndpoint(engine.endpoint, [{ fault: { kind: 'lost-reply' }, calls: [call] }]);
      const ports: RegistrationPorts & OpenEvent['ports'] = portsOver(
        event.table,
        engine.clientFor({ endpoint: faulty.endpoint, maxAttempts: 5 }),
      );
      await flow.run({ ...event, ports });
      await faulty.stop();
      await expectWhole(event);
      for (const [who, ending] of Object.entries(flow.ends)) expect([call, who, await endingOf(event, who)]).toEqual([call, who, ending]);
      expect(await placesIn(event)).toMatchObject({ taken: flow.taken, waiting: flow.waiting });
      if (faulty.struck.length === 0) break;
    }
  });

  test('a plain +1 has it twice: the test would catch it', async () => {
    const engine = await startEngine();
    const event = await openEvent({ capacity: 5 });
    const faulty = await faultyEndpoint(engine.endpoint, [{ fault: { kind: 'lost-reply' }, calls: [1] }]);
    const plain = new UpdateItemCommand({
      TableName: event.table.name,
      Key: toKey(placesKey(event.eventId)),
      UpdateExpression: 'SET taken = taken + :one',
      ExpressionAttributeValues: { ':one': { N: '1' } },
    });
    await engine.clientFor({ endpoint: faulty.endpoint, maxAttempts: 5 }).send(plain);
    await faulty.stop();
    expect(await placesIn(event)).toMatchObject({ taken: 2 });
    await expect(expectWhole(event)).rejects.toThrow();
  });
});
