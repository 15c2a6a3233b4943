import { createHash } from 'node:crypto';
import type { Role } from '@convener/contracts';
import { parametersOf } from '@convener/signing';
import { clockAt } from '@convener/testing';
import { secretPrefix } from '@convener/testing/visitor';
import { htmlProblems } from '@convener/ui/testing';
import { beforeEach, describe, expect, test } from 'vitest';
import type { ArrangeDependencies } from '../dependencies.arranging.ts';
import type { Tables } from '../store/need-store.ts';
import { arrangePorts, handleOf, told } from '../testing/arranged.ts';
import { daysAfterTheEnd, everythingIn, facts, freshTables, hear, published, say, weeksBefore } from '../testing/one-event.ts';
import { type Sent, type Twins, visitorOf } from '../testing/visitor.ts';
import { handlesUnder } from '../use-cases/person-handle.ts';

const base = `/organise/events/${facts.eventId}/access`;
const clock = clockAt(weeksBefore.toISOString());
const names = { ofEvent: async () => new Map([['reg_ada', 'Sample Ada <b>']]) };
const thing = {
  kind: 'breaks',
  what: 'A break <b>',
  ownerName: 'Owner',
  ownerEmail: 'owner@example.org',
  adjustmentId: 'adj_0123456789abcdefghij',
};
const telling = { action: 'tell', which: 'provided', provided: 'A break.', contact: 'Sample', tellingVersion: '0' };

let person: string;
let tables: Tables;
beforeEach(async () => {
  person = `${base}/people/${await handleOf('reg_ada')}`;
  tables = await freshTables();
  clock.set(weeksBefore.toISOString());
  await hear(tables, published());
  await say(tables, 'reg_ada');
});

async function visit(
  method: 'GET' | 'POST',
  path: string,
  sent: Sent = {},
  roles: readonly Role[] = ['access-coordinator'],
  twins: Twins = {},
) {
  const visitor = await visitorOf(tables, () => clock.now(), names, twins);
  return visitor.visit(method, path, { ...(await visitor.organiser(roles)), ...sent });
}

async function asAda(fields: Readonly<Record<string, string>>) {
  const visitor = await visitorOf(tables, () => clock.now(), names);
  return visitor.visit('POST', '/my-place/access', { ...(await visitor.attendee('reg_ada', facts.eventId)), fields });
}

const board = () => arrangePorts(tables).boards.ofEvent(facts.eventId);

describe('who may', () => {
  test.each<[string, readonly Role[]]>([
    ['an organiser', ['organiser']],
    ['an editor', ['editor']],
    ['no role', []],
  ])('%s gets the same refusal whatever there is', async (_name, roles) => {
    const paths = [
      person,
      `${base}/people/per_none`,
      `${base}/adjustments/new`,
      `${base}/adjustments/adj_none`,
      `${base}/costs.csv`,
      '/organise/access/suppliers',
    ];
    const answers = await Promise.all(paths.map((path) => visit('GET', path, { headers: { accept: 'application/json' } }, roles)));
    expect(answers.map(({ status }) => status)).toEqual(paths.map(() => 403));
    expect(new Set(answers.map(({ body }) => body)).size).toBe(1);
    expect((await visit('POST', person, { fields: telling }, roles)).status).toBe(403);
  });

  test('a look that cannot be noted is not shown; the claim notices a twin that shows it', async () => {
    const failing = () => Promise.reject(new Error('The table is away.'));
    const strict: Twins = { arrange: (ports) => ({ ...ports, reads: { ...ports.reads, record: failing } }) };
    const careless: Twins = {
      arrange: (ports) => ({ ...ports, reads: { ...ports.reads, record: () => failing().catch(() => undefined) } }),
    };
    expect((await visit('GET', person, {}, ['access-coordinator'], strict)).body).not.toContain('Sample Ada');
    expect((await visit('GET', person, {}, ['access-coordinator'], careless)).body).toContain('Sample Ada');
  });

  test('looking at one person and taking the costs away are noted as what they are', async () => {
    await visit('GET', person);
    const { body } = await visit('GET', `${base}/costs.csv`);
    const reads = (await everythingIn(tables.main)).filter(({ sk }) => String(sk).startsWith('READ#')).map(({ what }) => what);
    expect(reads.sort()).toEqual(['export', 'one']);
    expect(body).not.toMatch(/Ada|reg_|live-captions|day before/);
  });
});

describe('a program', () => {
  const reads = async () => (await everythingIn(tables.main)).filter(({ what }) => what === 'one').length;
  /** Every way in which what is arranged for somebody comes back without a change, or with one. */
  const commands = [
    { action: 'link', adjustments: [] },
    { action: 'rung', tellingVersion: 7 },
    { ...telling, tellingVersion: 0 },
    { ...telling, tellingVersion: 0 },
  ];

  /** How many answers told something of somebody, and how many looks were noted. */
  async function shownAndNoted(twins: Twins = {}) {
    let shown = 0;
    for (const json of commands) {
      const { status, body } = await visit('POST', person, { json }, ['access-coordinator'], twins);
      if (status === 200 && body.includes('adjustmentIds')) shown += 1;
    }
    return [shown, await reads()];
  }

  test('that is shown what is arranged for somebody is noted each time, changed or not', async () => {
    expect(await shownAndNoted()).toEqual([4, 4]);
    const failing = { arrange: (ports: ArrangeDependencies) => ({ ...ports, reads: { ...ports.reads, record: away } }) };
    const { body } = await visit('POST', person, { json: commands[1] }, ['access-coordinator'], failing);
    expect(body).not.toContain('adjustmentIds');
  });

  test('the claim notices a twin that notes opened pages alone', async () => {
    expect(await shownAndNoted({ arrange: (ports) => ({ ...ports, reads: { ...ports.reads, record: async () => undefined } }) })).toEqual([
      4, 0,
    ]);
  });

  const away = () => Promise.reject(new Error('The table is away.'));
});

describe('what stands for somebody in addresses', () => {
  /** Somebody knows every id of the event, and how handles are made but for the key; an address is in front of them. */
  const foundBy = (make: (registrationId: string) => string) => ['reg_bo', 'reg_ada'].filter((id) => person.endsWith(make(id)));

  test('is not worked out from the id of a registration, which every organiser sees', async () => {
    const hashed = (id: string) => createHash('sha256').update(`access ${facts.eventId} ${id}`).digest('base64url').slice(0, 22);
    const guessed = (id: string) => handlesUnder('')(facts.eventId, id);
    expect([...foundBy(hashed), ...foundBy(guessed)]).toEqual([]);
  });

  test('the claim notices a twin of which the key is known', async () => {
    const { secret } = parametersOf('accessibility', secretPrefix);
    const handleWithKey = handlesUnder(await secret('handle-secret'));
    expect(foundBy((id) => handleWithKey(facts.eventId, id))).toEqual(['reg_ada']);
  });

  test('one of before leads to nobody, as somebody who never was', async () => {
    const { status, body } = await visit('GET', `${base}/people/per_${'a'.repeat(22)}`);
    expect([status, body]).toEqual([404, (await visit('GET', `${base}/people/per_none`)).body]);
  });
});

describe('arranging', () => {
  test('a form that is sent twice makes one thing, for whom it is for', async () => {
    const fields = { ...thing, people: person.split('/').at(-1) ?? '' };
    for (const _again of [1, 2]) expect((await visit('POST', `${base}/adjustments/new`, { fields })).status).toBe(303);
    const { adjustments, arrangements } = await board();
    expect(adjustments.map(({ adjustmentId, leadDays, version }) => [adjustmentId, leadDays, version])).toEqual([
      [thing.adjustmentId, 5, 1],
    ]);
    expect(arrangements.map(({ adjustmentIds }) => adjustmentIds)).toEqual([[thing.adjustmentId]]);
    // A program learns that it was made, and later that it was changed.
    const made = await visit('POST', `${base}/adjustments/new`, { json: { ...thing, adjustmentId: 'adj_another0123456789' } });
    const changed = await visit('POST', `${base}/adjustments/adj_another0123456789`, { json: { ...thing, state: 'asked' } });
    expect([made.status, changed.status]).toEqual([201, 200]);
    const { body } = await visit('GET', base);
    expect(body).toContain('A break &lt;b>');
    expect(await htmlProblems(body)).toEqual([]);
  });

  test('an old page does not overwrite what was changed since, and keeps what was entered', async () => {
    await visit('POST', `${base}/adjustments/new`, { fields: thing });
    const path = `${base}/adjustments/${thing.adjustmentId}`;
    const change = (what: string, version: string) => visit('POST', path, { fields: { ...thing, what, state: 'asked', version } });
    expect((await change('One', '1')).status).toBe(303);
    const late = await change('Two', '1');
    expect([late.status, late.body.includes('Two')]).toEqual([409, true]);
    expect((await board()).adjustments[0]?.what).toBe('One');
    const wrong = await visit('POST', path, { fields: { ...thing, what: 'One', state: 'nowhere' } });
    expect(wrong.status).toBe(422);
  });

  test('after everything is deleted nothing more is written', async () => {
    clock.set(daysAfterTheEnd(29).toISOString());
    for (const path of [`${base}/adjustments/new`, `${base}/budget`])
      expect((await visit('POST', path, { fields: thing })).status).toBe(410);
    expect((await board()).adjustments).toEqual([]);
  });
});

describe('telling, and hearing back', () => {
  test('“we cannot” takes a reason, an alternative and somebody to talk to', async () => {
    const { status, body } = await visit('POST', person, { json: { action: 'tell', which: 'cannot' } });
    expect(status).toBe(422);
    expect(
      JSON.parse(body)
        .errors.map(({ field }: { field: string }) => field)
        .sort(),
    ).toEqual(['alternative', 'contact', 'reason']);
  });

  test('the page says when the coordinator told them beside when they told us, and names what serves them once', async () => {
    await visit('POST', `${base}/adjustments/new`, { fields: thing });
    await visit('POST', person, { fields: telling });
    const { body } = await visit('GET', person);
    expect([body.split('<dt>Told us</dt>').length, body.split('<dt>Told them</dt>').length]).toEqual([2, 2]);
    expect(body.match(/>What serves them</g)).toHaveLength(1);
  });

  test('that interpreters take turns is said where there may be one', async () => {
    await visit('POST', `${base}/adjustments/new`, { fields: thing });
    expect((await visit('GET', `${base}/adjustments/${thing.adjustmentId}`)).body).not.toContain('interpreters take turns');
    expect((await visit('GET', `${base}/adjustments/new`)).body).toContain('interpreters take turns');
  });

  test('sent twice they are told once; an old page is told so, with what was written', async () => {
    for (const _again of [1, 2]) expect((await visit('POST', person, { fields: telling })).status).toBe(303);
    expect((await board()).arrangements[0]?.telling?.version).toBe(1);
    const old = await visit('POST', person, { fields: { ...telling, provided: 'Something newer' } });
    expect([old.status, old.body.includes('Something newer')]).toEqual([409, true]);
  });

  test('a reply twice is one, a reply to an older answer is none, and an event that is over takes none', async () => {
    await told(tables, 'reg_ada');
    const reply = (works: string, answerVersion: string) => asAda({ action: 'reply', works, replyWords: 'Marker', answerVersion });
    for (const _again of [1, 2]) expect((await reply('no', '1')).status).toBe(303);
    expect((await board()).arrangements[0]).toMatchObject({ reply: { kind: 'does-not-work', ownWords: 'Marker' }, version: 2 });
    expect((await reply('yes', '7')).status).toBe(409);
    clock.set(daysAfterTheEnd(1).toISOString());
    const over = await reply('yes', '1');
    expect([over.status, over.body.includes('This event is over')]).toEqual([409, true]);
  });

  test('the answer as plain text, at the address that everything has', async () => {
    await told(tables, 'reg_ada');
    const { headers, body } = await asAda({ action: 'read-answer', format: 'plain-text' });
    expect([headers['content-type'], body.includes('Two interpreters.'), body.includes('<')]).toEqual([
      'text/plain; charset=utf-8',
      true,
      false,
    ]);
  });

  test('who took it back is not there any more: told alike as somebody who never was', async () => {
    const before = await visit('GET', `${base}/people/per_none`);
    await asAda({ action: 'withdraw' });
    const after = await visit('GET', person);
    expect([after.status, after.body]).toEqual([404, before.body]);
    expect((await visit('POST', person, { fields: telling })).status).toBe(404);
    expect((await board()).arrangements).toEqual([]);
  });
});
