import { BatchWriteItemCommand } from '@aws-sdk/client-dynamodb';
import { getItems } from '@convener/dynamodb';
import { seededRandom } from '@convener/testing';
import { describe, expect, test } from 'vitest';
import { letterKey } from '../store/keys.ts';
import { letterPut, readLetter } from '../store/letter-item.ts';
import { anEvent, directoryTwin, emptyTable, handClock, Killed, mortal, sendPorts, sesTwin } from '../testing/send-ports.ts';
import { hearOfLetter } from './hear-of-letter.ts';
import type { LetterStore } from './letter-ports.ts';
import type { SendPorts } from './send-ports.ts';
import { sendRun, usualSettings } from './send-run.ts';

type World = Awaited<ReturnType<typeof world>>;

async function world(count: number, lose: () => boolean = () => false) {
  const ids = Array.from({ length: count }, (_, at) => `reg_${at}`);
  const ses = sesTwin(lose);
  const clock = handClock();
  const directory = directoryTwin(new Map(ids.map((id) => [id, {}])));
  const table = await emptyTable();
  // What a letter looks like is no part of the question, and most of its cost.
  const blank: Pick<SendPorts, 'press'> = { press: async () => ({ kind: 'printed', mime: new Uint8Array() }) };
  const ports = { ...sendPorts(table, { directory, door: ses, clock }), ...blank };
  await ports.facts.saveEvent(anEvent, 1);
  const letterIds = ids.map((id) => `let_${id}`);
  const due = ids.map((id) =>
    letterPut({
      id: `let_${id}`,
      template: 'registration.confirmed',
      recipient: { kind: 'attendee', id },
      eventId: anEvent.id,
      now: clock.now(),
    }),
  );
  await inLots(due, 25, async (lot) => {
    const puts = lot.flatMap((write) => (write.kind === 'put' ? [{ PutRequest: { Item: write.item } }] : []));
    await table.client.send(new BatchWriteItemCommand({ RequestItems: { [table.name]: puts } }));
  });
  return { table, ports, ses, clock, letterIds };
}

async function inLots<T>(list: readonly T[], size: number, each: (lot: readonly T[]) => Promise<void>): Promise<void> {
  for (let from = 0; from < list.length; from += size) await each(list.slice(from, from + size));
}

/** A process of its own: it runs until it is done or killed, and its lease runs out. */
async function oneLife(
  { ports, clock }: World,
  death: { at: number; when: 'before' | 'after' },
  twin: (ports: SendPorts) => SendPorts = (same) => same,
) {
  const body = mortal(twin(ports), death);
  const end = await sendRun(body.ports).catch((error: unknown) => {
    if (!(error instanceof Killed)) throw error;
    return 'killed' as const;
  });
  clock.advance(usualSettings.leaseMs + 1);
  return { end, steps: body.steps() };
}

async function statesOf({ table, letterIds }: World) {
  const items = await getItems(table, letterIds.map(letterKey));
  return new Map(items.map(readLetter).map(({ id, state }) => [id, state]));
}

/** SES tells of what it took and we are not sure of; then every letter stands where it ended. */
async function settled(the: World) {
  const { ports, ses, clock } = the;
  const before = await statesOf(the);
  for (const letterId of ses.accepted.keys()) {
    if (before.get(letterId) === 'sent') continue;
    await hearOfLetter({ type: 'Send', letterId, messageId: `ses-${letterId}`, bounceKind: '', at: clock.now().toISOString() }, ports);
  }
  const listed = new Set<string>();
  let cursor: string | undefined;
  do {
    const page = await ports.letters.listed('in-doubt', { limit: 500, cursor });
    for (const { id } of page.items) listed.add(id);
    cursor = page.cursor;
  } while (cursor);
  return { listed, states: await statesOf(the) };
}

async function expectExactlyOnce(the: World) {
  const { listed, states } = await settled(the);
  expect(Math.max(0, ...the.ses.accepted.values())).toBeLessThanOrEqual(1);
  for (const id of the.letterIds) {
    if (the.ses.accepted.has(id)) expect(states.get(id)).toBe('sent');
    else expect([states.get(id), listed.has(id)]).toEqual(['in-doubt', true]);
  }
}

describe('killed while sending', () => {
  test('2,000 letters, killed again and again at any step, one answer in twenty lost: none twice, none lost in silence', async () => {
    const random = seededRandom(10);
    const the = await world(2000, () => random.chance(0.05));
    let kills = 0;
    for (;;) {
      const { end } = await oneLife(the, { at: 20 + random.integer(900), when: random.chance(0.5) ? 'before' : 'after' });
      if (end !== 'killed') break;
      kills += 1;
    }
    // What a killed process had under way may arrive after its successor has looked: the next to run finds it.
    await oneLife(the, { at: Number.POSITIVE_INFINITY, when: 'after' });
    expect(kills).toBeGreaterThan(10);
    expect(the.ses.accepted.size).toBeGreaterThan(1700);
    await expectExactlyOnce(the);
  }, 120_000);

  test('killed at each single step, before and after it', async () => {
    const whole = await oneLife(await world(3), { at: Number.POSITIVE_INFINITY, when: 'after' });
    expect(whole.end).toBe('nothing-left');
    for (let at = 1; at <= whole.steps; at += 1) {
      const the = await world(3);
      await oneLife(the, { at, when: at % 2 === 0 ? 'before' : 'after' });
      const { end } = await oneLife(the, { at: Number.POSITIVE_INFINITY, when: 'after' });
      expect([at, end]).toEqual([at, 'nothing-left']);
      await expectExactlyOnce(the);
    }
  }, 120_000);

  test('the test is able to fail: a sender that sends first and saves afterwards writes twice', async () => {
    const sendThenSave = (ports: SendPorts): SendPorts => {
      const unmarked: LetterStore['markSending'] = async () => 'marked';
      const late: LetterStore['settle'] = async (letter, attempt, after, now) => {
        const addressKey = await ports.addressKey(letter.recipient.id);
        await ports.letters.markSending(letter, { attempt, addressKey, stream: undefined, now });
        await ports.letters.settle(letter, attempt, after, now);
      };
      return { ...ports, letters: { ...ports.letters, markSending: unmarked, settle: late } };
    };
    const the = await world(60);
    const random = seededRandom(3);
    for (let lives = 0; lives < 16; lives += 1) await oneLife(the, { at: 20 + random.integer(60), when: 'after' }, sendThenSave);
    await oneLife(the, { at: Number.POSITIVE_INFINITY, when: 'after' }, sendThenSave);
    expect(Math.max(...the.ses.accepted.values())).toBeGreaterThan(1);
  });
});

describe('two senders at once', () => {
  test('the second finds the lease taken', async () => {
    const the = await world(40);
    const ends = await Promise.all([sendRun(the.ports), sendRun(the.ports)]);
    expect(ends).toContain('busy');
    expect([...the.ses.accepted.values()]).toEqual(Array(40).fill(1));
  });

  test('one that slept past its lease sends nothing that the other took', async () => {
    const the = await world(40);
    const asleep: SendPorts = {
      ...the.ports,
      directory: async (request) => {
        const answer = await the.ports.directory(request);
        the.clock.advance(usualSettings.leaseMs + 1);
        expect(await sendRun(the.ports)).toBe('nothing-left');
        return answer;
      },
    };
    expect(await sendRun(asleep)).toBe('lost');
    expect([...the.ses.accepted.values()]).toEqual(Array(40).fill(1));
  });
});
