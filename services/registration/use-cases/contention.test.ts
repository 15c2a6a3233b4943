import { commit, jitteredPause, type Pause, type Table, type Write } from '@convener/dynamodb';
import { seededRandom } from '@convener/testing';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { placesKey } from '../store/keys.ts';
import { inTurn } from '../store/turns.ts';
import { memoryClient } from '../testing/memory-client.ts';
import { everyone, factsOf, holdsPlace, openFrom, placesIn, portsOver, send, uncounted } from '../testing/open-event.ts';
import { ContendedError } from './change-registration.ts';
import { keepEvent } from './keep-event.ts';

/**
 * R04: transactions on one item refuse each other as they do in DynamoDB, each holding it for ten milliseconds. The clock is ours, so that it
 * does not matter how busy this machine is. An attempt is a transaction that somebody's one form takes; nobody has to send it again.
 */
const clients = 200;
const mostTries = 6;
const transactionMs = 10;
const one = { ':one': { N: '1' } };

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
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
  const ports = { ...portsOver(table), viewers: uncounted };
  await finished(keepEvent({ facts, version: 2, at: openFrom.toISOString() }, openFrom, ports));
  return { memory, table, ports, facts, eventId: facts.eventId, slug: facts.slug };
}

interface Sent {
  readonly attempts: number;
  readonly answered: boolean;
  readonly seconds: number;
}

/** How many transactions each person's one form took, until it was answered or came back with “many people at once”. */
async function sendAll(event: Awaited<ReturnType<typeof eventOf>>, count: number): Promise<readonly Sent[]> {
  const attempts = new Map<string, number>();
  event.memory.hold = async (action, names) => {
    const who = names.find((name) => name.startsWith('REG#'));
    if (action === 'TransactWriteItems' && who) attempts.set(who, (attempts.get(who) ?? 0) + 1);
  };
  const one = async (number: number) => {
    const began = Date.now();
    const answered = await send(event, `person${number}`).then(
      () => true,
      (error: unknown) => {
        if (error instanceof ContendedError) return false;
        throw error;
      },
    );
    const name = `REG#${await event.ports.identities.registrationId(`person${number}@example.org`, event.eventId)}\nREG`;
    return { attempts: attempts.get(name) ?? 0, answered, seconds: (Date.now() - began) / 1000 };
  };
  return finished(Promise.all(Array.from({ length: count }, (_, number) => one(number))));
}

test.each([clients, clients / 2])(
  `${clients} people at once for %i places: a true answer for everybody within ${mostTries} attempts`,
  async (capacity) => {
    const event = await eventOf(capacity);
    const sent = await sendAll(event, clients);
    const people = await everyone(event);
    expect(people).toHaveLength(clients);
    expect(people.filter(holdsPlace)).toHaveLength(capacity);
    expect(await placesIn(event)).toMatchObject({ taken: capacity });
    const soon = sent.filter(({ attempts, answered }) => answered && attempts <= mostTries);
    expect(soon.length).toBeGreaterThanOrEqual(clients * 0.999);
    // Conflicts there were: nearly everybody was refused at least once.
    expect(sent.filter(({ attempts }) => attempts > 1).length).toBeGreaterThan(clients * 0.9);
    console.log(`R04: ${clients} for ${capacity}: ${summary(sent)}`);
  },
);

test.each([100, 500])('a crowd of 500 for %i places: everybody is answered, and nobody twice', async (capacity) => {
  const event = await eventOf(capacity);
  const sent = await sendAll(event, 500);
  expect(await placesIn(event)).toMatchObject({ taken: capacity });
  expect(await everyone(event)).toHaveLength(500);
  expect(sent.filter(({ answered, attempts }) => answered && attempts <= mostTries)).toHaveLength(500);
  // The edge waits thirty seconds, and a form may take two writes.
  expect(Math.max(...sent.map(({ seconds }) => seconds))).toBeLessThan(15);
  console.log(`R04: 500 for ${capacity}: ${summary(sent)}`);
});

function summary(sent: readonly Sent[]): string {
  const sorted = (of: (each: Sent) => number) => sent.map(of).sort((a, b) => a - b);
  const [attempts, seconds] = [sorted((each) => each.attempts), sorted((each) => each.seconds)];
  const at = (values: readonly number[], share: number) => values[Math.min(values.length - 1, Math.floor(values.length * share))];
  const answered = sent.filter((each) => each.answered).length;
  return `${answered} of ${sent.length} answered, attempts p50 ${at(attempts, 0.5)} p99 ${at(attempts, 0.99)} most ${attempts.at(-1)}, seconds p50 ${at(seconds, 0.5)} most ${seconds.at(-1)}`;
}

test('a store that sends everybody to an item that can only refuse them is caught', async () => {
  const event = await eventOf(100);
  const places = placesKey(event.eventId);
  const take: Write = { kind: 'update', key: places, update: 'SET taken = taken + :one', condition: 'taken < capacity', values: one };
  const stands: Write = { kind: 'check', key: places, condition: 'attribute_not_exists(calledOffAt)' };
  const answered = await finished(
    Promise.all(
      Array.from({ length: 500 }, async () => {
        const turn = () => inTurn(event.table, event.eventId);
        const facts: Write = { kind: 'check', key: { ...places, sk: 'EVENT' }, condition: 'attribute_exists(pk)' };
        return commit(event.table, [facts, take], turn())
          .then((outcome) => (outcome.kind === 'committed' ? outcome : commit(event.table, [facts, stands], turn())))
          .then(
            () => true,
            () => false,
          );
      }),
    ),
  );
  expect(answered.filter((each) => each).length).toBeLessThan(500);
});

const atOnce: Pause = () => new Promise((resolve) => setTimeout(resolve, 1));

test.each([
  ['at once instead of waiting', atOnce],
  ['at random instead of in turn', jitteredPause],
])('a store that comes back %s is caught', async (_how, pause) => {
  const event = await eventOf(clients);
  const tries = await finished(
    Promise.all(
      Array.from({ length: clients }, async () => {
        let tried = 1;
        const key = placesKey(event.eventId);
        const take = { kind: 'update', key, update: 'SET taken = taken + :one', values: one } as const;
        const also = { kind: 'check', key: { ...key, sk: 'EVENT' }, condition: 'attribute_exists(pk)' } as const;
        const counting: Pause = (number) => {
          tried += 1;
          return pause(number);
        };
        await commit(event.table, [take, also], counting).catch(() => undefined);
        return tried;
      }),
    ),
  );
  expect(tries.filter((count) => count > mostTries).length).toBeGreaterThan(clients * 0.001);
});
