import { commit, type Pause, type Table } from '@convener/dynamodb';
import { seededRandom } from '@convener/testing';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { placesKey } from '../store/keys.ts';
import { memoryClient } from '../testing/memory-client.ts';
import { everyone, factsOf, holdsPlace, openFrom, placesIn, portsOver, send } from '../testing/open-event.ts';
import { ContendedError } from './change-registration.ts';
import { keepEvent } from './keep-event.ts';

/**
 * R04: transactions on one item refuse each other as they do in DynamoDB, each holding it for ten milliseconds. The clock is ours, so that it
 * does not matter how busy this machine is.
 */
const clients = 200;
const mostTries = 6;
const transactionMs = 10;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const random = seededRandom(4);
  vi.spyOn(Math, 'random').mockImplementation(() => random.next());
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** Lets time pass until it is done. */
async function finished<Result>(work: Promise<Result>): Promise<Result> {
  let done = false;
  const ends = work.finally(() => {
    done = true;
  });
  while (!done) await vi.advanceTimersByTimeAsync(5);
  return ends;
}

async function eventOf(capacity: number) {
  const memory = memoryClient({ transactionMs });
  const table: Table = { name: 'memory', client: memory.client };
  const facts = factsOf({ capacity });
  const ports = { ...portsOver(table), viewers: { count: async () => 0 } };
  await finished(keepEvent({ facts, version: 2, at: openFrom.toISOString() }, openFrom, ports));
  return { memory, table, ports, facts, eventId: facts.eventId, slug: facts.slug };
}

/** Sends the form until there is a true answer; one that says “many people at once” is sent again after a moment. */
async function persistent(event: Awaited<ReturnType<typeof eventOf>>, who: string): Promise<number> {
  for (let attempt = 1; ; attempt += 1) {
    const outcome = await send(event, who).catch((error: unknown) => {
      if (error instanceof ContendedError) return undefined;
      throw error;
    });
    if (outcome || attempt > mostTries) return attempt;
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 500 * 2 ** attempt));
  }
}

test(`${clients} people at once for ${clients / 2} places: a true answer for everybody within ${mostTries} attempts`, async () => {
  const event = await eventOf(clients / 2);
  let forPlaces = 0;
  event.memory.hold = async (action) => {
    forPlaces += action === 'TransactWriteItems' ? 1 : 0;
  };
  const attempts = await finished(Promise.all(Array.from({ length: clients }, (_, number) => persistent(event, `person${number}`))));
  const people = await everyone(event);
  expect(people).toHaveLength(clients);
  expect(people.filter(holdsPlace)).toHaveLength(clients / 2);
  expect(await placesIn(event)).toMatchObject({ taken: clients / 2 });
  expect(attempts.filter((count) => count <= mostTries).length).toBeGreaterThanOrEqual(clients * 0.999);
  // Conflicts there were, many a person; whoever found it full did not try for a place again, so they stay bounded.
  expect(forPlaces).toBeGreaterThan(clients * 2);
});

test('a store that comes back at once instead of waiting is caught', async () => {
  const event = await eventOf(clients);
  const atOnce: Pause = () => new Promise((resolve) => setTimeout(resolve, 1));
  const tries = await finished(
    Promise.all(
      Array.from({ length: clients }, async () => {
        let tried = 1;
        const key = placesKey(event.eventId);
        const one = { kind: 'update', key, update: 'SET taken = taken + :one', values: { ':one': { N: '1' } } } as const;
        const also = { kind: 'check', key: { ...key, sk: 'EVENT' }, condition: 'attribute_exists(pk)' } as const;
        const counting: Pause = (number) => {
          tried += 1;
          return atOnce(number);
        };
        await commit(event.table, [one, also], counting).catch(() => undefined);
        return tried;
      }),
    ),
  );
  expect(tries.filter((count) => count > mostTries).length).toBeGreaterThan(clients * 0.001);
});
