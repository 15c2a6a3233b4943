import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Places } from '../domain/event.ts';
import { usualOffers } from '../domain/offers.ts';
import type { Registration } from '../domain/registration.ts';
import { memoryClient } from '../testing/memory-client.ts';
import {
  everyone,
  factsOf,
  freshTable,
  holdsPlace,
  idOf,
  type OpenEvent,
  openFrom,
  placesIn,
  plainDetails,
  portsOver,
} from '../testing/open-event.ts';
import { after, type Facts, type Model, type Op } from '../testing/places-model.ts';
import { claimOffer, declineOffer, lapseOffers, rejoinLine } from './answer-offer.ts';
import { confirm } from './confirm.ts';
import { keepEvent } from './keep-event.ts';
import { cancel, expireUnconfirmed } from './leave.ts';
import { register } from './register.ts';
import { releaseGroup, saveGroup } from './reserve-places.ts';
import { tendEvents } from './tend-events.ts';

/**
 * R02: schedules over one event against the model. Up to three things happen at once, their calls of the database in an order that the
 * schedule chooses; what comes out must be what some order of the three gives in the model. `RUNS=100000` runs them all; `SEED` repeats.
 */
const runs = Number(process.env.RUNS ?? 250);
const seed = Number(process.env.SEED ?? 20241120);
const people = ['ada', 'ben', 'cy', 'dee', 'eve'];

const who = fc.constantFrom(...people);
const personal = fc.record({
  kind: fc.constantFrom('register', 'register', 'press', 'press', 'press', 'cancel', 'claim', 'decline', 'rejoin'),
  who,
  group: fc.boolean(),
}) satisfies fc.Arbitrary<Op>;
const op: fc.Arbitrary<Op> = fc.oneof(
  { weight: 12, arbitrary: personal },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('capacity'), to: fc.integer({ min: 1, max: 4 }) }) },
  { weight: 1, arbitrary: fc.constant<Op>({ kind: 'release' }) },
  { weight: 1, arbitrary: fc.constant<Op>({ kind: 'sweep' }) },
);
const step = fc.record({ hours: fc.constantFrom(0, 0, 1, 5, 25, 60), ops: fc.array(op, { minLength: 1, maxLength: 3 }) });
const schedule = fc.record({
  capacity: fc.integer({ min: 1, max: 3 }),
  kept: fc.integer({ min: 0, max: 2 }),
  released: fc.constantFrom(undefined, 30, 90),
  /** So many come one after the other before anything else happens. */
  crowd: fc.integer({ min: 0, max: 5 }),
  steps: fc.array(step, { minLength: 4, maxLength: 10 }),
});
type Schedule = typeof schedule extends fc.Arbitrary<infer S> ? S : never;

interface World {
  readonly event: OpenEvent;
  readonly facts: Facts;
  /** Holds the calls of what happens at once. */
  readonly holding: (hold: ((action: string) => Promise<unknown>) | undefined) => void;
}

const hoursLater = (hours: number) => new Date(openFrom.getTime() + hours * 60 * 60 * 1000);

async function worldOver(
  table: OpenEvent['table'],
  client: DynamoDBClient,
  capacity: number,
  number: number,
): Promise<Omit<World, 'holding'>> {
  const eventFacts = factsOf({
    eventId: `evt_${number}`,
    slug: `event-${number}`,
    capacity,
    startsAt: '2025-12-20T10:00:00.000Z',
    endsAt: '2025-12-20T12:30:00.000Z',
    registrationClosesAt: '2025-12-19T17:00:00.000Z',
  });
  const ports = { ...portsOver(table, client), viewers: { count: async () => 0 } };
  await keepEvent({ facts: eventFacts, version: 2, at: openFrom.toISOString() }, openFrom, ports);
  const event = { table: { name: table.name, client }, ports, facts: eventFacts, eventId: eventFacts.eventId, slug: eventFacts.slug };
  return { event, facts: { startsAt: eventFacts.startsAt, timeZone: eventFacts.timeZone, offers: usualOffers, pendingHours: 24 } };
}

let version = 2;

async function happens(each: Op, { event }: World, now: Date): Promise<unknown> {
  const { ports, eventId, slug } = event;
  switch (each.kind) {
    case 'register': {
      const form = { slug, email: `${each.who}@example.org`, details: plainDetails, attemptId: undefined, viewerIp: '192.0.2.1' };
      return register({ ...form, group: each.group ? 'speakers' : undefined }, now, ports);
    }
    case 'press': {
      const { stored } = await ports.registrations.load(await idOf(event, each.who));
      return stored.kind === 'held' ? confirm(stored.registration, now, ports) : undefined;
    }
    case 'cancel':
      return cancel(await idOf(event, each.who), { kind: 'attendee' }, now, ports);
    case 'claim':
      return claimOffer(await idOf(event, each.who), now, ports);
    case 'decline':
      return declineOffer(await idOf(event, each.who), now, ports);
    case 'rejoin':
      return rejoinLine(await idOf(event, each.who), now, ports);
    case 'capacity':
      version += 1;
      return keepEvent({ facts: { ...event.facts, capacity: each.to }, version, at: now.toISOString() }, now, ports);
    case 'release':
      return releaseGroup(eventId, 'speakers', { organiserId: 'org_sample', now }, ports);
    case 'sweep':
      await expireUnconfirmed(now, ports);
      await lapseOffers(now, ports);
      return tendEvents(now, ports);
  }
  return eventId;
}

/** What the model and the table have in common, as one text. */
function modelSays({ capacity, reserved, people: known }: Model): string {
  const each = [...known].map(([id, { kind, pool, until, key, group }]) => [id, kind, group, pool ?? '', until ?? '', key ?? ''].join(' '));
  const kept = reserved?.released === false ? reserved.places : 0;
  return [`capacity ${capacity}, ${kept} kept`, ...each.sort()].join('\n');
}

function tableSays({ capacity, groups }: Places, found: readonly Registration[]): string {
  const each = found.map((registration) => {
    const { registrationId, state, group } = registration;
    const pool = 'pool' in state && state.pool ? 'group' : holdsPlace(registration) ? 'all' : '';
    return [
      registrationId,
      kindOf(state),
      group !== undefined,
      pool,
      untilOf(state),
      state.kind === 'waitlisted' ? state.waitingKey : '',
    ].join(' ');
  });
  const kept = groups.reduce((sum, { places, releasedAt }) => sum + (releasedAt ? 0 : places), 0);
  return [`capacity ${capacity}, ${kept} kept`, ...each.sort()].join('\n');
}

function kindOf(state: Registration['state']): string {
  if (state.kind !== 'cancelled') return state.kind;
  return state.by === 'declined' || state.by === 'lapsed' ? state.by : 'cancelled';
}

function untilOf(state: Registration['state']): string {
  if (state.kind === 'pending') return state.expiresAt;
  return state.kind === 'offered' ? state.until : '';
}

async function said(world: World): Promise<string> {
  const [places, found] = [await placesIn(world.event), await everyone(world.event)];
  // Counters and people, which the model does not count apart.
  const holding = found.filter(holdsPlace).length;
  const waiting = found.filter(({ state }) => state.kind === 'waitlisted').length;
  if (places.taken !== holding || places.waiting !== waiting)
    return `the counters say ${places.taken} and ${places.waiting}, not ${holding} and ${waiting}`;
  return tableSays(places, found);
}

function orders(ops: readonly Op[]): readonly (readonly Op[])[] {
  if (ops.length <= 1) return [ops];
  return ops.flatMap((first, at) => orders(ops.filter((_, other) => other !== at)).map((rest) => [first, ...rest]));
}

/** Who looks before a place is freed, and writes after it, has what they found: nothing until they press, or a place for everybody. */
function lateOnes(order: readonly Op[]): readonly (readonly Op[])[] {
  return order.reduce(
    (all: readonly (readonly Op[])[], each) => all.flatMap((before) => waysOf(each).map((way) => [...before, way])),
    [[]],
  );
}

function waysOf(each: Op): readonly Op[] {
  switch (each.kind) {
    case 'register':
      return [each, { ...each, found: 'nothing' }, { ...each, found: 'none-of-group' }];
    case 'press':
    case 'rejoin':
      return [each, { ...each, found: 'none-of-group' }];
    default:
      return [each];
  }
}

function arriving({ crowd }: Schedule): readonly { readonly hours: number; readonly ops: readonly Op[]; readonly calm: boolean }[] {
  const come = people.slice(0, crowd).map((each, at) => ({ who: each, group: at % 2 === 1 }));
  return come.flatMap((each) => (['register', 'press'] as const).map((kind) => ({ hours: 0, ops: [{ kind, ...each }], calm: true })));
}

async function follows(plan: Schedule, world: World, scheduler: fc.Scheduler | undefined): Promise<string | undefined> {
  const ids = new Map(await Promise.all(people.map(async (name) => [name, await idOf(world.event, name)] as const)));
  const inModel = (each: Op): Op => ('who' in each ? { ...each, who: ids.get(each.who) ?? '' } : each);
  const kept = Math.min(plan.kept, plan.capacity);
  const releaseAt = plan.released === undefined ? undefined : hoursLater(plan.released).toISOString();
  if (kept > 0) {
    const command = { id: undefined, name: 'Speakers', places: kept, releaseAt };
    await saveGroup(world.event.eventId, command, { organiserId: 'org_sample', now: openFrom }, world.event.ports);
  }
  let model: Model = {
    capacity: plan.capacity,
    reserved: kept > 0 ? { places: kept, releaseAt, released: false } : undefined,
    people: new Map(),
  };
  let hours = 0;
  for (const [at, { hours: passed, ops: wished, calm }] of [
    ...arriving(plan),
    ...plan.steps.map((each) => ({ ...each, calm: false })),
  ].entries()) {
    hours += passed;
    // Facts of an event come in their order, or count as late: at most one change of the capacity at once.
    const ops = wished.filter((each, place) => each.kind !== 'capacity' || wished.findIndex(({ kind }) => kind === 'capacity') === place);
    // A key of the line tells the millisecond: no two steps share one.
    const now = new Date(hoursLater(hours).getTime() + at);
    world.holding(scheduler && ops.length > 1 ? (action) => scheduler.schedule(Promise.resolve(action), action) : undefined);
    const all = Promise.all(ops.map((each) => happens(each, world, now)));
    await (scheduler && ops.length > 1 ? scheduler.waitFor(all) : all);
    world.holding(undefined);
    // What one thing freed while another looked is offered by the sweep at the latest.
    if (!calm) await happens({ kind: 'sweep' }, world, now);
    const found = await said(world);
    const possible = [...orders(ops), ...(ops.length > 1 ? orders(ops).flatMap(lateOnes) : [])].map((order) =>
      [...order, ...(calm ? [] : [{ kind: 'sweep' } as const])].reduce(
        (before: Model, each) => after(inModel(each), before, now, world.facts),
        model,
      ),
    );
    const agreed = possible.find((each) => modelSays(each) === found);
    if (!agreed) return `step ${at}: the table says\n${found}\nand the model\n${possible.map(modelSays).join('\nor\n')}`;
    model = agreed;
  }
  return undefined;
}

let number = 0;

async function inMemory(capacity: number, spoil: (event: OpenEvent) => OpenEvent = (event) => event): Promise<World> {
  const memory = memoryClient();
  number += 1;
  const { event, facts } = await worldOver({ name: 'memory', client: memory.client }, memory.client, capacity, number);
  const holding: World['holding'] = (hold) => {
    memory.hold = hold ?? (async () => undefined);
  };
  return { event: spoil(event), facts, holding };
}

describe('schedules of places, offers and the line (R02)', () => {
  test(`${runs} of them, up to three things at once: seed ${seed}`, { timeout: 60_000 + runs * 60 }, async () => {
    await fc.assert(
      fc.asyncProperty(schedule, fc.scheduler(), async (plan, scheduler) => {
        expect(await follows(plan, await inMemory(plan.capacity), scheduler)).toBeUndefined();
      }),
      { numRuns: runs, seed, endOnFailure: runs > 1000 },
    );
  });

  test('the same in the real engine, one thing after the other', { timeout: 300_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(schedule, async (plan) => {
        const table = await freshTable();
        number += 1;
        const world = { ...(await worldOver(table, table.client, plan.capacity, number)), holding: () => undefined };
        const alone = plan.steps.flatMap(({ hours, ops }) => ops.map((each, at) => ({ hours: at === 0 ? hours : 0, ops: [each] })));
        expect(await follows({ ...plan, steps: alone }, world, undefined)).toBeUndefined();
      }),
      { numRuns: Math.min(100, Math.max(10, Math.round(runs / 1000))), seed },
    );
  });

  test('a line that lets the last in first is caught', async () => {
    const spoil = (event: OpenEvent): OpenEvent => {
      const { line } = event.ports;
      const last = async (eventId: string) => (await line.all(eventId)).at(-1)?.registrationId;
      return { ...event, ports: { ...event.ports, line: { ...line, first: last } } };
    };
    expect((await spoilt(spoil)).failed).toBe(true);
  });

  test('an event that thinks nobody waits is caught', async () => {
    const spoil = (event: OpenEvent): OpenEvent => {
      const { events } = event.ports;
      const blind: typeof events.byId = async (eventId) => {
        const found = await events.byId(eventId);
        return found && { ...found, places: { ...found.places, waiting: 0 } };
      };
      return { ...event, ports: { ...event.ports, events: { ...events, byId: blind } } };
    };
    expect((await spoilt(spoil)).failed).toBe(true);
  });
});

function spoilt(spoil: (event: OpenEvent) => OpenEvent) {
  return fc.check(
    fc.asyncProperty(schedule, async (plan) => {
      expect(await follows(plan, await inMemory(plan.capacity, spoil), undefined)).toBeUndefined();
    }),
    { numRuns: 300, seed, endOnFailure: true },
  );
}
