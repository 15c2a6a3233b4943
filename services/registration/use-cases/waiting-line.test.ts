import { seededRandom } from '@convener/testing';
import { expect, test } from 'vitest';
import type { Registration } from '../domain/registration.ts';
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
} from '../testing/open-event.ts';
import { keepEvent } from './keep-event.ts';
import { cancel, expireUnconfirmed } from './leave.ts';
import { tendEvents } from './tend-events.ts';

/** R19: random runs over one table, each on an event of its own. More with RUNS=1000. */
const runs = Number(process.env.RUNS ?? 60);
const seed = Number(process.env.SEED ?? 19);

type Step = (typeof steps)[number];
const steps = ['register', 'register', 'press', 'press', 'press', 'cancel', 'raise', 'expire'] as const;

const keyOf = ({ state }: Registration) => (state.kind === 'waitlisted' ? state.waitingKey : '');

/** Whoever moved up since the last look must have stood before everybody who still waits. */
function overtaken(before: readonly Registration[], after: readonly Registration[]): string[] {
  const now = new Map(after.map((each) => [each.registrationId, each]));
  const waited = before.filter(({ state }) => state.kind === 'waitlisted');
  const moved = waited.filter(({ registrationId }) => now.get(registrationId)?.state.kind === 'confirmed');
  const left = waited.filter(({ registrationId }) => now.get(registrationId)?.state.kind === 'waitlisted');
  return left.filter((each) => moved.some((other) => keyOf(other) > keyOf(each))).map(keyOf);
}

async function run(event: OpenEvent, runSeed: number): Promise<readonly string[]> {
  const random = seededRandom(runSeed);
  const wrongs: string[] = [];
  const people: string[] = [];
  let version = 2;
  let now = openFrom;
  const capacityOf = async () => (await placesIn(event)).capacity;
  const doStep: Record<Step, () => Promise<unknown>> = {
    register: () => {
      people.push(`person${people.length}`);
      return send(event, people.at(-1) ?? '', { now });
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
  };
  for (let step = 0; step < 14; step += 1) {
    now = new Date(now.getTime() + random.integer(4) * 60 * 60 * 1000 + 1);
    const before = await everyone(event);
    await doStep[random.pick(steps)]();
    wrongs.push(...overtaken(before, await everyone(event)));
  }
  const waitedBefore = await everyone(event);
  await tendEvents(now, event.ports);
  const after = await everyone(event);
  wrongs.push(...overtaken(waitedBefore, after));
  const places = await placesIn(event);
  const waiting = after.filter(({ state }) => state.kind === 'waitlisted').length;
  if (places.taken !== after.filter(holdsPlace).length) wrongs.push('leaked');
  if (places.waiting !== waiting) wrongs.push('line');
  if (waiting > 0 && places.taken < places.capacity) wrongs.push('idle');
  return wrongs;
}

async function manyRuns(count: number, spoil: (event: OpenEvent) => OpenEvent = (event) => event): Promise<readonly string[]> {
  const wrongs: string[] = [];
  const one = async (number: number) => {
    const table = await freshTable();
    const facts = factsOf({
      eventId: `evt_${number}`,
      slug: `event-${number}`,
      capacity: 1 + (number % 3),
      endsAt: '2025-12-20T12:30:00.000Z',
      startsAt: '2025-12-20T10:00:00.000Z',
      registrationClosesAt: '2025-12-19T17:00:00.000Z',
    });
    const ports = portsOver(table);
    await keepEvent({ facts, version: 2, at: openFrom.toISOString() }, openFrom, ports);
    const found = await run(spoil({ table, ports, facts, eventId: facts.eventId, slug: facts.slug }), seed + number);
    wrongs.push(...found.map((wrong) => `seed ${seed + number}: ${wrong}`));
  };
  for (let from = 0; from < count; from += 10) await Promise.all(Array.from({ length: 10 }, (_, number) => one(from + number)));
  return wrongs;
}

test('the line moves in strict order, and no place stays idle after one sweep', { timeout: 60_000 + runs * 1000 }, async () => {
  expect(await manyRuns(runs)).toEqual([]);
});

test('the same test catches a line that lets the last in first', { timeout: 30_000 }, async () => {
  const lastFirst = (event: OpenEvent): OpenEvent => ({
    ...event,
    ports: {
      ...event.ports,
      line: {
        ...event.ports.line,
        first: async () =>
          (await everyone(event)).filter(({ state }) => state.kind === 'waitlisted').sort((a, b) => keyOf(b).localeCompare(keyOf(a)))[0]
            ?.registrationId,
      },
    },
  });
  expect(await manyRuns(20, lastFirst)).not.toEqual([]);
});
