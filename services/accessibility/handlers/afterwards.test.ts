import { commit, toItem } from '@convener/dynamodb';
import { clockAt } from '@convener/testing';
import { htmlProblems } from '@convener/ui/testing';
import { beforeEach, describe, expect, test } from 'vitest';
import { equalityQuestionNames } from '../domain/equality.ts';
import type { Tables } from '../store/need-store.ts';
import {
  daysAfterTheEnd,
  everythingIn,
  facts,
  freshTables,
  hear,
  published,
  registration,
  say,
  sweepPorts,
  weeksBefore,
} from '../testing/one-event.ts';
import { type Sent, type Visitor, visitorOf } from '../testing/visitor.ts';
import { deleteInTime } from '../use-cases/delete-in-time.ts';
import { freezeFigures } from '../use-cases/freeze-figures.ts';

const page = '/my-place/access';
const form = `/equality/${facts.eventId}`;
const clock = clockAt(weeksBefore.toISOString());
let tables: Tables;
let visitor: Visitor;
beforeEach(async () => {
  clock.set(weeksBefore.toISOString());
  tables = await freshTables();
  await hear(tables, published(), registration('reg_ada', 'requested', 1), registration('reg_bo', 'requested', 1));
  await say(tables, 'reg_ada');
  visitor = await visitorOf(tables, () => clock.now(), { ofEvent: async () => new Map() });
});

const rows = async (prefix: string) => (await everythingIn(tables.needs)).filter(({ sk }) => String(sk).startsWith(prefix));
const tell = async (who: string, fields: NonNullable<Sent['fields']>) =>
  visitor.visit('POST', page, { ...(await visitor.attendee(who, facts.eventId)), fields: { action: 'say-how-it-was', ...fields } });

/** What would join a row to somebody or to another row: an id, a moment, an order. */
function joins(items: readonly Readonly<Record<string, unknown>>[]): readonly string[] {
  const allowed = new Set(['pk', 'sk', 'choice', 'question', 'words', 'expiresAt', 'writeId']);
  return items.flatMap((item) => [
    ...Object.keys(item).filter((name) => !allowed.has(name)),
    ...(/^[A-Z]+#[\w-]{24}$/.test(String(item.sk)) ? [] : ['sk']),
  ]);
}

describe('did we get it right?', () => {
  test('is asked of everybody alike once the event is over, and of nobody before or after its time', async () => {
    const shown = async (who: string, days: number) => {
      clock.set(daysAfterTheEnd(days).toISOString());
      const { body } = await visitor.visit('GET', page, await visitor.attendee(who, facts.eventId));
      expect(await htmlProblems(body)).toEqual([]);
      return body.includes('How was it for you?');
    };
    for (const who of ['reg_ada', 'reg_bo'])
      expect([await shown(who, -1), await shown(who, 1), await shown(who, 15)]).toEqual([false, true, false]);
  });

  test('is kept as nobody’s: a choice and words apart, a random key, no day', async () => {
    clock.set(daysAfterTheEnd(1).toISOString());
    expect((await tell('reg_ada', {})).status).toBe(422);
    for (const who of ['reg_ada', 'reg_bo', 'reg_ada']) {
      const thanked = await tell(who, { felt: 'partly', feltWords: 'Marker words' });
      expect([thanked.status, thanked.cookies, thanked.headers.location]).toEqual([200, [], undefined]);
    }
    expect([(await rows('FELT#')).length, (await rows('WORDS#')).length]).toEqual([3, 3]);
    expect(joins([...(await rows('FELT#')), ...(await rows('WORDS#'))])).toEqual([]);
    expect(JSON.stringify(await rows('FELT#'))).not.toMatch(/reg_|per_|Marker/);
    clock.set(daysAfterTheEnd(15).toISOString());
    expect((await tell('reg_ada', { felt: 'yes' })).status).toBe(409);
  });

  test('the claim notices a twin that keeps whose it is, or when', () => {
    const sound = { pk: 'EVENT#evt_one', sk: `FELT#${'a'.repeat(24)}`, choice: 'yes', expiresAt: 1 };
    expect(joins([sound])).toEqual([]);
    expect(joins([{ ...sound, registrationId: 'reg_ada' }])).toEqual(['registrationId']);
    expect(joins([{ ...sound, day: '2124-11-21' }])).toEqual(['day']);
    expect(joins([{ ...sound, sk: 'FELT#2124-11-21T09:00:00.000Z' }])).toEqual(['sk']);
  });
});

describe('who comes', () => {
  const answers = { age: '35-44', gender: 'woman', disabled: 'yes', carer: 'not-said' };

  test('is asked without any session, and looks at none', async () => {
    const shown = await visitor.visit('GET', form);
    expect([shown.status, shown.cookies, await htmlProblems(shown.body)]).toEqual([200, [], []]);
    const signedIn = await visitor.visit('GET', form, await visitor.attendee('reg_ada', facts.eventId));
    expect(signedIn.body).toBe(shown.body);
    expect(shown.body.match(/Prefer not to say/g)).toHaveLength(equalityQuestionNames.length);
    expect(shown.body).not.toMatch(/<textarea|type="text"/);
    expect((await visitor.visit('GET', '/equality/evt_none')).status).toBe(404);
  });

  test('each answer is kept by itself, so that no form can be put together again', async () => {
    const thanked = await visitor.visit('POST', form, { ...(await visitor.attendee('reg_ada', facts.eventId)), fields: answers });
    expect([thanked.status, thanked.cookies]).toEqual([200, []]);
    await visitor.visit('POST', form, { json: answers });
    const kept = await rows('GROUP#');
    expect(kept).toHaveLength(8);
    expect(joins(kept)).toEqual([]);
    expect(new Set(kept.map((row) => Object.keys(row).filter((name) => name in answers).length))).toEqual(new Set([0]));
  });

  test('nothing chosen, something that is not offered, too late: nothing is kept', async () => {
    expect((await visitor.visit('POST', form, { fields: {} })).status).toBe(422);
    expect((await visitor.visit('POST', form, { fields: { age: 'marker' } })).status).toBe(422);
    clock.set(daysAfterTheEnd(14).toISOString());
    expect((await visitor.visit('GET', form)).body).toContain('This form is closed');
    expect((await visitor.visit('POST', form, { fields: answers })).status).toBe(409);
    expect(await rows('GROUP#')).toEqual([]);
  });
});

describe('figures', () => {
  const look = async (roles: Parameters<Visitor['organiser']>[0] = ['organiser']) =>
    visitor.visit('GET', `/organise/events/${facts.eventId}/access/summary`, await visitor.organiser(roles));
  const afterClosing = new Date('2124-11-19T18:00:00.000Z');
  const freeze = (now: Date, confirmed = 40) => freezeFigures(now, sweepPorts(tables, confirmed));
  const frozen = async () => (await everythingIn(tables.needs)).filter(({ pk }) => String(pk).startsWith('FIGURES#'));

  test('are made once: whoever asks again, before and after somebody changes their mind, sees the same', async () => {
    expect(await freeze(weeksBefore)).toBe(0);
    expect((await look()).body).toContain('after registration closes on');
    expect(await freeze(afterClosing)).toBe(1);
    const first = await frozen();
    clock.set(afterClosing.toISOString());
    await say(tables, 'reg_bo', afterClosing, { kinds: ['breaks'], ownWords: '', talkFirst: undefined });
    await hear(tables, registration('reg_ada', 'cancelled', 3));
    expect(await freeze(new Date(afterClosing.getTime() + 3_600_000))).toBe(0);
    expect(await frozen()).toEqual(first);
    const { body, status } = await look(['editor']);
    expect([status, await htmlProblems(body)]).toEqual([200, []]);
    expect(body).not.toMatch(/Questions the day before|reg_/);
  });

  test('the claim notices a twin that makes them anew: somebody who leaves is found by the difference', async () => {
    const { figures, ...ports } = sweepPorts(tables, 40);
    const counts: number[] = [];
    const anew = {
      ...ports,
      random: () => 0,
      figures: {
        ...figures,
        summaryOf: async () => undefined,
        keepSummary: async () => {
          counts.push((await ports.list.ofEvent(facts.eventId)).length);
        },
      },
    };
    await freezeFigures(afterClosing, anew);
    await hear(tables, registration('reg_ada', 'cancelled', 3));
    await freezeFigures(afterClosing, anew);
    expect(counts).toEqual([1, 0]);
  });

  test('with fewer than twenty people nothing is made of them, and that says nothing either', async () => {
    await freeze(afterClosing, 19);
    clock.set(afterClosing.toISOString());
    expect((await look()).body).toContain('Fewer than 20 people');
    expect(JSON.stringify(await frozen())).not.toContain('bands');
  });

  test('what people said is counted once, roughly, and words are for the coordinator alone, noted', async () => {
    clock.set(daysAfterTheEnd(1).toISOString());
    for (const who of Array.from({ length: 12 }, (_, at) => `reg_${at}`)) await tell(who, { felt: 'did-not-ask' });
    await tell('reg_ada', { felt: 'no', feltWords: 'Marker words' });
    expect((await look(['access-coordinator'])).body).not.toContain('Marker words');
    clock.set(daysAfterTheEnd(15).toISOString());
    await freeze(clock.now());
    const team = await look();
    expect([team.body.includes('Marker words'), await htmlProblems(team.body)]).toEqual([false, []]);
    expect(team.body).toContain('added or taken away at random');
    const coordinator = await look(['access-coordinator']);
    expect(coordinator.body).toContain('Marker words');
    const reads = (await everythingIn(tables.main)).filter(({ what }) => what === 'afterwards');
    expect(reads).toHaveLength(1);
  });

  /** Everything in what is kept and shown of an event afterwards that is a number of people. */
  const numbersIn = (outcome: unknown) => JSON.stringify(outcome).match(/:\d+(?=[,}])/g) ?? [];

  test('however much one person adds, no exact number is kept or shown', async () => {
    clock.set(daysAfterTheEnd(1).toISOString());
    for (const felt of ['yes', 'partly', 'no', 'did-not-ask']) for (let sent = 0; sent < 10; sent += 1) await tell('reg_bo', { felt });
    await tell('reg_ada', { felt: 'partly' });
    clock.set(daysAfterTheEnd(15).toISOString());
    await freeze(clock.now());
    const [outcome] = (await frozen()).filter(({ sk }) => sk === 'OUTCOME').map(({ feedback, equality }) => ({ feedback, equality }));
    expect(outcome?.feedback).toHaveLength(4);
    expect(numbersIn(outcome)).toEqual([]);
    const headers = { accept: 'application/json' };
    const shown = await visitor.visit('GET', `/organise/events/${facts.eventId}/access/summary`, {
      ...(await visitor.organiser(['organiser'])),
      headers,
    });
    expect(numbersIn(JSON.parse(shown.body).afterwards)).toEqual([]);
  });

  test('the claim notices a twin that keeps counts from ten up', () => {
    expect(numbersIn({ feedback: [{ key: 'partly', count: 11 }] })).toEqual([':11']);
  });

  test('exact counts that were kept before are read as nothing', async () => {
    const at = daysAfterTheEnd(14).toISOString();
    const old = { pk: `FIGURES#${facts.eventId}`, sk: 'OUTCOME', at, feedback: [{ key: 'partly', count: 11 }], equality: [] };
    await commit(tables.needs, [{ kind: 'put', item: toItem(old) }]);
    clock.set(daysAfterTheEnd(15).toISOString());
    const { body, status } = await look();
    expect([status, body.includes('>11<'), body.includes('none are shown')]).toEqual([200, false, true]);
  });

  test('everything that was said goes with the answers; figures stay', async () => {
    clock.set(daysAfterTheEnd(1).toISOString());
    await tell('reg_ada', { felt: 'yes', feltWords: 'Marker words' });
    await visitor.visit('POST', form, { fields: { age: '35-44' } });
    await freeze(daysAfterTheEnd(29));
    await deleteInTime(daysAfterTheEnd(29), sweepPorts(tables));
    const left = await everythingIn(tables.needs);
    expect(left.filter(({ pk }) => String(pk).startsWith('EVENT#'))).toEqual([]);
    expect(left.filter(({ pk }) => String(pk).startsWith('FIGURES#'))).toHaveLength(2);
    expect(JSON.stringify(left)).not.toContain('Marker');
  });
});
