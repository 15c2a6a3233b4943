import { beforeEach, describe, expect, test } from 'vitest';
import { subjectDependencies } from '../dependencies.ts';
import type { Tables } from '../store/need-store.ts';
import { needList } from '../store/need-store.ts';
import { arranged, arrangePorts, linked, someWords, told } from '../testing/arranged.ts';
import {
  calledOff,
  daysAfterTheEnd,
  deletionPorts,
  everythingIn,
  facts,
  freshTables,
  hear,
  moved,
  publicPorts,
  published,
  registration,
  say,
  weeksBefore,
} from '../testing/one-event.ts';
import { type DeletionPorts, deleteInTime } from './delete-in-time.ts';
import { myAccess } from './my-access.ts';
import { subject } from './subject.ts';
import { saveBrief } from './write-brief.ts';

let tables: Tables;
let ports: DeletionPorts;
beforeEach(async () => {
  tables = await freshTables();
  ports = deletionPorts(tables);
  await hear(tables, published());
  await say(tables, 'reg_a');
  await say(tables, 'reg_b');
});

/** Of the event itself: its total is kept elsewhere, and is nobody's need. */
const ofEvents = async () => (await everythingIn(tables.needs)).filter(({ pk }) => String(pk).startsWith('EVENT#'));
const left = async () => (await ofEvents()).length;
const receipts = async () => (await everythingIn(tables.main)).filter(({ sk }) => String(sk).startsWith('DELETED#'));

/** What S14 asks, of any sweep: run every hour up to the 30th day, is anything left? The table's own expiry never runs here. */
async function leftAfter30Days(sweep: (now: Date) => Promise<unknown>): Promise<number> {
  for (const days of [0, 10, 29, 29.5, 30]) await sweep(daysAfterTheEnd(days));
  return left();
}

describe('30 days after the event', () => {
  test('every answer is gone, though the table’s own expiry never ran', async () => {
    expect(await leftAfter30Days((now) => deleteInTime(now, ports))).toBe(0);
  });

  test('the claim notices a sweep that leaves it to the table, and one that counts from the wrong end', async () => {
    expect(await leftAfter30Days(async () => undefined)).toBe(2);
    const late = (now: Date) => deleteInTime(new Date(now.getTime() - 2 * 24 * 60 * 60 * 1000), ports);
    expect(await leftAfter30Days(late)).toBe(2);
  });

  test('not a day too early; once, with a receipt that carries no number', async () => {
    expect(await deleteInTime(daysAfterTheEnd(28.9), ports)).toBe(0);
    expect([await left(), await receipts()]).toEqual([2, []]);
    expect(await deleteInTime(daysAfterTheEnd(29), ports)).toBe(1);
    expect(await deleteInTime(daysAfterTheEnd(29.1), ports)).toBe(0);
    const [receipt, ...more] = await receipts();
    expect(more).toEqual([]);
    expect(Object.keys(receipt ?? {}).sort()).toEqual(['deletedAt', 'eventId', 'pk', 'sk']);
  });

  test('an event of which nobody said anything gets the same receipt', async () => {
    await hear(tables, published({ eventId: 'evt_quiet', slug: 'quiet' }));
    expect(await deleteInTime(daysAfterTheEnd(29), ports)).toBe(2);
    const shapes = (await receipts()).map((receipt) => Object.keys(receipt).sort().join());
    expect(new Set(shapes).size).toBe(1);
  });

  test('what has expired is never shown, deleted or not', async () => {
    const now = daysAfterTheEnd(30);
    expect(await left()).toBe(2);
    expect(await myAccess({ registrationId: 'reg_a', eventId: facts.eventId }, now, publicPorts(tables))).toMatchObject({
      need: undefined,
    });
    // The twin that shows what lies there.
    expect(await needList(tables.needs).ofEvent(facts.eventId)).toHaveLength(2);
  });

  test('one event that cannot be settled does not keep the others', async () => {
    await hear(tables, published({ eventId: 'evt_broken', slug: 'broken', endsAt: '2124-11-01T12:00:00.000Z' }));
    const broken: DeletionPorts = {
      ...ports,
      deletion: {
        ...ports.deletion,
        deleteAll: (eventId) => (eventId === 'evt_broken' ? Promise.reject(new Error('Not now.')) : ports.deletion.deleteAll(eventId)),
      },
    };
    await expect(deleteInTime(daysAfterTheEnd(29), broken)).rejects.toThrow(AggregateError);
    expect(await left()).toBe(0);
    expect(await deleteInTime(daysAfterTheEnd(29), ports)).toBe(1);
  });
});

describe('what was arranged', () => {
  /** Everything that can be arranged, so that nothing of it can be forgotten by the sweep. */
  beforeEach(async () => {
    await arranged(tables, 'adj_one', { ...someWords, actualPence: 812_34 });
    await linked(tables, 'reg_a', 'adj_one');
    await told(tables, 'reg_a');
    const arranging = arrangePorts(tables);
    const event = await arranging.events.byId(facts.eventId);
    if (!event) throw new Error('No event.');
    await arranging.adjustments.saveBudget(event, { pence: 900_00, version: 1 });
    await saveBrief(facts.eventId, { agenda: 'Marker', names: '', terms: '', links: '', joining: '' }, 0, weeksBefore, arranging);
    await publicPorts(tables).needs.remove(facts.eventId, 'reg_b');
  });

  test('goes with the answers; the total of the event stays, without a name or a kind', async () => {
    expect(await left()).toBe(6);
    expect(await leftAfter30Days((now) => deleteInTime(now, ports))).toBe(0);
    const kept = (await everythingIn(tables.needs)).map(({ writeId: _own, ...rest }) => rest);
    const { eventId, title, endsAt } = facts;
    expect(kept).toEqual([{ pk: 'SPENT', sk: `${endsAt}#${eventId}`, eventId, title, endsAt, pence: 812_34 }]);
  });

  test('a sweep that was broken off half way does not make the total smaller', async () => {
    const broken: DeletionPorts = {
      ...ports,
      deletion: {
        ...ports.deletion,
        deleteAll: async (eventId) => {
          await ports.deletion.deleteAll(eventId);
          throw new Error('Broken off.');
        },
      },
    };
    await expect(deleteInTime(daysAfterTheEnd(29), broken)).rejects.toThrow(AggregateError);
    await deleteInTime(daysAfterTheEnd(29), ports);
    expect((await everythingIn(tables.needs)).map(({ pence }) => pence)).toEqual([812_34]);
  });

  test('moves its expiry with the event, and is not shown when that has passed', async () => {
    await deleteInTime(weeksBefore, ports);
    const expiries = new Set((await ofEvents()).map(({ expiresAt }) => expiresAt));
    expect([...expiries]).toEqual([Math.floor(daysAfterTheEnd(30).getTime() / 1000)]);
    const me = await myAccess({ registrationId: 'reg_a', eventId: facts.eventId }, daysAfterTheEnd(30), publicPorts(tables));
    expect(me).toMatchObject({ arrangement: undefined });
  });

  test('what belongs to one answer goes when its author takes it back, or gives up the place, or is erased', async () => {
    const arrangements = async () => (await ofEvents()).filter(({ sk }) => String(sk).startsWith('ARR#')).length;
    expect(await arrangements()).toBe(1);
    await publicPorts(tables).needs.remove(facts.eventId, 'reg_a');
    expect(await arrangements()).toBe(0);
    for (const who of ['reg_c', 'reg_d']) {
      await say(tables, who);
      await told(tables, who);
    }
    await hear(tables, registration('reg_c', 'requested', 1), registration('reg_c', 'cancelled', 3));
    expect(await arrangements()).toBe(1);
    await subject({ kind: 'erase', subjectId: 'reg_d' }, subjectDependencies(tables.needs));
    expect(await arrangements()).toBe(0);
  });
});

describe('an event that moves', () => {
  const epoch = (date: Date) => Math.floor(date.getTime() / 1000);
  const expiries = async () => (await ofEvents()).map(({ expiresAt }) => expiresAt);

  test('moves the table’s own expiry, so that nothing is lost before a later date', async () => {
    expect(await expiries()).toEqual([epoch(daysAfterTheEnd(30)), epoch(daysAfterTheEnd(30))]);
    const endsAt = '2125-03-01T12:00:00.000Z';
    await hear(tables, moved({ startsAt: '2125-03-01T10:00:00.000Z', endsAt }));
    await deleteInTime(weeksBefore, ports);
    expect(await expiries()).toEqual([epoch(daysAfterTheEnd(30, endsAt)), epoch(daysAfterTheEnd(30, endsAt))]);
    await deleteInTime(daysAfterTheEnd(40), ports);
    expect(await left()).toBe(2);
    expect(await leftAfterMove(endsAt)).toBe(0);
  });

  async function leftAfterMove(endsAt: string): Promise<number> {
    await deleteInTime(daysAfterTheEnd(29, endsAt), ports);
    return left();
  }

  test('is deleted earlier when it comes forward', async () => {
    const endsAt = '2124-11-05T12:00:00.000Z';
    await hear(tables, moved({ startsAt: '2124-11-05T10:00:00.000Z', endsAt }));
    expect(await leftAfterMove(endsAt)).toBe(0);
  });

  test('takes no answer by the date that it had', async () => {
    const { needs, ...rest } = publicPorts(tables);
    const old = await rest.events.byId(facts.eventId);
    const need = await needs.load(facts.eventId, 'reg_a');
    if (!old || !need) throw new Error('Nothing to start from.');
    await hear(tables, moved({ endsAt: '2124-11-30T12:30:00.000Z' }));
    const next = { ...need, version: need.version + 1 };
    expect(await needs.save(next, { event: old, goneBy: daysAfterTheEnd(30) })).toBe('moved');
  });
});

test('a called-off event keeps nothing beyond the next sweep, and takes nothing more', async () => {
  await hear(tables, calledOff(weeksBefore.toISOString()));
  await expect(say(tables, 'reg_c')).rejects.toThrow('closed');
  expect(await deleteInTime(weeksBefore, ports)).toBe(1);
  expect(await left()).toBe(0);
});
