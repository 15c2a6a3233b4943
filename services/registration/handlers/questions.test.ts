import { getItem } from '@convener/dynamodb';
import { beforeEach, describe, expect, test } from 'vitest';
import { noticesKey } from '../store/keys.ts';
import { type Asking, answering, ask, askingWorld, noted, written } from '../testing/asking.ts';
import { expectSound, good, stored, type World } from '../testing/attendee.ts';
import { choiceQuestion, shortQuestion, yesNoQuestion } from '../testing/questions.ts';
import type { Sent } from '../testing/visitor.ts';

let mine: World;
let organiser: Sent;
let base: string;
let post: Asking['post'];
let get: Asking['get'];
beforeEach(async () => {
  ({ mine, organiser, base, post, get } = await askingWorld());
});

/** The questions as programs get them. */
async function listed() {
  const { body } = await mine.visitor.visit('GET', base, { ...organiser, headers: { accept: 'application/json' } });
  return JSON.parse(body).questions as { questionId: string; label: string; version: number; options?: string[]; condition?: object }[];
}

describe('organisers make their own questions', () => {
  test('add, change, move and remove, on pages that work without scripts; each change is announced by ids and counts alone', async () => {
    await expectSound(await get(base), 200, 'There are none yet.');
    await expectSound(await get(`${base}/new`), 200, 'Why do you ask?');
    const added = await post(base, written);
    expect([added.status, added.headers.location]).toEqual([303, `${base}?done=added`]);
    await post(base, { ...written, label: 'Anything else?', kind: 'text', options: '', required: 'no' });
    const [first, second] = await listed();
    expect([first?.label, first?.options, second?.label]).toEqual(['How will you travel?', ['By train', 'By car'], 'Anything else?']);
    const page = await get(`${base}?done=added`);
    await expectSound(page, 200, 'The question is added.');
    expect(page.body).toContain('Do not ask about access needs here.');

    await expectSound(await get(`${base}/${first?.questionId}`), 200, 'By train\nBy car');
    const edited = await post(`${base}/${first?.questionId}`, { ...written, label: 'How will you come?', version: '1' });
    expect(edited.headers.location).toBe(`${base}?done=edited`);
    await post(`${base}/${second?.questionId}/move`, { direction: 'up' });
    expect((await listed()).map(({ label, version }) => [label, version])).toEqual([
      ['Anything else?', 1],
      ['How will you come?', 2],
    ]);
    await expectSound(await get(`${base}/preview`), 200, 'Part 1 of 2');
    await expectSound(await get(`${base}/${second?.questionId}/remove`), 200, 'Nobody has answered it.');
    await post(`${base}/${second?.questionId}/remove`, {});
    expect(await listed()).toHaveLength(1);
    expect((await noted(mine)).map(([type, id, data]) => [type, id, data.change, data.questions])).toEqual(
      ['added', 'added', 'edited', 'moved', 'removed'].map((change, at) => [
        'registration.questions-changed.v1',
        'org_sample',
        change,
        [1, 2, 2, 2, 1][at],
      ]),
    );
    expect(JSON.stringify(await noted(mine))).not.toContain('travel');
  });

  test('an answer to choose from can be picked however it was written', async () => {
    await post(base, { ...written, label: 'Which?', options: 'By\u00a0 train \t or  bus\ncafe\u0301 car' });
    const [question] = await listed();
    for (const [at, option] of (question?.options ?? []).entries()) {
      const json = { ...good, email: `p${at}@example.org`, wantsReport: true, [question?.questionId ?? '']: option };
      expect((await mine.visitor.visit('POST', `/events/${mine.event.slug}/register`, { json })).status).toBe(202);
    }
  });

  test('a program sends answers to choose from as the list that it gets', async () => {
    const json = { ...written, required: true, options: ['By train', 'By car'] };
    expect((await mine.visitor.visit('POST', base, { ...organiser, json })).status).toBe(201);
    const [first] = await listed();
    const edited = { ...json, options: [...(first?.options ?? []), 'On foot'], version: 1 };
    expect((await mine.visitor.visit('POST', `${base}/${first?.questionId}`, { ...organiser, json: edited })).status).toBe(200);
    expect((await listed())[0]?.options).toEqual(['By train', 'By car', 'On foot']);
    const wrong = await mine.visitor.visit('POST', base, { ...organiser, json: { ...json, options: [{ a: 1 }] } });
    expect([wrong.status, JSON.parse(wrong.body).errors[0].field]).toEqual([422, 'options']);
  });

  test('a program that leaves out or misnames what it wants to change is told so, and nothing is changed', async () => {
    const program = (path: string, json: object) => mine.visitor.visit('POST', path, { ...organiser, json });
    const asks = async () => JSON.parse((await get(base, { ...organiser, headers: { accept: 'application/json' } })).body).asksSupporter;
    expect((await program(`${base}/supporters`, { asksSupporter: true })).status).toBe(200);
    const misnamed = await program(`${base}/supporters`, { asks: 'yes' });
    expect([misnamed.status, JSON.parse(misnamed.body).errors]).toMatchObject([422, [{ field: 'asksSupporter' }]]);
    expect(await asks()).toBe(true);
    expect((await program(`${base}/supporters`, { asksSupporter: false })).status).toBe(200);
    await post(`${base}/supporters`, { whole: 'yes', asksSupporter: 'yes' });
    expect(await asks()).toBe(true);
    await post(`${base}/supporters`, { whole: 'yes' });
    expect(await asks()).toBe(false);
    await post(base, written);
    const [question] = await listed();
    const path = `${base}/${question?.questionId}`;
    const got = JSON.parse((await get(path, { ...organiser, headers: { accept: 'application/json' } })).body);
    expect((await program(path, { ...got, label: 'As it was got?' })).status).toBe(200);
    const { version: _, ...without } = got;
    expect(JSON.parse((await program(path, without)).body).errors).toMatchObject([{ field: 'version' }]);
  });

  test('what is wrong is said and kept', async () => {
    const page = await post(base, { ...written, options: 'Only one', why: '' });
    await expectSound(page, 422, 'Enter why you ask');
    expect(page.body).toContain('Only one');
    await expectSound(await post(base, { ...written, options: 'Only one' }), 422, 'Enter at least two answers to choose from');
    await expectSound(await post(`${base}/supporters`, { asksSupporter: 'yes' }), 303, '');
    await expectSound(await get(`${base}?done=supporters`), 200, 'checked');
  });

  test('a condition is picked from what earlier questions offer, and holds them in place', async () => {
    await ask(mine, [yesNoQuestion('que_lunch', { label: 'Lunch?' }), choiceQuestion('que_seat', ['Front', 'Back'])]);
    await expectSound(await get(`${base}/new`), 200, 'Ask it only of those who answered (optional)');
    const both = await post(base, { ...written, kind: 'text', askIf: ['que_lunch=yes', 'que_seat=Front'] });
    await expectSound(both, 422, 'Choose answers of one question only');
    expect(both.body).toMatch(/value="que_lunch=yes" checked/);
    expect((await post(base, { ...written, kind: 'text', askIf: 'que_lunch=yes' })).status).toBe(303);
    expect((await listed())[2]?.condition).toEqual({ questionId: 'que_lunch', is: ['yes'] });
    await expectSound(await get(base), 200, 'Asked only if “Lunch?” is “Yes”');
    await expectSound(await post(`${base}/que_lunch/remove`, {}), 422, 'is asked because of an answer to this question');
    expect((await listed()).length).toBe(3);
    await expectSound(await post(`${base}/que_seat/move`, { direction: 'sideways' }), 422, 'Choose where to move it from the list');
  });

  test('two organisers at once: nobody’s change is written over unseen', async () => {
    await ask(mine, [shortQuestion('que_a')]);
    await post(`${base}/que_a`, { ...written, version: '1' });
    const page = await post(`${base}/que_a`, { ...written, label: 'Mine', version: '1' });
    await expectSound(page, 422, 'Somebody else has changed this question in the meantime.');
    expect(page.body).toContain('name="version" value="2"');
    expect(page.body).toContain('value="Mine"');
  });

  test('a draft of an event has its questions prepared; an address that is no event is not found', async () => {
    const draft = '/organise/events/evt_AAAAAAAAAAAAAAAAAAAAAA/questions';
    await expectSound(await get(draft), 200, 'This event is not published yet');
    expect((await post(draft, written)).status).toBe(303);
    expect((await get('/organise/events/nothing/questions')).status).toBe(404);
    expect((await get(`${base}/que_nothing`)).status).toBe(404);
  });

  test('only organisers', async () => {
    const coordinator = await mine.visitor.organiser(['access-coordinator']);
    expect((await get(base, coordinator)).status).toBe(403);
    expect((await post(base, written, coordinator)).status).toBe(403);
  });
});

describe('changed questions never lose old answers', () => {
  test('an answer is read as it was asked after its question was changed and removed; the page says how many have answered', async () => {
    await ask(mine, [shortQuestion('que_a', { label: 'How will you travel?' })]);
    await answering(mine, { ...good, wantsReport: true, que_a: 'By train' });
    await post(`${base}/que_a`, { ...written, label: 'Quite another thing?', version: '1' });
    await expectSound(await get(`${base}/que_a/remove`), 200, '1 person has answered; their answers stay readable');
    await post(`${base}/que_a/remove`, {});
    const one = `/organise/events/${mine.event.eventId}/registrations/${(await stored(mine))?.registrationId}`;
    const page = await get(one);
    await expectSound(page, 200, 'How will you travel?');
    expect(page.body).toContain('By train');
    expect(page.body).not.toContain('Quite another thing?');
  });
});

describe('the table of answers', () => {
  test('has a row for each who comes and a column for each question as it was asked; it is safe in a spreadsheet, and noted', async () => {
    const lunch = yesNoQuestion('que_lunch', { label: 'Lunch?' });
    await ask(mine, [shortQuestion('que_a', { label: '=How?' }), lunch, choiceQuestion('que_seat', ['Front', 'Back'], { label: 'Seat?' })]);
    await answering(mine, { ...good, wantsReport: true, que_a: '=1+1', que_lunch: true });
    await answering(mine, { ...good, email: 'bea@example.org', name: 'Bea', wantsReport: true, que_seat: 'Back' });
    const pending = { ...good, email: 'pending@example.org', wantsReport: true };
    await mine.visitor.visit('POST', `/events/${mine.event.slug}/register`, { json: pending });
    const table = await get(`/organise/events/${mine.event.eventId}/answers.csv`);
    expect([table.status, table.headers['content-type']]).toEqual([200, 'text/csv; charset=utf-8']);
    const lines = table.body
      .replace(/^\ufeff/, '')
      .trim()
      .split('\r\n');
    expect(lines).toHaveLength(3);
    expect(lines[0]).toContain('Lunch?');
    expect(table.body).toContain('Back');
    expect(table.body).not.toMatch(/(^|,)"?=/m);
    const item = await getItem(mine.event.table, noticesKey(mine.event.eventId));
    expect(JSON.stringify(item?.envelopes)).toContain('registration.exported.v1');
    expect(
      (await get(`/organise/events/${mine.event.eventId}/answers.csv`, await mine.visitor.organiser(['access-coordinator']))).status,
    ).toBe(403);
  });
});
