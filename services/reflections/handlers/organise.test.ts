import { htmlProblems } from '@convener/ui/testing';
import { beforeAll, describe, expect, test } from 'vitest';
import { say, theme } from '../testing/open-event.ts';
import { type Sent, type Visit, type World, world } from '../testing/visitor.ts';

let site: World;
let base: string;
let openness: string;
let said: string;
beforeAll(async () => {
  site = await world({ rooms: 6 });
  base = site.base;
  openness = await theme(site, 'Openness', 'Say **what** it is.');
  said = await say(site, 'Nobody told us.', 'rm1', { kind: 'quote-named', name: 'Sam Sample' });
  await say(site, 'Say it plainly.', 'rm2');
  await say(site, 'By letter.');
});

const post = (path: string, fields: NonNullable<Sent['fields']>) => site.visit('POST', `${base}${path}`, { fields });
const json = async (path: string) => (await site.visit('GET', `${base}${path}`, { json: {} })).data();

async function expectSound(visit: Visit, status: number, ...says: readonly string[]): Promise<void> {
  expect(visit.status, visit.body.slice(0, 300)).toBe(status);
  for (const each of says) expect(visit.body).toContain(each);
  expect(await htmlProblems(visit.body)).toEqual([]);
}

describe('the reflections page', () => {
  test('shows rooms with both links, what was said and what its owner allows', async () => {
    const page = await site.visit('GET', `${base}/reflections`);
    await expectSound(page, 200, 'Nobody told us.', 'May be quoted as Sam Sample', '/reflect/notes/', 'Outside the rooms', 'data-copy=');
    expect(await json('/reflections')).toMatchObject({
      counts: { unthemed: 3 },
      total: 3,
      eventLink: expect.stringContaining('/reflect/'),
    });
    await expectSound(await site.visit('GET', `${base}/reflections?show=set-aside`), 200, 'Nothing here.');
  });

  test('opens rooms up to a total, says when there are more, and removes only an empty one', async () => {
    expect((await post('/rooms', { action: 'open', rooms: '7' })).headers.location).toBe(`${base}/reflections#rooms`);
    expect((await post('/rooms', { action: 'open', rooms: '7' })).status).toBe(303);
    expect(await json('/reflections')).toMatchObject({ rooms: { length: 7 } });
    await expectSound(
      await post('/rooms', { action: 'open', rooms: '3' }),
      422,
      'There are 7 rooms already',
      'href="#rooms-wanted"',
      'value="3"',
    );
    await expectSound(await post('/rooms', { action: 'open', rooms: 'some' }), 422, '<title>Error: ');
    await expectSound(await post('/rooms', { action: 'remove', roomId: 'rm1' }), 409, 'so it stays');
    expect((await post('/rooms', { action: 'remove', roomId: 'rm7' })).status).toBe(303);
    await expectSound(await post('/rooms', { action: 'remove', roomId: 'rm7' }), 409, 'does not exist any more');
  });

  test('takes a reflection by hand, once however often it is sent', async () => {
    const fields = { room: 'rm3', words: 'On a postcard.', consent: 'paraphrase', attempt: 'by-hand-1' };
    for (let times = 0; times < 3; times += 1) expect((await post('/reflections', fields)).status).toBe(303);
    expect(await json('/reflections?room=rm3')).toMatchObject({ total: 1 });
    const wrong = await post('/reflections', { room: 'rm3', words: '', consent: 'quote-named' });
    await expectSound(wrong, 422, 'Enter the reflection', 'Enter the name to show', '<details class="details" open');
    expect((await post('/reflections', { room: 'rm99', words: 'Where?' })).status).toBe(409);
  });

  test('sets aside with a reason, never without one, and brings back', async () => {
    const id = await say(site, 'Something rude.', 'rm4');
    await expectSound(
      await post(`/reflections/${id}/moderate`, { decision: 'set-aside', reason: ' ' }),
      422,
      'Enter why it is set aside',
      `href="#reason-${id}"`,
    );
    expect((await post(`/reflections/${id}/moderate`, { decision: 'set-aside', reason: 'Rude' })).status).toBe(303);
    await expectSound(await site.visit('GET', `${base}/reflections?show=set-aside`), 200, 'Set aside because: Rude', 'Bring back');
    expect((await post(`/reflections/${id}/moderate`, { decision: 'bring-back' })).status).toBe(303);
    expect(await json('/reflections')).toMatchObject({ counts: { 'set-aside': 0 } });
    expect((await post('/reflections/ref_rm1_no/moderate', { decision: 'bring-back' })).status).toBe(404);
  });

  test('goes with whoever may, as a table in which no cell is a formula', async () => {
    await say(site, '=HYPERLINK("https://example.org")', 'rm5');
    const table = await site.visit('GET', `${base}/reflections.csv`);
    expect([table.status, table.headers['content-type']]).toEqual([200, 'text/csv; charset=utf-8']);
    expect(table.body).toContain('"Nobody told us.","May be quoted by name","Sam Sample"');
    expect(table.body).toContain(`"'=HYPERLINK(""https://example.org"")"`);
  });
});

describe('the themes page', () => {
  test('shows progress, themes with their spread, and what has no theme first', async () => {
    await expectSound(await site.visit('GET', `${base}/themes`), 200, 'themed', '0 of 6 rooms', `name="was-${said}"`, 'Theme of number 1');
  });

  test('makes a theme once; a label that is taken comes back with what was entered', async () => {
    const made = await post('/themes', { label: 'Remuneration', prose: '' });
    expect(made.headers.location).toBe(`${base}/themes?done=made#assign`);
    await expectSound(await post('/themes', { label: 'remuneration ', prose: 'Kept text' }), 422, 'with this label already', 'Kept text');
    await expectSound(await post('/themes', { label: '' }), 422, 'Enter a label');
  });

  test('saves the themes of many at once, two for one, and takes one out again', async () => {
    const { themes, reflections } = await json('/themes?show=open');
    if (!Array.isArray(themes) || !Array.isArray(reflections)) throw new Error('No lists.');
    const [one, two] = themes.map((each) => String(each.id));
    const ids = reflections.map((each) => String(each.id));
    const untouched = Object.fromEntries(ids.map((id) => [`was-${id}`, '']));
    const first = await post('/themes/assign', {
      ...untouched,
      [`add-${ids[0]}`]: one ?? '',
      [`also-${ids[0]}`]: two ?? '',
      [`add-${ids[1]}`]: one ?? '',
    });
    expect(first.headers.location).toBe(`${base}/themes?show=unthemed&page=1&saved=2&missed=0#assign`);
    await expectSound(
      await site.visit('GET', `${base}/themes?show=open&saved=2&missed=1`),
      200,
      'Saved: 2 reflections.',
      'left as it is',
      'Untick one',
    );
    const out = await post('/themes/assign', { [`was-${ids[0]}`]: `${one} ${two}`, [`in-${ids[0]}`]: [two ?? ''] });
    expect(out.status).toBe(303);
    const after = await json('/themes?show=open');
    expect(after.reflections).toContainEqual(expect.objectContaining({ id: ids[0], themeIds: [two] }));
    expect(after.counts).toMatchObject({ themed: 2 });
  });

  test('takes assignments and an order from programs, and says what is malformed', async () => {
    const assign = (body: unknown) => site.visit('POST', `${base}/themes/assign`, { json: body });
    const done = await assign({
      assignments: [
        { reflectionId: said, themeIds: [openness] },
        { reflectionId: 'ref_rm1_no', themeIds: [] },
      ],
    });
    expect(done.data()).toMatchObject({ missed: ['ref_rm1_no'] });
    for (const wrong of [{ assignments: 'all' }, { assignments: [{ reflectionId: said }] }, { assignments: [null] }]) {
      expect((await assign(wrong)).status).toBe(422);
    }
    expect((await assign({ assignments: Array.from({ length: 501 }, () => ({ reflectionId: said, themeIds: [] })) })).status).toBe(422);
    const { themes } = await json('/themes');
    const order = Array.isArray(themes) ? themes.map((each) => String(each.id)).toReversed() : [];
    expect((await site.visit('POST', `${base}/themes/order`, { json: { order } })).data()).toEqual({ order });
    expect((await post('/themes/order', { themeId: order[0] ?? '', action: 'down' })).headers.location).toBe(`${base}/themes#themes`);
    expect((await post('/themes/order', { themeId: order[0] ?? '' })).status).toBe(422);
  });
});

describe('a theme’s own page', () => {
  test('shows its text and the words behind it', async () => {
    await expectSound(await site.visit('GET', `${base}/themes/${openness}`), 200, 'Say **what** it is.', 'Nobody told us.', 'Raised in');
    expect((await site.visit('GET', `${base}/themes/thm_no`)).status).toBe(404);
  });

  test('brings two writers together instead of losing one', async () => {
    const path = `/themes/${openness}`;
    expect((await post(path, { action: 'save', label: 'Openness', prose: 'First writer.', edition: '1' })).status).toBe(303);
    const second = await post(path, { action: 'save', label: 'Openness', prose: 'Second writer.', edition: '1' });
    await expectSound(second, 422, 'Somebody else changed this theme', 'First writer.', 'Second writer.', 'name="edition" value="2"');
    expect((await post(path, { action: 'save', label: 'Openness', prose: 'Both writers.', edition: '2' })).status).toBe(303);
    await expectSound(await post(path, { action: 'save', label: '', prose: 'Kept' }), 422, 'Enter a label', 'Kept');
  });

  test('merges into another and is removed, and nothing dangles', async () => {
    const [from, into] = [await theme(site, 'Merge me', 'Mine.'), await theme(site, 'Take me', 'Theirs.')];
    await expectSound(await post(`/themes/${from}`, { action: 'merge' }), 422, 'Choose the theme that takes it in');
    expect((await post(`/themes/${from}`, { action: 'merge', into })).headers.location).toBe(`${base}/themes/${into}?done=merged`);
    await expectSound(await site.visit('GET', `${base}/themes/${into}?done=merged`), 200, 'Theirs.', 'Mine.');
    expect((await post(`/themes/${from}`, { action: 'merge', into })).status).toBe(404);
    expect((await post(`/themes/${into}`, { action: 'remove' })).headers.location).toBe(`${base}/themes?done=removed`);
    expect((await post(`/themes/${into}`, { action: 'remove' })).status).toBe(404);
  });
});

describe('who may', () => {
  test('editors theme too; access coordinators and people who are not signed in do not', async () => {
    expect((await site.visit('GET', `${base}/themes`, { roles: ['editor'] })).status).toBe(200);
    for (const path of ['/reflections', '/reflections.csv', '/themes', `/themes/${openness}`]) {
      expect((await site.visit('GET', `${base}${path}`, { roles: ['access-coordinator'] })).status).toBe(403);
      expect((await site.visit('GET', `${base}${path}`, { roles: [] })).status).toBe(403);
    }
  });

  test('an event that is not published says what to do', async () => {
    const elsewhere = '/organise/events/evt_draft';
    for (const path of ['/reflections', '/themes'])
      await expectSound(await site.visit('GET', `${elsewhere}${path}`), 404, 'not published yet');
    const fields = { rooms: '3', words: 'x', label: 'x', decision: 'bring-back', assignments: '[]' };
    for (const path of ['/rooms', '/reflections', '/themes']) {
      expect((await site.visit('POST', `${elsewhere}${path}`, { fields })).status).toBe(404);
    }
  });
});
