import { commit, toItem } from '@convener/dynamodb';
import { clockAt } from '@convener/testing';
import { htmlProblems } from '@convener/ui/testing';
import { beforeEach, describe, expect, test } from 'vitest';
import { memoryStore } from '../store/memory-store.ts';
import type { Tables } from '../store/need-store.ts';
import {
  daysAfterTheEnd,
  everythingIn,
  facts,
  freshTables,
  hear,
  publicPorts,
  published,
  registration,
  sweepPorts,
  type Told,
  weeksBefore,
} from '../testing/one-event.ts';
import { type Sent, type Visitor, visitorOf } from '../testing/visitor.ts';
import { deleteInTime } from '../use-cases/delete-in-time.ts';
import { deleteMemories } from '../use-cases/delete-memories.ts';

/** One person with places at two events; the pseudonym in their session is all that joins them. */
const page = '/my-place/access';
const person = 'per_ada';
const later = { eventId: 'evt_later', slug: 'later', startsAt: '2125-03-01T10:00:00.000Z', endsAt: '2125-03-01T12:00:00.000Z' };
const told = { kinds: ['breaks'], ownWords: 'Plain words, please.', consent: 'yes', consentVersion: '2', version: '0' };
const agreed = { action: 'remember', months: '12', remember: 'yes', rememberVersion: '1' };
const clock = clockAt(weeksBefore.toISOString());

let tables: Tables;
let visitor: Visitor;
beforeEach(async () => {
  clock.set(weeksBefore.toISOString());
  tables = await freshTables();
  await hear(tables, published(), published(later), registration('reg_here', 'requested', 1), registration('reg_there', 'requested', 1));
  visitor = await visitorOf(tables, () => clock.now(), { ofEvent: async () => new Map() });
});

const here = (): Promise<Sent> => visitor.attendee('reg_here', facts.eventId, person);
const there = (who = person): Promise<Sent> => visitor.attendee('reg_there', later.eventId, who);
const post = async (fields: NonNullable<Sent['fields']>, who = here()) => visitor.visit('POST', page, { ...(await who), fields });
const get = async (who = here()) => visitor.visit('GET', page, await who);
const stored = async (prefix: string) => (await everythingIn(tables.needs)).filter(({ sk }) => String(sk).startsWith(prefix));

async function rememberAll(): Promise<void> {
  expect((await post(told)).status).toBe(303);
  expect((await post(agreed)).status).toBe(303);
}

describe('to be remembered', () => {
  test('is offered to those who answered, with a consent of its own that is never ticked', async () => {
    expect((await get()).body).not.toContain('Next time');
    await post(told);
    const { body } = await get();
    expect(body).toContain('We will keep a copy of your answer apart from this event');
    expect(/<input[^>]*name="remember"[^>]*>/.exec(body)?.[0]).not.toContain('checked');
    expect(await htmlProblems(body)).toEqual([]);
  });

  test('needs that consent, its words and an end; without them nothing is kept', async () => {
    await post(told);
    for (const fields of [
      { action: 'remember' },
      { ...agreed, remember: '' },
      { ...agreed, rememberVersion: '7' },
      { ...agreed, months: '' },
    ]) {
      const visit = await post(fields);
      expect(visit.status).toBe(422);
      expect(visit.body).toContain('<title>Error: ');
      expect(await htmlProblems(visit.body)).toEqual([]);
    }
    expect(await stored('MEMORY')).toEqual([]);
    expect((await post(agreed, there())).status).toBe(409);
    expect(await stored('MEMORY')).toEqual([]);
  });

  test('keeps what was agreed to and when, under no id that anybody else knows', async () => {
    await rememberAll();
    const [memory] = await stored('MEMORY');
    expect(memory).toMatchObject({
      kinds: ['breaks'],
      consent: { textId: 'remember-consent', version: 1, at: weeksBefore.toISOString() },
      until: '2125-11-01T09:00:00.000Z',
    });
    expect(JSON.stringify(memory)).not.toMatch(/per_ada|reg_here/);
  });

  test('fills in the form at the next event, and keeps nothing there until it is agreed to again', async () => {
    await rememberAll();
    const visit = await get(there());
    expect(visit.body).toContain('You asked us to remember this');
    expect(visit.body).toMatch(/value="breaks"[^>]*checked/);
    expect(visit.body).toContain('Plain words, please.');
    expect(await htmlProblems(visit.body)).toEqual([]);
    expect(await stored('NEED#reg_there')).toEqual([]);
    const { consent: _none, ...without } = told;
    expect((await post(without, there())).status).toBe(422);
    expect(await stored('NEED#reg_there')).toEqual([]);
    expect((await post({ ...told, ownWords: 'Changed first.' }, there())).status).toBe(303);
    expect(await stored('NEED#reg_there')).toMatchObject([{ ownWords: 'Changed first.' }]);
  });

  test('can be left out, and is for nobody else', async () => {
    await rememberAll();
    const empty = await post({ action: 'start-empty' }, there());
    expect([empty.status, empty.body.includes('Plain words, please.')]).toEqual([200, false]);
    expect((await get(there('per_bo'))).body).not.toContain('Plain words');
  });

  test('is forgotten in one press, from any event', async () => {
    await rememberAll();
    const gone = await post({ action: 'forget' }, there());
    expect([gone.status, gone.headers.location, gone.cookies]).toEqual([200, undefined, []]);
    expect(await stored('MEMORY')).toEqual([]);
    expect(await stored('USED#')).toEqual([]);
    expect((await post({ action: 'forget' }, there())).body).toBe(gone.body);
    expect(await stored('NEED#reg_here')).toHaveLength(1);
  });
});

describe('its own end', () => {
  /** After the day that was chosen: is it shown, and does it lie there? The table's own expiry never runs here. */
  async function afterItsEnd(sweep: (now: Date) => Promise<unknown>) {
    await rememberAll();
    clock.set('2125-11-02T09:00:00.000Z');
    await hear(
      tables,
      published({ ...later, eventId: 'evt_last', slug: 'last', startsAt: '2126-01-01T10:00:00.000Z', endsAt: '2126-01-01T12:00:00.000Z' }),
    );
    const { body } = await get(visitor.attendee('reg_last', 'evt_last', person));
    await sweep(clock.now());
    return { shown: body.includes('Plain words'), left: (await stored('MEMORY')).length };
  }

  test('it outlives the event, and is gone on its day though the table’s expiry never ran', async () => {
    await rememberAll();
    await deleteInTime(daysAfterTheEnd(29), sweepPorts(tables));
    await deleteMemories(daysAfterTheEnd(29), sweepPorts(tables));
    expect([await stored('NEED#'), (await stored('MEMORY')).length]).toEqual([[], 1]);
    tables = await freshTables();
    await hear(tables, published());
    visitor = await visitorOf(tables, () => clock.now(), { ofEvent: async () => new Map() });
    expect(await afterItsEnd((now) => deleteMemories(now, sweepPorts(tables)))).toEqual({ shown: false, left: 0 });
  });

  test('what is over is not shown even where it still lies; the claim notices a sweep that leaves it to the table', async () => {
    expect(await afterItsEnd(async () => undefined)).toEqual({ shown: false, left: 1 });
  });
});

describe('somebody who has their registration deleted', () => {
  const erased = (at = weeksBefore.toISOString()): Told => registration('reg_here', 'erased', 5, at);

  test('is not remembered any more, though they were for another event', async () => {
    await rememberAll();
    await hear(tables, erased());
    expect([await stored('MEMORY'), await stored('USED#')]).toEqual([[], []]);
  });

  test('old news of it, heard again, forgets nothing that was said since', async () => {
    await rememberAll();
    await hear(tables, erased(new Date(weeksBefore.getTime() - 60_000).toISOString()));
    expect(await stored('MEMORY')).toHaveLength(1);
  });
});

test('with another secret nobody is found: who can make the pseudonym still cannot find what is remembered', async () => {
  await rememberAll();
  const other = memoryStore(tables.needs, async () => 'another secret');
  expect(await other.load(person)).toBeUndefined();
  expect((await everythingIn(tables.main)).some((item) => JSON.stringify(item).includes('per_'))).toBe(false);
  // The twin that keys by the pseudonym alone is found by whoever makes it.
  await commit(tables.needs, [{ kind: 'put', item: toItem({ pk: `MEMORY#${person}`, sk: 'MEMORY' }) }]);
  expect((await everythingIn(tables.needs)).some(({ pk }) => String(pk).includes(person))).toBe(true);
});

test('how they would like our answer is kept, and asked for again', async () => {
  expect((await post({ ...told, answerFormat: 'phone' })).status).toBe(422);
  await post({ ...told, answerFormat: 'phone', answerPhone: '01632 960001, mornings', answerByMail: 'yes' });
  expect(await publicPorts(tables).needs.load(facts.eventId, 'reg_here')).toMatchObject({
    answerFormat: 'phone',
    answerPhone: '01632 960001, mornings',
    answerByMail: true,
  });
  const { body } = await get();
  expect(body).toMatch(/value="phone"[^>]*checked/);
  expect(/<input[^>]*name="answerByMail"[^>]*>/.exec(body)?.[0]).toContain('checked');
});
