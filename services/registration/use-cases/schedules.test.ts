import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { follows } from '../testing/following.ts';
import { type World, worldOver } from '../testing/happenings.ts';
import { memoryClient } from '../testing/memory-client.ts';
import { freshTable, type OpenEvent } from '../testing/open-event.ts';
import { schedule } from '../testing/schedules.ts';

/**
 * R02: schedules over one event against the model. Up to three things happen at once, their calls of the database in an order that the
 * schedule chooses; what comes out must be what some order of the three gives in the model. `RUNS=100000` runs them all; `SEED` repeats.
 */
const runs = Number(process.env.RUNS ?? 250);
const seed = Number(process.env.SEED ?? 20241120);

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

  test('a change of group that leaves the counters as they were is caught', async () => {
    const spoil = (event: OpenEvent): OpenEvent => {
      const { registrations } = event.ports;
      const forgetful: typeof registrations.save = (loaded, change, context) =>
        registrations.save(loaded, change.places.kind === 'change-pool' ? { ...change, places: { kind: 'none' } } : change, context);
      return { ...event, ports: { ...event.ports, registrations: { ...registrations, save: forgetful } } };
    };
    expect((await spoilt(spoil)).failed).toBe(true);
  });

  test('a change of group in the line that leaves the counters as they were is caught', async () => {
    const spoil = (event: OpenEvent): OpenEvent => {
      const { registrations } = event.ports;
      const forgetful: typeof registrations.save = (loaded, change, context) =>
        registrations.save(loaded, change.places.kind === 'regroup-in-line' ? { ...change, places: { kind: 'none' } } : change, context);
      return { ...event, ports: { ...event.ports, registrations: { ...registrations, save: forgetful } } };
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
