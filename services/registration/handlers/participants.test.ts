import { getItem } from '@convener/dynamodb';
import { beforeEach, describe, expect, test } from 'vitest';
import { participantsKey } from '../store/keys.ts';
import { carriedOf } from '../store/registration-item.ts';
import { clock, confirmed, cookieOf, expectSound, linkOf, stored, type World, world } from '../testing/attendee.ts';
import type { Sent } from '../testing/visitor.ts';

let mine: World;
let organiser: Sent;
let setting: string;

beforeEach(async () => {
  mine = await world({ capacity: 2 });
  organiser = await mine.visitor.organiser(['organiser']);
  setting = `/organise/events/${mine.event.eventId}/registrations/participants`;
});

const asJson = (sent: Sent): Sent => ({ ...sent, headers: { accept: 'application/json' } });
const on = {
  shown: 'yes',
  'from-day': '10',
  'from-month': '10',
  'from-year': '2024',
  'until-day': '1',
  'until-month': '12',
  'until-year': '2024',
};
const turn = (fields: Record<string, string>) => mine.visitor.visit('POST', setting, { ...organiser, fields });
const agree = (cookies: Sent, shown = 'yes') =>
  mine.visitor.visit('POST', '/my-place/participants/choice', { ...cookies, fields: shown ? { shown } : {} });
const look = (cookies: Sent) => mine.visitor.visit('GET', '/my-place/participants', cookies);

describe('the list of participants (row 16)', () => {
  test('is nowhere until an organiser turns it on: no question, no list, no page', async () => {
    const ada = await confirmed(mine);
    expect((await mine.visitor.visit('GET', '/my-place', ada)).body).not.toContain('Who else comes');
    expect((await look(ada)).status).toBe(404);
    expect((await look(asJson(ada))).status).toBe(404);
    expect((await mine.visitor.visit('GET', '/my-place/participants/choice', ada)).status).toBe(404);
    expect((await agree(ada)).status).toBe(404);
    expect((await stored(mine))?.shownToOthers).toBeUndefined();
    expect((await mine.visitor.visit('GET', '/my-place/participants')).status).toBe(401);
  });

  test('is turned on for some days, in the audit log, with errors as plain as in any form', async () => {
    await expectSound(await mine.visitor.visit('GET', setting, organiser), 200, '20 December 2024 at the latest');
    await expectSound(await turn({}), 422, 'Choose whether people may see who else comes');
    await expectSound(await turn({ ...on, 'until-year': '2025' }), 422, 'value="2025"');
    await expectSound(await turn({ ...on, 'until-month': '9' }), 422, 'The last day must not be before the first');
    expect((await turn(on)).headers.location).toBe(`${setting}?saved=yes`);
    await expectSound(await mine.visitor.visit('GET', `${setting}?saved=yes`, organiser), 200, 'noted in the audit log');
    await turn({ shown: 'no' });
    const item = await getItem(mine.event.table, participantsKey(mine.event.eventId));
    const told = item ? carriedOf(item).carried.map(({ type, actor, data }) => [type, actor, data]) : [];
    const { eventId } = mine.event;
    expect(told).toEqual([
      [
        'registration.participant-list-changed.v1',
        { kind: 'organiser', id: 'org_sample' },
        { eventId, shown: { from: '2024-10-10', until: '2024-12-01' } },
      ],
      ['registration.participant-list-changed.v1', { kind: 'organiser', id: 'org_sample' }, { eventId, shown: null }],
    ]);
  });

  test('shows confirmed people those who agreed, and nobody else', async () => {
    await turn(on);
    const [ada, ben] = [await confirmed(mine), await confirmed(mine, 'ben@example.org')];
    const waits = await confirmed(mine, 'waits@example.org');
    await expectSound(await mine.visitor.visit('GET', '/my-place', ada), 200, 'You are not in the list');
    await expectSound(await look(ada), 200, 'Nobody has agreed to be seen so far');
    const choice = await mine.visitor.visit('GET', '/my-place/participants/choice', ben);
    await expectSound(choice, 200, 'May other people who come see your name?');
    expect(choice.body).not.toMatch(/<input[^>]*checked/);
    expect((await agree(ben)).headers.location).toBe('/my-place?chosen=yes');
    await agree(waits);
    await expectSound(await mine.visitor.visit('GET', '/my-place?chosen=yes', ben), 200, 'You have said that others may see you');
    expect(JSON.parse((await look(asJson(ada))).body)).toEqual({
      participants: [{ name: 'Ada', organisation: 'Example Group', comingAs: 'a carer' }],
    });
    const page = await look(ada);
    await expectSound(page, 200, 'Example Group');
    expect(page.body).not.toMatch(/example\.org|waits/);
    expect((await look(waits)).status).toBe(404);
    expect((await look(asJson(waits))).status).toBe(404);
  });

  test('forgets at once whoever takes it back, gives their place up, or whose time is over', async () => {
    await turn(on);
    const [ada, ben] = [await confirmed(mine), await confirmed(mine, 'ben@example.org')];
    const seen = async () => JSON.parse((await look(asJson(ada))).body).participants.length;
    await agree(ben);
    expect(await seen()).toBe(1);
    await agree(ben, '');
    expect([await seen(), (await stored(mine, 'ben@example.org'))?.shownToOthers]).toEqual([0, undefined]);
    await agree(ben);
    await mine.visitor.visit('POST', '/my-place/cancel', ben);
    expect(await seen()).toBe(0);
    expect((await look(ben)).status).toBe(404);
    clock.set('2024-12-02T09:00:00Z');
    const again = cookieOf(await mine.visitor.visit('POST', await linkOf(mine, 'manage')));
    expect((await look(again)).status).toBe(404);
  });

  test.each([['editor'], ['access-coordinator']] as const)('is not turned on by the %s', async (role) => {
    const other = await mine.visitor.organiser([role]);
    expect((await mine.visitor.visit('GET', setting, other)).status).toBe(403);
    expect((await mine.visitor.visit('POST', setting, { ...other, fields: on })).status).toBe(403);
    expect(await getItem(mine.event.table, participantsKey(mine.event.eventId))).toBeUndefined();
  });
});
