import { UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { fromItem, getItem, queryAll, toKey } from '@convener/dynamodb';
import { faultyEndpoint, startEngine } from '@convener/testing';
import { describe, expect, test } from 'vitest';
import { eventPartition, placesKey, registrationKey } from '../store/keys.ts';
import {
  everyone,
  holdsPlace,
  idOf,
  type OpenEvent,
  openEvent,
  openFrom,
  placesIn,
  portsOver,
  press,
  send,
} from '../testing/open-event.ts';
import { claimOffer, declineOffer, lapseOffers, rejoinLine } from './answer-offer.ts';
import { callOffEvent } from './keep-event.ts';
import { cancel, erase, expireUnconfirmed } from './leave.ts';
import type { RegistrationPorts } from './ports.ts';
import { tendEvents } from './tend-events.ts';

const later = (hours: number) => new Date(openFrom.getTime() + hours * 60 * 60 * 1000);

interface Flow {
  readonly name: string;
  readonly before: (event: OpenEvent) => Promise<unknown>;
  /** What is killed, and what the person or the queue then does again. */
  readonly run: (event: OpenEvent) => Promise<unknown>;
  readonly ends: Readonly<Record<string, string>>;
  readonly taken: number;
  readonly waiting: number;
}

const full = async (event: OpenEvent) => {
  await send(event, 'ada');
  await press(event, 'ada');
  await send(event, 'ben');
};
const fullWithLine = async (event: OpenEvent) => {
  await full(event);
  await press(event, 'ben');
};

const offered = async (event: OpenEvent) => {
  await fullWithLine(event);
  await send(event, 'cleo');
  await press(event, 'cleo', later(1));
  await cancel(await idOf(event, 'ada'), { kind: 'attendee' }, openFrom, event.ports);
};

const flows: readonly Flow[] = [
  {
    name: 'registering',
    before: async () => undefined,
    run: (event) => send(event, 'ada'),
    ends: { ada: 'pending' },
    taken: 1,
    waiting: 0,
  },
  {
    name: 'confirming',
    before: (event) => send(event, 'ada'),
    run: (event) => press(event, 'ada'),
    ends: { ada: 'confirmed' },
    taken: 1,
    waiting: 0,
  },
  {
    name: 'joining the line',
    before: full,
    run: (event) => press(event, 'ben'),
    ends: { ada: 'confirmed', ben: 'waitlisted' },
    taken: 1,
    waiting: 1,
  },
  {
    name: 'cancelling',
    before: fullWithLine,
    run: async (event) => cancel(await idOf(event, 'ada'), { kind: 'attendee' }, openFrom, event.ports),
    ends: { ada: 'cancelled', ben: 'offered' },
    taken: 1,
    waiting: 0,
  },
  {
    name: 'leaving the line',
    before: fullWithLine,
    run: async (event) => cancel(await idOf(event, 'ben'), { kind: 'organiser', id: 'org_sample' }, openFrom, event.ports),
    ends: { ada: 'confirmed', ben: 'cancelled' },
    taken: 1,
    waiting: 0,
  },
  {
    name: 'erasing',
    before: fullWithLine,
    run: async (event) => erase(await idOf(event, 'ada'), { kind: 'attendee' }, openFrom, event.ports),
    ends: { ada: 'gone', ben: 'offered' },
    taken: 1,
    waiting: 0,
  },
  {
    name: 'running out',
    before: (event) => send(event, 'ada'),
    run: (event) => expireUnconfirmed(later(25), event.ports),
    ends: { ada: 'gone' },
    taken: 0,
    waiting: 0,
  },
  {
    name: 'claiming an offer',
    before: offered,
    run: async (event) => claimOffer(await idOf(event, 'ben'), openFrom, event.ports),
    ends: { ada: 'cancelled', ben: 'confirmed', cleo: 'waitlisted' },
    taken: 1,
    waiting: 1,
  },
  {
    name: 'declining an offer',
    before: offered,
    run: async (event) => declineOffer(await idOf(event, 'ben'), openFrom, event.ports),
    ends: { ada: 'cancelled', ben: 'cancelled', cleo: 'offered' },
    taken: 1,
    waiting: 0,
  },
  {
    name: 'letting an offer lapse',
    before: offered,
    run: (event) => lapseOffers(later(24 * 5), event.ports),
    ends: { ada: 'cancelled', ben: 'cancelled', cleo: 'offered' },
    taken: 1,
    waiting: 0,
  },
  {
    name: 'joining the line again',
    before: async (event) => {
      await offered(event);
      await lapseOffers(later(24 * 5), event.ports);
    },
    run: async (event) => rejoinLine(await idOf(event, 'ben'), later(24 * 5), event.ports),
    ends: { ada: 'cancelled', ben: 'waitlisted', cleo: 'offered' },
    taken: 1,
    waiting: 1,
  },
  {
    name: 'calling off',
    before: fullWithLine,
    run: (event) => callOffEvent({ facts: event.facts, version: 3, at: openFrom.toISOString() }, openFrom, event.ports),
    ends: { ada: 'cancelled', ben: 'cancelled' },
    taken: 0,
    waiting: 0,
  },
];

const lastEvent: Readonly<Record<string, readonly string[]>> = {
  pending: ['registration.requested.v1'],
  confirmed: ['registration.confirmed.v1', 'registration.promoted.v1'],
  waitlisted: ['registration.waitlisted.v1'],
  offered: ['registration.offered.v1'],
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
