import { htmlProblems } from '@convener/ui/testing';
import { beforeEach, describe, expect, test } from 'vitest';
import { questionStore } from '../store/question-store.ts';
import type { OpenEvent } from '../testing/open-event.ts';
import { type Desk, deskOf, versionIn, whole } from '../testing/organiser-desk.ts';
import { choiceQuestion, shortQuestion, yesNoQuestion } from '../testing/questions.ts';
import type { Sent, Visitor } from '../testing/visitor.ts';

let desk: Desk;
let event: OpenEvent;
let visitor: Visitor;
let organiser: Sent;

const secret = 'Only for the coordinator';
const lunch = yesNoQuestion('que_lunch', { label: 'Lunch?' });
const diet = choiceQuestion('que_diet', ['Meat', 'Vegan'], { label: 'Diet?', condition: { questionId: 'que_lunch', is: ['yes'] } });
const worry = yesNoQuestion('que_worry', { label: 'Worries?', readableBy: 'access-coordinator' });
const hangs = { condition: { questionId: 'que_worry', is: ['yes'] }, readableBy: 'access-coordinator' } as const;
const which = shortQuestion('que_which', { label: 'Which ones?', ...hangs });
const apart = shortQuestion('que_apart', { label: 'Anything else?', readableBy: 'access-coordinator' });

beforeEach(async () => {
  desk = await deskOf();
  ({ event, visitor, organiser } = desk);
});

const answersOf = async (path: string) =>
  Object.fromEntries(((await desk.storedAt(path)).answers ?? []).map(({ questionId, value }) => [questionId, value]));

describe('correcting answers and the supporter', () => {
  test('is one form with everything in it, saved at once, told by ids alone', async () => {
    await desk.ask([lunch, diet], true);
    const ada = await desk.enter('ada', { supporter: false, que_lunch: true, que_diet: 'Meat' });
    const form = await desk.formOf(ada);
    for (const says of ['Lunch?', 'Diet?', 'Does somebody come with them', 'value="Meat" checked']) expect(form.body).toContain(says);
    const saved = await desk.correct(ada, { name: 'Ada L', supporter: 'yes', supporterName: 'Cy', que_lunch: 'yes', que_diet: 'Vegan' });
    expect(saved.headers.location).toBe(`${ada}?done=corrected`);
    expect(await desk.storedAt(ada)).toMatchObject({ details: { name: 'Ada L', supporter: { name: 'Cy' } } });
    expect(await answersOf(ada)).toEqual({ que_lunch: true, que_diet: 'Vegan' });
    await desk.correct(ada, { supporter: 'no', que_lunch: 'no', que_diet: 'Vegan' });
    expect((await desk.storedAt(ada)).details.supporter).toBeUndefined();
    expect(await answersOf(ada)).toEqual({ que_lunch: false });
    const { carried } = await event.ports.registrations.load(ada.split('/').at(-1) ?? '');
    expect(carried.filter(({ type }) => type === 'registration.changed.v1')).toHaveLength(2);
    expect(JSON.stringify(carried)).not.toMatch(/Vegan|Cy|Ada/);
  });

  test('keeps what was entered when somebody else was quicker, answers too, and writes nothing over unseen', async () => {
    await desk.ask([lunch, diet]);
    const ada = await desk.enter('ada', { que_lunch: true, que_diet: 'Meat' });
    const version = versionIn(await desk.formOf(ada));
    await desk.correct(ada, { que_lunch: 'no' });
    const second = await visitor.visit('POST', `${ada}/edit`, {
      ...organiser,
      fields: { ...whole, version, que_lunch: 'yes', que_diet: 'Vegan' },
    });
    expect([second.status, await htmlProblems(second.body)]).toEqual([422, []]);
    expect(second.body).toContain('Somebody else has changed this registration meanwhile');
    expect(second.body).toContain('See how it stands now');
    expect(second.body).toContain('value="Vegan" checked');
    expect(await answersOf(ada)).toEqual({ que_lunch: false });
    const again = { ...whole, version: versionIn(second), que_lunch: 'yes', que_diet: 'Vegan' };
    expect((await visitor.visit('POST', `${ada}/edit`, { ...organiser, fields: again })).status).toBe(303);
    expect(await answersOf(ada)).toEqual({ que_lunch: true, que_diet: 'Vegan' });
  });

  test('says every error at once, keeps the rest, and asks nothing new of somebody who was never asked', async () => {
    await desk.ask([choiceQuestion('que_seat', ['Front', 'Back'], { label: 'Seat?', required: true })]);
    const ada = await desk.enter('ada', { que_seat: 'Front' });
    await desk.ask([shortQuestion('que_new', { label: 'New?', required: true })]);
    const wrong = await desk.correct(ada, { name: '', organisation: 'Kept <b>', que_seat: '' });
    expect([wrong.status, await htmlProblems(wrong.body)]).toEqual([422, []]);
    for (const says of ['Enter what we should call them', 'your answer to “Seat?”', 'value="Kept &lt;b>"'])
      expect(wrong.body).toContain(says);
    expect((await desk.correct(ada, { que_seat: 'Back' })).status).toBe(303);
    expect(await answersOf(ada)).toEqual({ que_seat: 'Back' });
  });

  test('by a program: what it leaves out stays as it is; details, version and errors are as on the page', async () => {
    await desk.ask([lunch, diet], true);
    const ada = await desk.enter('ada', { supporter: true, supporterName: 'Cy', que_lunch: true, que_diet: 'Meat' });
    const shown = await visitor.visit('GET', `${ada}/edit`, { ...organiser, headers: { accept: 'application/json' } });
    const { version, answers } = JSON.parse(shown.body);
    expect(answers.map(({ value }: { value: unknown }) => value)).toEqual([true, 'Meat']);
    const json = { name: 'Ada', wantsReport: false, format: 'text', version, que_diet: 'Vegan' };
    expect((await visitor.visit('POST', `${ada}/edit`, { ...organiser, json })).status).toBe(200);
    expect(await answersOf(ada)).toEqual({ que_lunch: true, que_diet: 'Vegan' });
    expect((await desk.storedAt(ada)).details).toMatchObject({ wantsReport: false, supporter: { name: 'Cy' } });
    const stale = await visitor.visit('POST', `${ada}/edit`, { ...organiser, json });
    expect([stale.status, JSON.parse(stale.body).errors[0].field]).toEqual([422, 'name']);
    const wrong = await visitor.visit('POST', `${ada}/edit`, { ...organiser, json: { ...json, version: version + 1, que_diet: 'Fish' } });
    expect([wrong.status, JSON.parse(wrong.body).errors[0].field]).toEqual([422, 'que_diet']);
  });

  test('says what to do about a wrong address, and about one that is missing', async () => {
    expect((await desk.formOf(await desk.enter('ada'))).body).toContain('If it is wrong, cancel this registration and register them again');
    const form = await desk.formOf(await desk.enter('ben', { email: '' }));
    expect(form.body).toContain('If they have one now, cancel this registration and register them again with it.');
    expect(form.body).toContain('/cancel">Cancel this registration</a>');
  });
});

describe('sensitive answers, as an organiser corrects (failure 7)', () => {
  test('of another role are neither shown nor blanked, nor is what hangs on them, whatever is sent', async () => {
    await desk.ask([lunch, worry, which, apart]);
    const ada = await desk.enter('ada', { que_lunch: true, que_worry: true, que_which: 'Crowds', que_apart: secret });
    const before = await desk.storedAt(ada);
    expect(before.apart).toHaveLength(3);
    const form = await desk.formOf(ada);
    for (const hidden of ['Worries?', 'Which ones?', 'Anything else?', 'Crowds', secret, 'ensitive'])
      expect(form.body).not.toContain(hidden);
    const json = await visitor.visit('GET', `${ada}/edit`, { ...organiser, headers: { accept: 'application/json' } });
    for (const hidden of ['que_worry', 'que_which', 'que_apart', secret]) expect(json.body).not.toContain(hidden);
    await desk.correct(ada, { que_lunch: 'no' });
    await desk.correct(ada, { que_lunch: 'no', que_worry: 'no', que_which: 'Mine', que_apart: 'Mine' });
    const wrong = await desk.correct(ada, { name: '', que_apart: 'Mine' });
    expect(wrong.body).not.toContain(secret);
    const after = await desk.storedAt(ada);
    expect([after.apart, after.sensitive]).toEqual([before.apart, before.sensitive]);
    expect(await answersOf(ada)).toEqual({ que_lunch: false });
    expect(await readings()).toBe(0);
  });

  test('of their own role are shown and changed; each reading is noted, whether or not there is anything to read', async () => {
    await desk.ask([worry, which, apart]);
    const ada = await desk.enter('ada', { que_worry: true, que_which: 'Crowds', que_apart: secret });
    const both = await visitor.organiser(['organiser', 'access-coordinator']);
    expect((await desk.formOf(ada, both)).body).toContain(secret);
    expect(await readings()).toBe(1);
    await desk.correct(ada, { que_worry: 'yes', que_which: 'Stairs', que_apart: '' }, both);
    expect((await desk.storedAt(ada)).apart.map(({ value }) => value)).toEqual([true, 'Stairs']);
    expect(await answersOf(ada)).toEqual({});
    const before = await readings();
    await desk.formOf(await desk.enter('ben'), both);
    expect(await readings()).toBe(before + 1);
  });

  test('are caught by these tests: a twin that asks everything of everybody blanks what it did not show', async () => {
    await desk.ask([apart]);
    const ada = await desk.enter('ada', { que_apart: secret });
    const both = await visitor.organiser(['organiser', 'access-coordinator']);
    const version = versionIn(await desk.formOf(ada));
    await visitor.visit('POST', `${ada}/edit`, { ...both, fields: { ...whole, version } });
    expect((await desk.storedAt(ada)).apart).toEqual([]);
  });

  /** How often a reading was noted. */
  async function readings(): Promise<number> {
    const { carried } = await questionStore(event.table).load(event.eventId);
    return carried.filter(({ type }) => type === 'registration.sensitive-read.v1').length;
  }
});
