import { clockAt } from '@convener/testing';
import { secretPrefix } from '@convener/testing/visitor';
import { htmlProblems } from '@convener/ui/testing';
import { beforeEach, describe, expect, test } from 'vitest';
import { anonymousDependencies } from '../dependencies.ts';
import { sendingsADay } from '../domain/feedback.ts';
import type { Tables } from '../store/need-store.ts';
import { daysAfterTheEnd, everythingIn, facts, freshTables, hear, published, registration, weeksBefore } from '../testing/one-event.ts';
import { type Sent, type Twins, type Visitor, visitorOf } from '../testing/visitor.ts';

const network = { name: 'Sample Network', timeZone: 'Europe/London', contact: '' };
const settings = { service: 'accessibility', stage: 'test', baseUrl: '', originSecret: '', secretPrefix, network };
const page = '/my-place/access';
const form = `/equality/${facts.eventId}`;
const nextDay = new Date(weeksBefore.getTime() + 24 * 60 * 60 * 1000);
const clock = clockAt(weeksBefore.toISOString());
let tables: Tables;
let visitor: Visitor;
const visitorWith = (twins?: Twins) => visitorOf(tables, () => clock.now(), { ofEvent: async () => new Map() }, twins);
beforeEach(async () => {
  clock.set(weeksBefore.toISOString());
  tables = await freshTables();
  await hear(tables, published(), registration('reg_ada', 'requested', 1), registration('reg_bo', 'requested', 1));
  visitor = await visitorWith();
});

const rows = async (prefix: string) => (await everythingIn(tables.needs)).filter(({ sk }) => String(sk).startsWith(prefix));
const tell = async (who: string, fields: NonNullable<Sent['fields']>) =>
  visitor.visit('POST', page, { ...(await visitor.attendee(who, facts.eventId)), fields: { action: 'say-how-it-was', ...fields } });

/** As many forms as are taken in a day have come from a network. */
async function asManyAsAllowed(what: 'who-comes' | 'how-it-was', network: string): Promise<void> {
  const { senders } = anonymousDependencies({ settings }, tables);
  for (let sent = 0; sent < sendingsADay; sent += 50)
    await Promise.all(Array.from({ length: 50 }, () => senders.count(what, facts.eventId, network, clock.now())));
}

describe('a sender', () => {
  const from = async (viewerIp: string, { at = visitor } = {}) =>
    (await at.visit('POST', form, { viewerIp, fields: { age: '35-44' } })).status;
  const mine = '203.0.113.77';

  test('is taken so often in a day and no more; another network, another form and another day are not touched by it', async () => {
    await asManyAsAllowed('who-comes', mine);
    expect(await from(mine)).toBe(429);
    const json = await visitor.visit('POST', form, { viewerIp: mine, json: { age: '35-44' } });
    expect([json.status, await rows('GROUP#')]).toEqual([429, []]);
    const kept = await visitor.visit('POST', form, { viewerIp: mine, fields: { age: '35-44' } });
    expect([kept.body.includes('value="35-44" checked'), await htmlProblems(kept.body)]).toEqual([true, []]);
    expect(await from('203.0.113.78')).toBe(200);
    clock.set(nextDay.toISOString());
    expect(await from(mine)).toBe(200);
    clock.set(daysAfterTheEnd(1).toISOString());
    const ada = { ...(await visitor.attendee('reg_ada', facts.eventId)), viewerIp: mine };
    const felt = { action: 'say-how-it-was', felt: 'yes' };
    expect((await visitor.visit('POST', page, { ...ada, fields: felt })).status).toBe(200);
  });

  test('of “how was it” alike, with what they chose still there', async () => {
    clock.set(daysAfterTheEnd(1).toISOString());
    await asManyAsAllowed('how-it-was', '203.0.113.5');
    const refused = await tell('reg_ada', { felt: 'partly', feltWords: 'Marker words' });
    expect([refused.status, refused.body.includes('Marker words'), await rows('FELT#')]).toEqual([429, true, []]);
    expect(await htmlProblems(refused.body)).toEqual([]);
  });

  test('the claim notices a twin that does not count', async () => {
    const careless: Twins = { anonymous: (ports) => ({ ...ports, senders: { count: async () => 1 } }) };
    const at = await visitorWith(careless);
    await asManyAsAllowed('who-comes', mine);
    expect(await from(mine, { at })).toBe(200);
  });

  /** What in an item would tell which network, when on the day, or what was said. */
  const tells = (items: readonly Readonly<Record<string, unknown>>[]) =>
    items.flatMap((item) => [
      ...Object.keys(item).filter((name) => !['pk', 'sk', 'sent', 'expiresAt'].includes(name)),
      ...(/^SENDER#[\w-]{24}$/.test(String(item.pk)) ? [] : ['pk']),
      ...(Number(item.expiresAt) % 86_400 === 0 ? [] : ['expiresAt']),
    ]);

  test('is kept as nobody’s: a code of the day, without a time, for a day', async () => {
    await from(mine);
    clock.set(nextDay.toISOString());
    await from(mine);
    const kept = (await everythingIn(tables.needs)).filter(({ sk }) => sk === 'SENT');
    expect([kept.length, new Set(kept.map(({ pk }) => pk)).size, tells(kept)]).toEqual([2, 2, []]);
    expect(JSON.stringify([await everythingIn(tables.main), await everythingIn(tables.needs)])).not.toContain('203.0.113');
    expect(tells([{ pk: `SENDER#${mine}`, sk: 'SENT', sent: 1, expiresAt: 1, at: '' }])).toEqual(['at', 'pk', 'expiresAt']);
  });
});

describe('who has given their place up', () => {
  test('says nothing of the event any more, and what they send is not kept', async () => {
    clock.set(daysAfterTheEnd(1).toISOString());
    await hear(tables, registration('reg_bo', 'cancelled', 2));
    const said = await tell('reg_bo', { felt: 'no', feltWords: 'Marker words' });
    expect([said.body.includes('Thank you'), await rows('FELT#'), await rows('WORDS#')]).toEqual([false, [], []]);
  });

  test('the claim notices a twin that does not look', async () => {
    const careless: Twins = { ports: (ports) => ({ ...ports, standings: { of: async () => 'here' } }) };
    visitor = await visitorWith(careless);
    clock.set(daysAfterTheEnd(1).toISOString());
    await hear(tables, registration('reg_bo', 'cancelled', 2));
    await tell('reg_bo', { felt: 'no' });
    expect(await rows('FELT#')).toHaveLength(1);
  });
});
