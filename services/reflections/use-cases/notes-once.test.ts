import { randomUUID } from 'node:crypto';
import { faultyEndpoint, startEngine } from '@convener/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { now, type OpenEvent, openEvent, portsOver, say } from '../testing/open-event.ts';
import { makeReflection, takeNotes } from './make-reflections.ts';

/** A note-taker's connection breaks in every way there is; every point is there once. */
const points = Array.from({ length: 8 }, (_, line) => (line % 4 === 3 ? 'Said twice' : `Point ${line}`));
const consent = { kind: 'paraphrase' } as const;

let event: OpenEvent;
beforeAll(async () => {
  event = await openEvent();
});

const wordsIn = async ({ ports, eventId }: OpenEvent, roomId: string) =>
  (await ports.reflections.ofRoom(eventId, roomId)).flatMap(({ standing }) => (standing.kind === 'open' ? [standing.words] : [])).sort();

describe('a batch of notes', () => {
  test('sent a hundred times at once is saved once, and every reply says the same', async () => {
    const sending = { event: event.event, roomId: 'rm1', attempt: 'one-batch', points, consent };
    const replies = await Promise.all(Array.from({ length: 100 }, () => takeNotes(sending, now, event.ports)));
    expect(new Set(replies.map(({ saved }) => saved))).toEqual(new Set([8]));
    expect(replies.reduce((sum, { added }) => sum + added, 0)).toBe(8);
    expect(await wordsIn(event, 'rm1')).toEqual([...points].sort());
  });

  test('sent again weeks later, or by another note-taker with other words, doubles and loses nothing', async () => {
    const sending = { event: event.event, roomId: 'rm1', attempt: 'one-batch', points, consent };
    const later = new Date(now.getTime() + 15 * 24 * 60 * 60 * 1000);
    expect(await takeNotes(sending, later, event.ports)).toEqual({ saved: 8, added: 0 });
    const edited = points.with(2, 'Point 2, said better');
    expect(await takeNotes({ ...sending, points: edited }, later, event.ports)).toEqual({ saved: 8, added: 1 });
    expect(await wordsIn(event, 'rm1')).toEqual([...points, 'Point 2, said better'].sort());
  });

  test('in another room, or another batch, is another batch', async () => {
    const batch = { event: event.event, points: ['Same words'], consent };
    for (const [roomId, attempt] of [
      ['rm2', 'b1'],
      ['rm2', 'b2'],
      ['rm3', 'b1'],
    ] as const) {
      expect(await takeNotes({ ...batch, roomId, attempt }, now, event.ports)).toEqual({ saved: 1, added: 1 });
    }
  });
});

describe('with every third reply lost and a tenth of the calls throttled', () => {
  let faulty: Awaited<ReturnType<typeof faultyEndpoint>>;
  let shaky: OpenEvent;
  beforeAll(async () => {
    const engine = await startEngine();
    const calm = await openEvent();
    faulty = await faultyEndpoint(
      engine.endpoint,
      [
        { fault: { kind: 'lost-reply' }, action: 'PutItem', share: 0.33 },
        { fault: { kind: 'throttle' }, share: 0.1 },
      ],
      7,
    );
    // No retries by the SDK: what is lost is lost to us, and the note-taker sends again.
    const client = engine.clientFor({ endpoint: faulty.endpoint, maxAttempts: 1 });
    shaky = { ...calm, ports: portsOver({ name: calm.table.name, client }) };
  });
  afterAll(() => faulty.stop());

  const untilTold = async (send: () => Promise<unknown>): Promise<number> => {
    for (let tries = 1; tries <= 60; tries += 1) {
      const told = await send().then(
        () => true,
        () => false,
      );
      if (told) return tries;
    }
    throw new Error('Never told.');
  };

  test('a note-taker who sends again until told has each point once', async () => {
    const few = points.slice(0, 6);
    const sending = { event: shaky.event, roomId: 'rm1', attempt: 'shaky', points: few, consent };
    const tries = await untilTold(() => takeNotes(sending, now, shaky.ports));
    expect(tries).toBeGreaterThan(1);
    expect(await wordsIn({ ...shaky, ports: portsOver(shaky.table) }, 'rm1')).toEqual([...few].sort());
  });

  test('somebody who sends a reflection again gets the same private link, and it is there once', async () => {
    const sending = {
      event: shaky.event,
      roomId: 'rm2',
      attempt: 'mine',
      said: { words: 'Once.', consent: { kind: 'analysis' } as const },
    };
    const links = new Set<string>();
    for (let times = 0; times < 6; times += 1) {
      await untilTold(async () => links.add((await makeReflection(sending, now, shaky.ports)).ownLink));
    }
    expect(links.size).toBe(1);
    expect(await wordsIn({ ...shaky, ports: portsOver(shaky.table) }, 'rm2')).toEqual(['Once.']);
  });

  test('ids made afresh for each sending double points (negative control)', async () => {
    const engine = await startEngine();
    const losing = await faultyEndpoint(engine.endpoint, [{ fault: { kind: 'lost-reply' }, action: 'PutItem', calls: [3] }]);
    const careless = portsOver({ name: shaky.table.name, client: engine.clientFor({ endpoint: losing.endpoint, maxAttempts: 1 }) });
    const ids = { ...careless.ids, reflection: async () => `ref_rm3_${randomUUID()}` };
    const sending = { event: shaky.event, roomId: 'rm3', attempt: 'careless', points: ['A', 'B', 'C', 'D'], consent };
    expect(await untilTold(() => takeNotes(sending, now, { ...careless, ids }))).toBe(2);
    expect((await wordsIn({ ...shaky, ports: portsOver(shaky.table) }, 'rm3')).length).toBeGreaterThan(4);
    await losing.stop();
  });
});

test('a withdrawn reflection does not come back when its form is sent again', async () => {
  const mine = await openEvent();
  const sending = { event: mine.event, roomId: 'rm1', attempt: 'gone', said: { words: 'Gone.', consent: { kind: 'analysis' } as const } };
  const { reflectionId } = await makeReflection(sending, now, mine.ports);
  const loaded = await mine.ports.reflections.find(mine.eventId, reflectionId);
  if (!loaded) throw new Error('Not there.');
  const doing = { actor: { kind: 'attendee' } as const, at: now, now };
  await mine.ports.reflections.save(loaded, { ...loaded.value, standing: { kind: 'withdrawn' } }, [{ kind: 'withdrawn' }], doing);
  await makeReflection(sending, now, mine.ports);
  await say(mine, 'Another.', 'rm1');
  expect(await wordsIn(mine, 'rm1')).toEqual(['Another.']);
});
