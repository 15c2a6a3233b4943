import type { EventFacts } from '@convener/contracts';
import type { Table } from '@convener/dynamodb';
import { seededRandom } from '@convener/testing';
import { expect, test } from 'vitest';
import { isQuiet } from '../domain/offers.ts';
import type { Places } from '../domain/places.ts';
import { nextInLine } from '../domain/pools.ts';
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
  portsOver,
  press,
  send,
  uncounted,
} from '../testing/open-event.ts';
import { claimOffer, declineOffer, lapseOffers, rejoinLine } from './answer-offer.ts';
import { keepEvent } from './keep-event.ts';
import { cancel, expireUnconfirmed } from './leave.ts';
import { saveGroup } from './reserve-places.ts';
import { tendEvents } from './tend-events.ts';

/** R19: random runs over one table, each on an event of its own. More with RUNS=1000. */
const runs = Number(process.env.RUNS ?? 100);
const seed = Number(process.env.SEED ?? 19);

type Step = (typeof steps)[number];
const steps = [
  'register',
  'register',
  'press',
  'press',
  'press',
  'cancel',
  'raise',
  'expire',
  'claim',
  'decline',
  'lapse',
  'rejoin',
] as const;

const keyOf = ({ state }: Registration) => (state.kind === 'waitlisted' ? state.waitingKey : '');

/** Whoever moved up since the last look must have stood before everybody who still waits. */
function overtaken(before: readonly Registration[], after: readonly Registration[]): string[] {
  const now = new Map(after.map((each) => [each.registrationId, each]));
  const waited = before.filter(({ state }) => state.kind === 'waitlisted');
  const calledUp = waited.flatMap((each) => {
    const state = now.get(each.registrationId)?.state;
    return state?.kind === 'offered' || state?.kind === 'confirmed' ? [{ key: keyOf(each), pool: state.pool }] : [];
  });
  const left = waited.filter(({ registrationId }) => now.get(registrationId)?.state.kind === 'waitlisted');
  // A place that is kept for a group passes over those who are not of it.
  const passedBy = (each: Registration) =>
    calledUp.some(({ key, pool }) => key > keyOf(each) && (pool === undefined || pool === each.group));
  return left.filter(passedBy).map(keyOf);
}

/** No offer runs out at night, none stands beyond the start, and no place is offered twice. */
function offersAmiss(people: readonly Registration[], places: Places, facts: EventFacts): string[] {
  const startsAt = new Date(facts.startsAt).toISOString();
  const untils = people.flatMap(({ state }) => (state.kind === 'offered' ? [state.until] : []));
  const amiss = untils.filter(
    (until) => until > startsAt || (until < startsAt && isQuiet(Date.parse(until), facts.timeZone, places.offers)),
  );
  const confirmed = people.filter((each) => holdsPlace(each) && each.state.kind !== 'offered').length;
  return [...amiss, ...(untils.length > 0 && confirmed + untils.length > Math.max(places.capacity, confirmed + 1) ? ['two offers'] : [])];
}

async function run(event: OpenEvent, runSeed: number): Promise<readonly string[]> {
  const random = seededRandom(runSeed);
  const wrongs: string[] = [];
  const people: string[] = [];
  let version = 2;
  let now = openFrom;
  const capacityOf = async () => (await placesIn(event)).capacity;
  const somebody = () => idOf(event, random.pick([people[0] ?? 'nobody', ...people]));
  const doStep: Record<Step, () => Promise<unknown>> = {
    register: () => {
      people.push(`person${people.length}`);
      const group = random.chance(0.3) ? 'speakers' : undefined;
      return send(event, people.at(-1) ?? '', { now, group });
    },
    press: async () => people.length > 0 && press(event, random.pick([people[0] ?? '', ...people.slice(1)]), now).catch(() => undefined),
    cancel: async () =>
      people.length > 0 && cancel(await idOf(event, random.pick([people[0] ?? '', ...people])), { kind: 'attendee' }, now, event.ports),
    raise: async () => {
      version += 1;
      const facts = { ...event.facts, capacity: (await capacityOf()) + random.integer(3) - 1 };
      return keepEvent({ facts, version, at: now.toISOString() }, now, event.ports);
    },
    expire: () => expireUnconfirmed(now, event.ports),
    claim: async () => claimOffer(await somebody(), now, event.ports),
    decline: async () => declineOffer(await somebody(), now, event.ports),
    rejoin: async () => rejoinLine(await somebody(), now, event.ports),
    lapse: () => {
      now = new Date(now.getTime() + 60 * 60 * 60 * 1000);
      return lapseOffers(now, event.ports);
    },
  };
  if (random.chance(0.5)) {
    const command = { id: undefined, name: 'Speakers', places: 1, releaseAt: undefined };
    await saveGroup(event.eventId, command, { organiserId: 'org_sample', now }, event.ports);
  }
  for (let step = 0; step < 18; step += 1) {
    now = new Date(now.getTime() + random.integer(4) * 60 * 60 * 1000 + 1);
    const before = await everyone(event);
    await doStep[random.pick(steps)]();
    const people = await everyone(event);
    wrongs.push(...overtaken(before, people), ...offersAmiss(people, await placesIn(event), event.facts));
  }
  const waitedBefore = await everyone(event);
  await tendEvents(now, event.ports);
  const after = await everyone(event);
  wrongs.push(...overtaken(waitedBefore, after));
  const places = await placesIn(event);
  const waiting = after.filter(({ state }) => state.kind === 'waitlisted').length;
  if (places.taken !== after.filter(holdsPlace).length) wrongs.push('leaked');
  if (places.waiting !== waiting) wrongs.push('line');
  if (nextInLine(places) !== undefined) wrongs.push('idle');
  return wrongs;
}

/** In this process, so that a thousand take seconds; some in the real engine as well. */
const inMemory = async (): Promise<Table> => ({ name: 'memory', client: memoryClient().client });

async function manyRuns(
  count: number,
  spoil: (event: OpenEvent) => OpenEvent = (event) => event,
  tableFor: () => Promise<Table> = inMemory,
): Promise<readonly string[]> {
  const wrongs: string[] = [];
  const one = async (number: number) => {
    const table = await tableFor();
    const facts = factsOf({
      eventId: `evt_${number}`,
      slug: `event-${number}`,
      capacity: 1 + (number % 3),
      endsAt: '2025-12-20T12:30:00.000Z',
      startsAt: '2025-12-20T10:00:00.000Z',
      registrationClosesAt: '2025-12-19T17:00:00.000Z',
    });
    const ports = { ...portsOver(table), viewers: uncounted };
    await keepEvent({ facts, version: 2, at: openFrom.toISOString() }, openFrom, ports);
    const found = await run(spoil({ table, ports, facts, eventId: facts.eventId, slug: facts.slug }), seed + number);
    wrongs.push(...found.map((wrong) => `seed ${seed + number}: ${wrong}`));
  };
  for (let from = 0; from < count; from += 10) await Promise.all(Array.from({ length: 10 }, (_, number) => one(from + number)));
  return wrongs;
}

test('the line moves in strict order, offers never run out at night, and no place stays idle after one sweep', {
  timeout: 60_000 + runs * 1000,
}, async () => {
  expect(await manyRuns(runs)).toEqual([]);
  expect(await manyRuns(10, undefined, freshTable)).toEqual([]);
});

test('the same test catches a line that lets the last in first', { timeout: 30_000 }, async () => {
  const lastFirst = (event: OpenEvent): OpenEvent => ({
    ...event,
    ports: {
      ...event.ports,
      line: {
        ...event.ports.line,
        first: async () => (await event.ports.line.all(event.eventId)).at(-1)?.registrationId,
      },
    },
  });
  expect(await manyRuns(200, lastFirst)).not.toEqual([]);
});
