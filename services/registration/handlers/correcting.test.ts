import { clockAt } from '@convener/testing';
import { htmlProblems } from '@convener/ui/testing';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Question } from '../domain/questions.ts';
import { questionStore } from '../store/question-store.ts';
import { type OpenEvent, openEvent, openFrom, placesIn } from '../testing/open-event.ts';
import { choiceQuestion, shortQuestion, yesNoQuestion } from '../testing/questions.ts';
import { type Sent, type Visit, type Visitor, visitorOf } from '../testing/visitor.ts';
import { changeQuestions } from '../use-cases/change-questions.ts';
import { saveGroup } from '../use-cases/reserve-places.ts';

const clock = clockAt(openFrom.toISOString());
let event: OpenEvent;
let visitor: Visitor;
let organiser: Sent;
let base: string;

const secret = 'Only for the coordinator';
const lunch = yesNoQuestion('que_lunch', { label: 'Lunch?' });
const diet = choiceQuestion('que_diet', ['Meat', 'Vegan'], { label: 'Diet?', condition: { questionId: 'que_lunch', is: ['yes'] } });
const worry = yesNoQuestion('que_worry', { label: 'Worries?', readableBy: 'access-coordinator' });
const which = shortQuestion('que_which', { label: 'Which ones?', condition: { questionId: 'que_worry', is: ['yes'] } });
const apart = shortQuestion('que_apart', { label: 'Anything else?', readableBy: 'access-coordinator' });

beforeEach(async () => {
  clock.set(openFrom.toISOString());
  event = await openEvent({ capacity: 3 });
  visitor = await visitorOf(event.table, () => clock.now());
  organiser = await visitor.organiser(['organiser']);
  base = `/organise/events/${event.eventId}/registrations`;
});

async function ask(questions: readonly Question[], asksSupporter = false): Promise<void> {
  const ports = { ...event.ports, questions: questionStore(event.table) };
  const context = { now: openFrom, actor: { kind: 'organiser', id: 'org_sample' } } as const;
  for (const { version: _, questionId, ...draft } of questions)
    await changeQuestions(event.eventId, { kind: 'add', questionId, draft }, context, ports);
  if (asksSupporter) await changeQuestions(event.eventId, { kind: 'ask-supporter', asks: true }, context, ports);
}

/** Enters somebody as an organiser does; by their answers and their group. Says where their registration is. */
async function enter(who: string, json: Record<string, unknown> = {}): Promise<string> {
  const fields = { told: 'phone', name: who, email: `${who}@example.org`, wantsReport: true, asked: true, ...json };
  const made = await visitor.visit('POST', `${base}/new`, { ...organiser, json: fields });
  expect(made.status).toBe(201);
  return `${base}/${JSON.parse(made.body).registrationId}`;
}

async function formOf(path: string, as = organiser): Promise<Visit> {
  const form = await visitor.visit('GET', `${path}/edit`, as);
  expect([form.status, await htmlProblems(form.body)]).toEqual([200, []]);
  return form;
}

const versionIn = ({ body }: Visit) => /name="version" value="(\d+)"/.exec(body)?.[1] ?? '';
const whole = { name: 'Ada', organisation: '', comingAs: '', wantsReport: 'yes', format: 'html', whole: 'yes' };

async function send(path: string, fields: Record<string, string | string[]>, as = organiser): Promise<Visit> {
  const version = versionIn(await formOf(path, as));
  return visitor.visit('POST', `${path}/edit`, { ...as, fields: { ...whole, version, ...fields } });
}

const storedOf = async (path: string) => {
  const registrationId = path.split('/').at(-1) ?? '';
  const { stored } = await event.ports.registrations.load(registrationId);
  if (stored.kind !== 'held') throw new Error('Nobody is registered.');
  return { ...stored.registration, apart: await event.ports.registrations.sensitiveAnswers(registrationId), version: stored.version };
};
const answersOf = async (path: string) =>
  Object.fromEntries(((await storedOf(path)).answers ?? []).map(({ questionId, value }) => [questionId, value]));

describe('correcting answers and the supporter', () => {
  test('is one form with everything in it, saved at once, told by ids alone', async () => {
    await ask([lunch, diet], true);
    const ada = await enter('ada', { supporter: false, que_lunch: true, que_diet: 'Meat' });
    const form = await formOf(ada);
    for (const says of ['Lunch?', 'Diet?', 'Does somebody come with them', 'value="Meat" checked']) expect(form.body).toContain(says);
    const saved = await send(ada, { name: 'Ada L', supporter: 'yes', supporterName: 'Cy', que_lunch: 'yes', que_diet: 'Vegan' });
    expect(saved.headers.location).toBe(`${ada}?done=corrected`);
    expect(await storedOf(ada)).toMatchObject({ details: { name: 'Ada L', supporter: { name: 'Cy' } } });
    expect(await answersOf(ada)).toEqual({ que_lunch: true, que_diet: 'Vegan' });
    await send(ada, { supporter: 'no', que_lunch: 'no', que_diet: 'Vegan' });
    expect((await storedOf(ada)).details.supporter).toBeUndefined();
    expect(await answersOf(ada)).toEqual({ que_lunch: false });
    const { carried } = await event.ports.registrations.load(ada.split('/').at(-1) ?? '');
    expect(carried.filter(({ type }) => type === 'registration.changed.v1')).toHaveLength(2);
    expect(JSON.stringify(carried)).not.toMatch(/Vegan|Cy|Ada/);
  });

  test('keeps what was entered when somebody else was quicker, answers too, and writes nothing over unseen', async () => {
    await ask([lunch, diet]);
    const ada = await enter('ada', { que_lunch: true, que_diet: 'Meat' });
    const version = versionIn(await formOf(ada));
    await send(ada, { que_lunch: 'no' });
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
    await ask([choiceQuestion('que_seat', ['Front', 'Back'], { label: 'Seat?', required: true })]);
    const ada = await enter('ada', { que_seat: 'Front' });
    await ask([shortQuestion('que_new', { label: 'New?', required: true })]);
    const wrong = await send(ada, { name: '', organisation: 'Kept <b>', que_seat: '' });
    expect([wrong.status, await htmlProblems(wrong.body)]).toEqual([422, []]);
    for (const says of ['Enter what we should call them', 'your answer to “Seat?”', 'value="Kept &lt;b>"'])
      expect(wrong.body).toContain(says);
    expect((await send(ada, { que_seat: 'Back' })).status).toBe(303);
    expect(await answersOf(ada)).toEqual({ que_seat: 'Back' });
  });

  test('by a program: what it leaves out stays as it is; details, version and errors are as on the page', async () => {
    await ask([lunch, diet], true);
    const ada = await enter('ada', { supporter: true, supporterName: 'Cy', que_lunch: true, que_diet: 'Meat' });
    const shown = await visitor.visit('GET', `${ada}/edit`, { ...organiser, headers: { accept: 'application/json' } });
    const { version, answers } = JSON.parse(shown.body);
    expect(answers.map(({ value }: { value: unknown }) => value)).toEqual([true, 'Meat']);
    const json = { name: 'Ada', wantsReport: false, format: 'text', version, que_diet: 'Vegan' };
    expect((await visitor.visit('POST', `${ada}/edit`, { ...organiser, json })).status).toBe(200);
    expect(await answersOf(ada)).toEqual({ que_lunch: true, que_diet: 'Vegan' });
    expect((await storedOf(ada)).details).toMatchObject({ wantsReport: false, supporter: { name: 'Cy' } });
    const stale = await visitor.visit('POST', `${ada}/edit`, { ...organiser, json });
    expect([stale.status, JSON.parse(stale.body).errors[0].field]).toEqual([422, 'name']);
    const wrong = await visitor.visit('POST', `${ada}/edit`, { ...organiser, json: { ...json, version: version + 1, que_diet: 'Fish' } });
    expect([wrong.status, JSON.parse(wrong.body).errors[0].field]).toEqual([422, 'que_diet']);
  });

  test('says what to do about a wrong address, and about one that is missing', async () => {
    expect((await formOf(await enter('ada'))).body).toContain('If it is wrong, cancel this registration and register them again');
    const form = await formOf(await enter('ben', { email: '' }));
    expect(form.body).toContain('If they have one now, cancel this registration and register them again with it.');
    expect(form.body).toContain('/cancel">Cancel this registration</a>');
  });
});

describe('sensitive answers, as an organiser corrects (failure 7)', () => {
  test('of another role are neither shown nor blanked, nor is what hangs on them, whatever is sent', async () => {
    await ask([lunch, worry, which, apart]);
    const ada = await enter('ada', { que_lunch: true, que_worry: true, que_which: 'Crowds', que_apart: secret });
    const before = await storedOf(ada);
    expect(before.apart).toHaveLength(2);
    const form = await formOf(ada);
    for (const hidden of ['Worries?', 'Which ones?', 'Anything else?', 'Crowds', secret, 'ensitive'])
      expect(form.body).not.toContain(hidden);
    const json = await visitor.visit('GET', `${ada}/edit`, { ...organiser, headers: { accept: 'application/json' } });
    for (const hidden of ['que_worry', 'que_which', 'que_apart', secret]) expect(json.body).not.toContain(hidden);
    await send(ada, { que_lunch: 'no' });
    await send(ada, { que_lunch: 'no', que_worry: 'no', que_which: 'Mine', que_apart: 'Mine' });
    const wrong = await send(ada, { name: '', que_apart: 'Mine' });
    expect(wrong.body).not.toContain(secret);
    const after = await storedOf(ada);
    expect([after.apart, after.sensitive]).toEqual([before.apart, before.sensitive]);
    expect(await answersOf(ada)).toEqual({ que_lunch: false, que_which: 'Crowds' });
    expect(await readings()).toBe(0);
  });

  test('of their own role are shown and changed; each reading is noted, whether or not there is anything to read', async () => {
    await ask([worry, which, apart]);
    const ada = await enter('ada', { que_worry: true, que_which: 'Crowds', que_apart: secret });
    const both = await visitor.organiser(['organiser', 'access-coordinator']);
    expect((await formOf(ada, both)).body).toContain(secret);
    expect(await readings()).toBe(1);
    await send(ada, { que_worry: 'yes', que_which: 'Stairs', que_apart: '' }, both);
    expect((await storedOf(ada)).apart.map(({ value }) => value)).toEqual([true]);
    expect(await answersOf(ada)).toEqual({ que_which: 'Stairs' });
    const before = await readings();
    await formOf(await enter('ben'), both);
    expect(await readings()).toBe(before + 1);
  });

  test('are caught by these tests: a twin that asks everything of everybody blanks what it did not show', async () => {
    await ask([apart]);
    const ada = await enter('ada', { que_apart: secret });
    const both = await visitor.organiser(['organiser', 'access-coordinator']);
    const version = versionIn(await formOf(ada));
    await visitor.visit('POST', `${ada}/edit`, { ...both, fields: { ...whole, version } });
    expect((await storedOf(ada)).apart).toEqual([]);
  });

  /** How often a reading was noted. */
  async function readings(): Promise<number> {
    const { carried } = await questionStore(event.table).load(event.eventId);
    return carried.filter(({ type }) => type === 'registration.sensitive-read.v1').length;
  }
});

describe('another group', () => {
  const by = { organiserId: 'org_sample', now: openFrom };
  const keep = (name: string, places: number) =>
    saveGroup(event.eventId, { id: undefined, name, places, releaseAt: undefined }, by, event.ports);
  const groupOf = async (id: string) => (await placesIn(event)).groups.find((group) => group.id === id);

  test('takes one of its places and frees the one for everybody, which goes to whoever waits', async () => {
    await keep('Speakers', 1);
    const ada = await enter('ada');
    await enter('ben');
    const cy = await enter('cy');
    expect((await storedOf(cy)).state.kind).toBe('waitlisted');
    expect((await formOf(ada)).body).toContain('Speakers');
    await send(ada, { group: 'speakers' });
    expect(await storedOf(ada)).toMatchObject({ group: 'speakers', state: { kind: 'confirmed', pool: 'speakers' } });
    expect((await storedOf(cy)).state.kind).toBe('offered');
    expect(await placesIn(event)).toMatchObject({ taken: 3, setAside: 0, waiting: 0 });
  });

  test('without a free place of it changes what they are called, and the place stays as it is', async () => {
    await keep('Speakers', 1);
    await enter('sam', { group: 'speakers' });
    const ada = await enter('ada');
    await send(ada, { group: 'speakers' });
    expect(await storedOf(ada)).toMatchObject({ group: 'speakers', state: { kind: 'confirmed' } });
    expect('pool' in (await storedOf(ada)).state).toBe(false);
    expect(await placesIn(event)).toMatchObject({ taken: 2, setAside: 0 });
    await send(ada, { group: '-' });
    expect((await storedOf(ada)).group).toBeUndefined();
  });

  test('is refused where their place is the group’s and no other is free; everything stays, and it is said why', async () => {
    await keep('Speakers', 1);
    const sam = await enter('sam', { group: 'speakers' });
    await enter('ada');
    await enter('ben');
    const refused = await send(sam, { name: 'Kept', group: '-' });
    expect([refused.status, await htmlProblems(refused.body)]).toEqual([422, []]);
    expect(refused.body).toContain('They hold a place that is kept for Speakers, and no other is free that nobody waits for.');
    expect(refused.body).toContain('value="Kept"');
    expect(await storedOf(sam)).toMatchObject({ group: 'speakers', details: { name: 'sam' }, state: { pool: 'speakers' } });
    expect(await placesIn(event)).toMatchObject({ taken: 3, setAside: 0 });
  });

  test('into none takes a place for everybody, and the group has its own back', async () => {
    await keep('Speakers', 1);
    const sam = await enter('sam', { group: 'speakers' });
    await send(sam, { group: '-' });
    expect(await storedOf(sam)).toMatchObject({ state: { kind: 'confirmed' } });
    expect(await placesIn(event)).toMatchObject({ taken: 1, setAside: 1 });
    expect(await groupOf('speakers')).toMatchObject({ taken: 0 });
  });

  test('from one group to another moves one counter down and one up', async () => {
    await keep('Speakers', 1);
    await keep('Carers', 1);
    const sam = await enter('sam', { group: 'speakers' });
    await send(sam, { group: 'carers' });
    expect([(await groupOf('speakers'))?.taken, (await groupOf('carers'))?.taken]).toEqual([0, 1]);
    expect(await placesIn(event)).toMatchObject({ taken: 1, setAside: 1 });
  });

  test('of somebody who waits: they keep their place in the line, and are offered their new group’s place if one is free', async () => {
    await keep('Speakers', 1);
    for (const who of ['ada', 'ben']) await enter(who);
    const cy = await enter('cy');
    clock.advance(1000);
    const dee = await enter('dee');
    await send(dee, { group: 'speakers' });
    expect([(await storedOf(cy)).state.kind, (await storedOf(dee)).state]).toMatchObject([
      'waitlisted',
      { kind: 'offered', pool: 'speakers' },
    ]);
    await send(cy, { group: 'speakers' });
    expect(await groupOf('speakers')).toMatchObject({ taken: 1, waiting: 1 });
    await send(cy, { group: '-' });
    expect(await groupOf('speakers')).toMatchObject({ taken: 1, waiting: 0 });
    expect(await placesIn(event)).toMatchObject({ taken: 3, waiting: 1 });
    expect(await event.ports.line.all(event.eventId)).toMatchObject([{ group: undefined }]);
  });

  test('that the event does not have is not taken', async () => {
    await keep('Speakers', 1);
    const ada = await enter('ada');
    expect((await send(ada, { group: '__proto__' })).status).toBe(422);
    expect((await storedOf(ada)).group).toBeUndefined();
  });

  test('two at once for the last place of a group: one has it, the other keeps the place they had, and none is given twice', async () => {
    await keep('Speakers', 1);
    const [ada, ben] = [await enter('ada'), await enter('ben')];
    await Promise.all([send(ada, { group: 'speakers' }), send(ben, { group: 'speakers' })]);
    const pools = [await storedOf(ada), await storedOf(ben)].map(({ state }) => ('pool' in state ? state.pool : undefined));
    expect(pools.filter((pool) => pool === 'speakers')).toHaveLength(1);
    expect(await placesIn(event)).toMatchObject({ taken: 2, setAside: 0 });
  });
});

describe('what happened, line by line', () => {
  test('tells offers, answers and moves, with who did it', async () => {
    const ada = await enter('ada');
    for (const who of ['ben', 'eve']) await enter(who);
    const cy = await enter('cy');
    clock.advance(1000);
    const dee = await enter('dee');
    const later = (seconds: number) => clock.advance(seconds * 1000);
    later(60);
    await visitor.visit('POST', `${dee}/move`, { ...organiser, fields: { to: '1', reason: 'Comes from far away.' } });
    later(60);
    await visitor.visit('POST', `${ada}/cancel`, organiser);
    later(60);
    await visitor.visit('POST', `${dee}/offer`, { ...organiser, fields: { answer: 'decline' } });
    later(60);
    await visitor.visit('POST', `${cy}/offer`, { ...organiser, fields: { answer: 'take' } });
    const lines = async (path: string) => {
      const page = await visitor.visit('GET', path, organiser);
      expect([page.status, await htmlProblems(page.body)]).toEqual([200, []]);
      return [...page.body.matchAll(/<tr>.*?<td[^>]*>([^<]*)<\/td><\/tr>/gs)].map(([, what]) => what);
    };
    expect(await lines(dee)).toEqual([
      'Registered for them, as they asked by phone',
      'An organiser put them on the waiting list',
      'An organiser moved them from 2 to 1 in the line: Comes from far away.',
      'A place became free and was offered to them',
      'An organiser said no to the place for them, as they said',
    ]);
    expect(await lines(cy)).toEqual([
      'Registered for them, as they asked by phone',
      'An organiser put them on the waiting list',
      'A place became free and was offered to them',
      'An organiser took the place for them, as they said',
    ]);
  });
});
