import type { Role } from '@convener/contracts';
import type { OrganiserSession } from '@convener/signing';
import { clockAt } from '@convener/testing';
import { signedBy } from '@convener/testing/visitor';
import { htmlProblems } from '@convener/ui/testing';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Tables } from '../store/need-store.ts';
import { everythingIn, facts, freshTables, hear, published, registration, say, type Told, weeksBefore } from '../testing/one-event.ts';
import { type Sent, type Twins, visitorOf } from '../testing/visitor.ts';

const base = `/organise/events/${facts.eventId}/access`;
const onTheDay = '2124-11-20T09:00:00.000Z';
const reason = 'The coordinator is on a train and somebody needs the loop switched on.';
const clock = clockAt(weeksBefore.toISOString());
const people = new Map([['reg_ada', 'Sample Ada']]);

let tables: Tables;
beforeEach(async () => {
  clock.set(weeksBefore.toISOString());
  tables = await freshTables();
  await hear(tables, published(), published({ eventId: 'evt_quiet', slug: 'quiet' }), registration('reg_ada', 'requested', 1));
  await say(tables, 'reg_ada', weeksBefore, { kinds: ['hearing-loop'], ownWords: 'Planted words', talkFirst: undefined });
});

async function visit(method: 'GET' | 'POST', path: string, roles: readonly Role[], sent: Sent = {}, twins: Twins = {}) {
  const session = { kind: 'organiser', organiserId: 'org_one', roles, name: 'Sample Organiser' } as const;
  return visitWith(session, method, path, sent, twins);
}
async function visitWith(session: OrganiserSession, method: 'GET' | 'POST', path: string, sent: Sent = {}, twins: Twins = {}) {
  const visitor = await visitorOf(tables, () => clock.now(), { ofEvent: async () => people }, twins);
  return visitor.visit(method, path, { ...sent, cookies: [`__Host-organiser=${await signedBy('organisers', session, clock.now())}`] });
}
const reads = async () => (await everythingIn(tables.main)).filter(({ sk }) => String(sk).startsWith('READ#'));

describe('opening the list on the day without the role', () => {
  const open = (sent: Sent = { fields: { reason } }, path = `${base}/on-the-day`, twins: Twins = {}) =>
    visit('POST', path, ['organiser'], sent, twins);

  test.each([
    ['weeks before', weeksBefore.toISOString(), 'It opens two hours before'],
    ['three hours before', '2124-11-20T07:00:00.000Z', 'It opens two hours before'],
    ['three hours after', '2124-11-20T15:30:00.000Z', 'It closed two hours after'],
  ])('%s it is shut, whatever the reason, and nothing is noted', async (_when, at, says) => {
    clock.set(at);
    const shown = await visit('GET', `${base}/on-the-day`, ['organiser']);
    expect([shown.status, shown.body.includes(says), await htmlProblems(shown.body)]).toEqual([200, true, []]);
    for (const sent of [{ fields: { reason } }, { json: { reason } }]) {
      const refused = await open(sent);
      expect([refused.status, refused.body.includes('Planted words')]).toEqual([409, false]);
    }
    expect(await reads()).toEqual([]);
  });

  test('on the day it opens for a reason, which is noted first', async () => {
    clock.set(onTheDay);
    for (const fields of [{ reason: '' }, { reason: 'Need it now' }]) {
      const refused = await open({ fields });
      expect([refused.status, refused.body.includes('Planted words'), await htmlProblems(refused.body)]).toEqual([422, false, []]);
    }
    expect(await reads()).toEqual([]);
    const opened = await open();
    expect([opened.status, opened.headers['cache-control'], opened.headers.location]).toEqual([200, 'no-store', undefined]);
    for (const text of ['Sample Ada', 'Planted words', 'It is noted']) expect(opened.body).toContain(text);
    expect(await htmlProblems(opened.body)).toEqual([]);
    expect(await reads()).toMatchObject([{ organiserId: 'org_one', what: 'on-the-day', reason, eventId: facts.eventId }]);
    const program = await open({ json: { reason } });
    expect(JSON.parse(program.body).needs).toMatchObject([{ name: 'Sample Ada', ownWords: 'Planted words' }]);
  });

  test('answers under the older consent, which knew of no such door, stay shut', async () => {
    clock.set(onTheDay);
    const twin: Twins = {
      oversee: (ports) => ({
        ...ports,
        list: {
          ofEvent: async (id) => (await ports.list.ofEvent(id)).map((need) => ({ ...need, consent: { ...need.consent, version: 1 } })),
        },
      }),
    };
    expect((await open(undefined, undefined, twin)).body).not.toContain('Planted words');
  });

  test('what cannot be noted is not shown; the claim notices a twin that shows it all the same', async () => {
    clock.set(onTheDay);
    const failing = () => Promise.reject(new Error('The table is away.'));
    const strict: Twins = { oversee: (ports) => ({ ...ports, reads: { ...ports.reads, record: failing } }) };
    const careless: Twins = {
      oversee: (ports) => ({ ...ports, reads: { ...ports.reads, record: () => failing().catch(() => undefined) } }),
    };
    expect((await open(undefined, undefined, strict)).body).not.toContain('Planted words');
    expect((await open(undefined, undefined, careless)).body).toContain('Planted words');
  });

  test('is seen at once by the coordinator, by name and with the reason', async () => {
    clock.set(onTheDay);
    await open();
    const { body } = await visit('GET', base, ['access-coordinator']);
    for (const text of ['Somebody without the role opened this list', 'Sample Organiser', reason]) expect(body).toContain(text);
  });

  test('leaves the same where there was nothing to open', async () => {
    clock.set(onTheDay);
    await open();
    const [some] = await reads();
    await open(undefined, '/organise/events/evt_quiet/access/on-the-day');
    const none = (await reads()).find(({ eventId }) => eventId === 'evt_quiet');
    expect(Object.keys(none ?? {}).sort()).toEqual(Object.keys(some ?? {}).sort());
  });

  test.each<[readonly Role[]]>([[['editor']], [['access-coordinator']], [[]]])('is not for %s', async (roles) => {
    clock.set(onTheDay);
    expect((await visit('POST', `${base}/on-the-day`, roles, { fields: { reason } })).status).toBe(403);
    expect(await reads()).toEqual([]);
  });
});

describe('who has looked', () => {
  test('is shown by name, of one event or all, and taken away as a table', async () => {
    await visit('GET', base, ['access-coordinator']);
    clock.set(onTheDay);
    await visit('POST', '/organise/events/evt_quiet/access/on-the-day', ['organiser'], { fields: { reason } });
    const all = await visit('GET', '/organise/access/reads', ['organiser']);
    expect([all.status, await htmlProblems(all.body)]).toEqual([200, []]);
    for (const text of ['Opened the list', 'without the role', reason]) expect(all.body).toContain(text);
    const one = await visit('GET', '/organise/access/reads?event=evt_quiet', ['access-coordinator']);
    expect([one.body.includes(reason), one.body.includes('Opened the list')]).toEqual([true, false]);
    const table = await visit('GET', '/organise/access/reads.csv', ['organiser']);
    expect(table.headers['content-type']).toContain('text/csv');
    expect(table.body.split('\r\n')).toHaveLength(4);
    expect(table.body).toContain('"Sample Organiser"');
    expect((await visit('GET', '/organise/access/reads?event=evt_none', ['organiser'])).status).toBe(404);
    expect((await visit('GET', '/organise/access/reads', ['editor'])).status).toBe(403);
  });

  /** Where a coordinator looks, and how the page on looks calls it. */
  const looks: readonly (readonly [where: string, kind: string])[] = [
    ['', 'Opened the list'],
    ['/adjustments/new', 'Opened the list'],
    ['/people/', 'Opened one answer'],
    ['/costs.csv', 'Took it away'],
  ];

  test.each(looks)('who, when and what kind, wherever a coordinator looks: at %s', async (where, kind) => {
    const json = { headers: { accept: 'application/json' } };
    const { arranged } = JSON.parse((await visit('GET', base, ['access-coordinator'], json)).body);
    clock.set(new Date(weeksBefore.getTime() + 60_000).toISOString());
    const path = `${base}${where}${where === '/people/' ? arranged[0].personId : ''}`;
    expect((await visit('GET', path, ['access-coordinator'])).status).toBe(200);
    const roles = ['organiser', 'access-coordinator'] as const;
    const lead = { kind: 'organiser', organiserId: 'org_lead', roles, name: 'Sample Lead' } as const;
    const { body } = await visitWith(lead, 'GET', '/organise/access/reads');
    // Newest first, under the row of headings.
    const row = body.split('<tr')[2] ?? '';
    for (const text of ['1 November 2124 at 9:01am', 'Sample Organiser', 'A made-up event', kind]) expect(row).toContain(text);
  });

  /** Kinds of looks that somebody with these roles is told of, as a page, as data and as a table. */
  async function kindsTold(roles: readonly Role[]): Promise<readonly (readonly string[])[]> {
    const json = { headers: { accept: 'application/json' } };
    const page = await visit('GET', '/organise/access/reads', roles);
    const data = JSON.parse((await visit('GET', '/organise/access/reads', roles, json)).body);
    const table = await visit('GET', '/organise/access/reads.csv', roles);
    const opened = ({ body }: { readonly body: string }) => body.match(/Opened (the list|one answer)/g) ?? [];
    return [opened(page), data.reads.map(({ what }: { readonly what: string }) => what), opened(table)];
  }

  test('an organiser is not told that somebody’s answer was opened, which is done where there is one; a coordinator is', async () => {
    const json = { headers: { accept: 'application/json' } };
    const { arranged } = JSON.parse((await visit('GET', base, ['access-coordinator'], json)).body);
    clock.set(new Date(weeksBefore.getTime() + 60_000).toISOString());
    await visit('GET', `${base}/people/${arranged[0].personId}`, ['access-coordinator']);
    const list = ['Opened the list', 'Opened the list'];
    expect(await kindsTold(['organiser'])).toEqual([list, ['list', 'list'], list]);
    // The same claim, of somebody who is told.
    const one = ['Opened one answer', 'Opened the list'];
    expect(await kindsTold(['access-coordinator'])).toEqual([one, ['one', 'list'], one]);
  });

  test('the name of a reader goes when they are removed; the look stays', async () => {
    await visit('GET', base, ['access-coordinator']);
    const removed: Told = { type: 'organiser.removed.v1', id: 'org_one', version: 3, data: { organiserId: 'org_one' } };
    await hear(tables, removed, removed);
    expect((await everythingIn(tables.main)).some((item) => JSON.stringify(item).includes('Sample Organiser'))).toBe(false);
    expect(await reads()).toHaveLength(1);
  });
});

describe('what an event asks', () => {
  const ask = (fields: NonNullable<Sent['fields']>, roles: readonly Role[] = ['organiser']) =>
    visit('POST', `${base}/asking`, roles, { fields });
  const attendee = async () => {
    const visitor = await visitorOf(tables, () => clock.now(), { ofEvent: async () => people });
    return (await visitor.visit('GET', '/my-place/access', await visitor.attendee('reg_bo', facts.eventId))).body;
  };

  test('is chosen by organisers, and shown to everybody who has a place', async () => {
    const before = await visit('GET', `${base}/asking`, ['organiser']);
    expect([before.status, before.body.includes('Nobody has chosen yet'), await htmlProblems(before.body)]).toEqual([200, true, []]);
    const wanted = { kinds: ['breaks', 'easy-read'], introduction: 'The rooms are small.', contact: 'Sample, 01632 960002', version: '0' };
    expect((await ask(wanted)).headers.location).toBe(`${base}/asking?saved=yes`);
    const body = await attendee();
    for (const text of ['The rooms are small.', 'Sample, 01632 960002', 'value="breaks"']) expect(body).toContain(text);
    expect(body).not.toContain('value="live-captions"');
    expect(await htmlProblems(body)).toEqual([]);
    // The form sent twice is no change of somebody else's; other words from an old page would be.
    expect((await ask(wanted)).status).toBe(303);
    const old = await ask({ ...wanted, contact: 'Another, 01632 960003' });
    expect([old.status, old.body.includes('Another, 01632 960003'), await htmlProblems(old.body)]).toEqual([409, true, []]);
    expect(await attendee()).toContain('Sample, 01632 960002');
    expect((await ask({ ...wanted, contact: '', version: '1' }, ['access-coordinator'])).status).toBe(303);
    expect((await ask(wanted, ['editor'])).status).toBe(403);
  });

  test('somebody who ticked what is no longer offered still sees it', async () => {
    await ask({ kinds: ['breaks'], version: '0' });
    const visitor = await visitorOf(tables, () => clock.now(), { ofEvent: async () => people });
    const { body } = await visitor.visit('GET', '/my-place/access', await visitor.attendee('reg_ada', facts.eventId));
    expect(body).toMatch(/value="hearing-loop"[^>]*checked/);
  });

  test('words that pry come back with what pries in them; an organiser who has looked again may keep them', async () => {
    const prying = { kinds: ['breaks'], introduction: 'Please state your diagnosis and any medical condition.', version: '0' };
    const refused = await ask(prying);
    expect([refused.status, refused.body.includes('“diagnos”')]).toEqual([422, true]);
    expect(await attendee()).not.toContain('diagnosis');
    expect((await ask({ ...prying, introduction: 'On condition that rooms are free.', keepWords: 'yes' })).status).toBe(303);
    expect((await ask({ kinds: [], version: '1' })).status).toBe(422);
  });
});
