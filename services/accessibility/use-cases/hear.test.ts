import { commit } from '@convener/dynamodb';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { reactDependencies } from '../dependencies.ts';
import { needKey, standingKey } from '../store/keys.ts';
import type { Tables } from '../store/need-store.ts';
import {
  everythingIn,
  facts,
  freshTables,
  hear,
  hearFromQueue,
  publicPorts,
  published,
  registration,
  say,
  type Told,
  weeksBefore,
} from '../testing/one-event.ts';

let tables: Tables;
beforeAll(async () => {
  tables = await freshTables();
  await hear(tables, published());
});

const after = (minutes: number) => new Date(weeksBefore.getTime() + minutes * 60_000);
let people = 0;
const somebody = () => {
  people += 1;
  return `reg_${people}`;
};

async function stateOf(registrationId: string) {
  const standing = (await everythingIn(tables.main)).find(({ pk }) => pk === standingKey(registrationId).pk);
  const needs = (await everythingIn(tables.needs)).filter(({ sk }) => sk === needKey(facts.eventId, registrationId).sk);
  return { standing: standing?.standing, version: standing?.version, needs: needs.length };
}

/** Each message one to five times, all of them in any order. */
const anyOrder = <T>(messages: readonly T[]) =>
  fc
    .tuple(...messages.map((message) => fc.integer({ min: 1, max: 5 }).map((times) => Array.from({ length: times }, () => message))))
    .chain((lists) => fc.shuffledSubarray(lists.flat(), { minLength: lists.flat().length, maxLength: lists.flat().length }));

type Step = readonly [change: 'requested' | 'cancelled' | 'erased', version: number, minutes: number];
const told = (who: string, [change, version, minutes]: Step): Told => registration(who, change, version, after(minutes).toISOString());

describe('domain events of registrations, seen again and in any order', () => {
  test.each([
    [
      'gone for good',
      [
        ['requested', 1, 0],
        ['cancelled', 3, 10],
        ['requested', 4, 20],
        ['erased', 6, 30],
      ],
      { standing: 'gone', version: 6, needs: 0 },
    ],
    [
      'back again',
      [
        ['requested', 1, 0],
        ['cancelled', 3, 10],
        ['requested', 4, 20],
      ],
      { standing: 'here', version: 4, needs: 0 },
    ],
    ['never left', [['requested', 1, 0]], { standing: 'here', version: 1, needs: 1 }],
  ] satisfies [string, Step[], object][])('%s', async (_name, steps, expected) => {
    await fc.assert(
      fc.asyncProperty(anyOrder<Step>(steps), async (order) => {
        const who = somebody();
        await say(tables, who, after(5));
        await hear(tables, ...order.map((step) => told(who, step)));
        expect(await stateOf(who)).toEqual(expected);
      }),
      { numRuns: 12 },
    );
  });

  /** What somebody says after they came back stays, however often the old news of their leaving comes. */
  async function keptAfterReturn(goAgain: (who: string) => Promise<void>): Promise<number> {
    const who = somebody();
    await hear(tables, told(who, ['requested', 1, 0]), told(who, ['cancelled', 3, 10]), told(who, ['requested', 4, 20]));
    await say(tables, who, after(30));
    await goAgain(who);
    return (await stateOf(who)).needs;
  }

  test('old news deletes nothing new', async () => {
    expect(await keptAfterReturn((who) => hear(tables, told(who, ['cancelled', 3, 10]), told(who, ['cancelled', 3, 10])))).toBe(1);
  });

  test('the claim notices a twin that deletes at every word of leaving', async () => {
    const blind = async (who: string) => {
      await commit(tables.needs, [{ kind: 'delete', key: needKey(facts.eventId, who) }]);
    };
    expect(await keptAfterReturn(blind)).toBe(0);
  });

  test('a session that is still open writes nothing for a place that was given up', async () => {
    const who = somebody();
    await hear(tables, told(who, ['requested', 1, 0]), told(who, ['erased', 3, 10]));
    await expect(say(tables, who, after(11))).rejects.toThrow('closed');
    expect((await stateOf(who)).needs).toBe(0);
  });

  test('nor where the place is given up between reading and writing', async () => {
    const who = somebody();
    const need = await say(tables, who);
    const ports = publicPorts(tables);
    const event = await ports.events.byId(facts.eventId);
    if (!event) throw new Error('No event.');
    await hear(tables, told(who, ['cancelled', 3, 10]));
    expect(await ports.needs.save({ ...need, version: 1 }, { event, goneBy: after(60) })).toBe('moved');
    expect((await stateOf(who)).needs).toBe(0);
  });
});

test('the queue brings what this service asked for', async () => {
  const fresh = await freshTables();
  await hearFromQueue(fresh, published(), registration('reg_a', 'requested', 1), registration('reg_a', 'expired', 2));
  expect((await everythingIn(fresh.main)).map(({ pk, standing }) => [pk, standing])).toEqual(
    expect.arrayContaining([
      [`EVENT#${facts.eventId}`, undefined],
      ['REG#reg_a', 'gone'],
    ]),
  );
});

test('facts that come late or twice change nothing', async () => {
  const fresh = await freshTables();
  const { events } = reactDependencies(fresh);
  const title = async () => (await everythingIn(fresh.main)).map((item) => [item.title, item.version]);
  await events.keepFacts({ ...facts, title: 'Newer' }, undefined, 5);
  await events.keepFacts({ ...facts, title: 'Older' }, undefined, 4);
  await events.keepFacts({ ...facts, title: 'Newer' }, undefined, 5);
  expect(await title()).toEqual([['Newer', 5]]);
});
