import { beforeEach, describe, expect, test } from 'vitest';
import { confirmed, expectSound, stored, type World, world } from '../testing/attendee.ts';
import { openFrom, placesIn } from '../testing/open-event.ts';
import { saveGroup } from '../use-cases/reserve-places.ts';

let mine: World;
type Cookies = { cookies: string[] };

const address = '/my-place/details';
const fields = { name: 'Ada', organisation: '', comingAs: '', wantsReport: 'no', format: 'html' };
const formOf = (cookies: Cookies) => mine.visitor.visit('GET', address, cookies);
const versionIn = (body: string) => /name="version" value="(\d+)"/.exec(body)?.[1] ?? '';
const save = (cookies: Cookies, changes: Record<string, string>) =>
  mine.visitor.visit('POST', address, { ...cookies, fields: { ...fields, ...changes } });

describe('one’s own details, in two tabs', () => {
  beforeEach(async () => {
    mine = await world({ capacity: 3 });
  });

  test('the second is told, and keeps what was entered; nothing is overwritten unseen', async () => {
    const cookies = await confirmed(mine);
    const version = versionIn((await formOf(cookies)).body);
    expect((await save(cookies, { name: 'First', version })).status).toBe(303);
    const second = await save(cookies, { name: 'Second', organisation: 'Kept', version });
    await expectSound(second, 422, 'This was changed while you looked at it');
    for (const kept of ['value="Second"', 'value="Kept"', 'See how it stands now']) expect(second.body).toContain(kept);
    expect((await stored(mine))?.details.name).toBe('First');
    const more = await save(cookies, { name: 'Second', organisation: 'Kept', version: versionIn(second.body) });
    expect(more.status).toBe(303);
    expect((await stored(mine))?.details).toMatchObject({ name: 'Second', organisation: 'Kept' });
  });

  test('programs are told the version, and asked for it', async () => {
    const cookies = await confirmed(mine);
    const asJson = { ...cookies, headers: { accept: 'application/json' } };
    const { version } = JSON.parse((await mine.visitor.visit('GET', address, asJson)).body);
    const json = { ...fields, wantsReport: false };
    const without = await mine.visitor.visit('POST', address, { ...cookies, json });
    expect(JSON.parse(without.body).errors).toMatchObject([{ field: 'version' }]);
    const odd = await mine.visitor.visit('POST', address, { ...cookies, json: { ...json, version: { toString: 1 } } });
    expect(odd.status).toBe(422);
    expect((await mine.visitor.visit('POST', address, { ...cookies, json: { ...json, version } })).status).toBe(200);
    expect((await mine.visitor.visit('POST', address, { ...cookies, json: { ...json, version } })).status).toBe(422);
  });
});

describe('one’s own group', () => {
  const name = 'People with lived experience';
  const id = 'people-with-lived-experience';
  const email = (who: string) => `${who}@example.org`;
  const place = (cookies: Cookies) => mine.visitor.visit('GET', '/my-place', cookies);
  const change = async (cookies: Cookies, changes: Record<string, string>) =>
    save(cookies, { version: versionIn((await formOf(cookies)).body), ...changes });
  const keep = (places: number) =>
    saveGroup(
      mine.event.eventId,
      { id: undefined, name, places, releaseAt: undefined },
      { organiserId: 'org_sample', now: openFrom },
      mine.event.ports,
    );

  beforeEach(async () => {
    mine = await world({ capacity: 2 });
    await keep(1);
  });

  test('is shown with what is held, and can be left while a place for everybody is free', async () => {
    const cookies = await confirmed(mine);
    await expectSound(await place(cookies), 200, 'None of these');
    expect((await change(cookies, { group: id })).status).toBe(303);
    await expectSound(await place(cookies), 200, name);
    await expectSound(await mine.visitor.visit('GET', '/my-place/data', cookies), 200, name);
    expect(await stored(mine)).toMatchObject({ group: id, state: { kind: 'confirmed', pool: id } });
    expect(await placesIn(mine.event)).toMatchObject({ taken: 1, setAside: 0 });
    // Left out it stays.
    await change(cookies, { name: 'Ada B' });
    expect((await stored(mine))?.group).toBe(id);
    expect((await change(cookies, { group: 'none' })).status).toBe(303);
    expect((await stored(mine))?.group).toBeUndefined();
    expect(await placesIn(mine.event)).toMatchObject({ taken: 1, setAside: 1 });
  });

  test('cannot be left where their place is the group’s and no other is free; everything stays, and it is said why', async () => {
    const cookies = await confirmed(mine);
    await change(cookies, { group: id });
    await confirmed(mine, email('bo'));
    const refused = await change(cookies, { name: 'Entered', group: 'none' });
    await expectSound(refused, 422, `You hold a place that is kept for ${name}, and no other is free`);
    expect(refused.body).toContain('value="Entered"');
    expect(await stored(mine)).toMatchObject({ group: id, details: { name: 'Ada' } });
    expect(await placesIn(mine.event)).toMatchObject({ taken: 2, setAside: 0 });
  });

  test('chosen while one waits keeps the place in the line, and a free place of it is offered', async () => {
    await confirmed(mine);
    const waits = await confirmed(mine, email('waits'));
    expect((await stored(mine, email('waits')))?.state.kind).toBe('waitlisted');
    expect((await change(waits, { group: id })).status).toBe(303);
    expect(await stored(mine, email('waits'))).toMatchObject({ group: id, state: { kind: 'offered', pool: id } });
    expect(await placesIn(mine.event)).toMatchObject({ taken: 2, waiting: 0, setAside: 0 });
  });

  test('that there is not is refused, to pages and programs', async () => {
    const cookies = await confirmed(mine);
    await expectSound(await change(cookies, { group: 'nope' }), 422, 'group that you belong to');
    expect((await stored(mine))?.group).toBeUndefined();
  });
});
