import { fromItem, getItem } from '@convener/dynamodb';
import { beforeEach, describe, expect, test } from 'vitest';
import { noticesKey, questionsNotedKey } from '../store/keys.ts';
import { answering, ask } from '../testing/asking.ts';
import { clock, cookieOf, expectSound, good, stored, type World, world } from '../testing/attendee.ts';
import { choiceQuestion, shortQuestion, yesNoQuestion } from '../testing/questions.ts';
import type { Sent } from '../testing/visitor.ts';
import { expireUnconfirmed } from '../use-cases/leave.ts';

/** Opens one's place by the link in a letter, as it is sent at this moment. */
async function opened(): Promise<Sent> {
  const registration = await stored(mine);
  if (!registration) throw new Error('Nobody is registered.');
  return cookieOf(await mine.visitor.visit('POST', await mine.visitor.linkTo('manage', registration)));
}

let mine: World;
let organiser: Sent;
let base: string;
beforeEach(async () => {
  mine = await world({ capacity: 30 });
  organiser = await mine.visitor.organiser(['organiser']);
  base = `/organise/events/${mine.event.eventId}/questions`;
});

const written = {
  label: 'How will you travel?',
  help: 'By train, by car, on foot.',
  why: 'So that we can share cars.',
  kind: 'one-of',
  options: 'By train\nBy car\nBy train\n',
  required: 'yes',
  retention: 'month-after',
  readableBy: 'everybody',
};
const post = (path: string, fields: Record<string, string | string[]>, as = organiser) =>
  mine.visitor.visit('POST', path, { ...as, fields });
const get = (path: string, as = organiser) => mine.visitor.visit('GET', path, as);

/** The questions as programs get them. */
async function listed() {
  const { body } = await mine.visitor.visit('GET', base, { ...organiser, headers: { accept: 'application/json' } });
  return JSON.parse(body).questions as { questionId: string; label: string; version: number; options?: string[]; condition?: object }[];
}

/** What was announced of the questions: types, actors and data. */
async function noted() {
  const item = await getItem(mine.event.table, questionsNotedKey(mine.event.eventId));
  const envelopes = item ? fromItem(item).envelopes : [];
  return Array.isArray(envelopes) ? envelopes.map(({ type, actor, data }) => [type, actor.id, data]) : [];
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
    const edited = await post(`${base}/${first?.questionId}`, { ...written, label: 'How will you come?', seen: '1' });
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
    expect((await noted()).map(([type, id, data]) => [type, id, data.change, data.questions])).toEqual(
      ['added', 'added', 'edited', 'moved', 'removed'].map((change, at) => [
        'registration.questions-changed.v1',
        'org_sample',
        change,
        [1, 2, 2, 2, 1][at],
      ]),
    );
    expect(JSON.stringify(await noted())).not.toContain('travel');
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
    const edited = { ...json, options: [...(first?.options ?? []), 'On foot'], seen: 1 };
    expect((await mine.visitor.visit('POST', `${base}/${first?.questionId}`, { ...organiser, json: edited })).status).toBe(200);
    expect((await listed())[0]?.options).toEqual(['By train', 'By car', 'On foot']);
    const wrong = await mine.visitor.visit('POST', base, { ...organiser, json: { ...json, options: [{ a: 1 }] } });
    expect([wrong.status, JSON.parse(wrong.body).errors[0].field]).toEqual([422, 'options']);
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
    await post(`${base}/que_a`, { ...written, seen: '1' });
    const page = await post(`${base}/que_a`, { ...written, label: 'Mine', seen: '1' });
    await expectSound(page, 422, 'Somebody else has changed this question in the meantime.');
    expect(page.body).toContain('name="seen" value="2"');
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
    await post(`${base}/que_a`, { ...written, label: 'Quite another thing?', seen: '1' });
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

describe('sensitive answers (failure 7: hidden in the page but not in the API)', () => {
  const secret = 'Only for the coordinator';
  const sensitive = shortQuestion('que_worry', { label: 'Does anything worry you?', readableBy: 'access-coordinator' });
  let one: string;
  let list: string;

  beforeEach(async () => {
    await ask(mine, [sensitive]);
    await answering(mine, { ...good, wantsReport: true, que_worry: secret });
    list = `/organise/events/${mine.event.eventId}/registrations`;
    one = `${list}/${(await stored(mine))?.registrationId}`;
  });

  /** Every door at which somebody of this role finds the answer, as a page, as data and as a file. */
  async function doorsThatTell(roles: Parameters<typeof mine.visitor.organiser>[0], paths: readonly string[]) {
    const as = await mine.visitor.organiser(roles);
    const found: string[] = [];
    for (const path of paths) {
      for (const accept of ['text/html', 'application/json', 'text/csv', '*/*']) {
        const { body } = await mine.visitor.visit('GET', path, { ...as, headers: { accept } });
        if (body.includes(secret)) found.push(`${accept} of ${path}`);
      }
    }
    const searched = await mine.visitor.visit('POST', list, { ...as, fields: { text: secret } });
    if (searched.body.replaceAll(`“${secret}”`, '').replaceAll(`value="${secret}"`, '').includes(secret)) found.push('the search');
    return found;
  }

  const doors = () => [
    list,
    `${list}.csv`,
    `/organise/events/${mine.event.eventId}/answers.csv`,
    one,
    `${one}/edit`,
    base,
    `${base}/preview`,
    `/events/${mine.event.slug}/register`,
  ];

  test('page, data and table alike tell nobody; the one door tells its role alone, also in data', async () => {
    for (const role of ['organiser', 'editor', 'access-coordinator'] as const) expect(await doorsThatTell([role], doors())).toEqual([]);
    expect(await doorsThatTell(['organiser', 'editor'], [`${one}/answers`])).toEqual([]);
    expect(await doorsThatTell(['access-coordinator'], [`${one}/answers`])).toHaveLength(4);
  });

  /** What somebody with a role can tell two registrations of the same name apart by, at the door of sensitive answers and in what is announced. */
  async function toldApart(with_: string, without: string, open: (path: string) => Promise<{ status: number; body: string }>) {
    const id = (path: string) => path.split('/').at(-1) ?? '';
    const seen: string[] = [];
    for (const path of [with_, without]) {
      const { status, body } = await open(path);
      const readings = (await noted())
        .filter(([type, , data]) => /sensitive/.test(type) && JSON.stringify(data).includes(id(path)))
        // The engine gives attributes in no order.
        .map(([type, by, data]) => [type, by, Object.entries(data).sort()]);
      seen.push(JSON.stringify([status, body, readings]).replaceAll(id(path), 'the id'));
    }
    return seen[0] !== seen[1];
  }

  test('a role that reads none of them cannot tell who gave one, neither from the answer nor from the note', async () => {
    await answering(mine, { ...good, email: 'plain@example.org', wantsReport: true });
    const without = `${list}/${(await stored(mine, 'plain@example.org'))?.registrationId}`;
    for (const accept of ['text/html', 'application/json'])
      for (const role of ['organiser', 'editor'] as const) {
        const as = { ...(await mine.visitor.organiser([role])), headers: { accept } };
        expect(await toldApart(one, without, (path) => mine.visitor.visit('GET', `${path}/answers`, as))).toBe(false);
      }
  });

  test('the claim notices a twin that refuses only where there is something', async () => {
    await answering(mine, { ...good, email: 'plain@example.org', wantsReport: true });
    const without = `${list}/${(await stored(mine, 'plain@example.org'))?.registrationId}`;
    const refusing = async (path: string) => {
      const all = await mine.event.ports.registrations.sensitiveAnswers(path.split('/').at(-1) ?? '');
      return all.length > 0 ? { status: 403, body: 'These answers are for another role' } : get(`${path}/answers`);
    };
    expect(await toldApart(one, without, refusing)).toBe(true);
  });

  test('a twin that keeps the answer with the others is caught at every door that shows a registration', async () => {
    await ask(mine, [shortQuestion('que_open')]);
    await answering(mine, { ...good, email: 'twin@example.org', wantsReport: true, que_open: secret });
    const twin = `${list}/${(await stored(mine, 'twin@example.org'))?.registrationId}`;
    expect((await doorsThatTell(['organiser'], [twin])).length).toBeGreaterThanOrEqual(2);
  });

  test('each opening is noted with ids alone, by whomever', async () => {
    const coordinator = await mine.visitor.organiser(['access-coordinator']);
    await expectSound(await get(`${one}/answers`, coordinator), 200, secret);
    await get(`${one}/answers`);
    const readings = (await noted()).filter(([type]) => type === 'registration.sensitive-read.v1');
    const data = { eventId: mine.event.eventId, registrationId: one.split('/').at(-1) };
    expect(readings).toEqual([1, 2].map(() => ['registration.sensitive-read.v1', 'org_sample', data]));
  });

  test('its role is led to it, and no other role hears that it is there', async () => {
    await expectSound(await get(one, await mine.visitor.organiser(['access-coordinator'])), 200, 'Open the sensitive answers');
    expect((await get(one)).body).not.toContain('ensitive');
    expect((await mine.visitor.visit('GET', one, { ...organiser, headers: { accept: 'application/json' } })).body).not.toContain(
      'ensitive',
    );
  });

  /** What an organiser's page of removing a question says and sends, and the number of people in it. */
  const removal = async (id: string) => {
    const json = { ...organiser, headers: { accept: 'application/json' } };
    const [page, data] = [await get(`${base}/${id}/remove`), await mine.visitor.visit('GET', `${base}/${id}/remove`, json)];
    return {
      page,
      told: [...(page.body.match(/(\d+) (person has|people have) answered|Nobody has answered/g) ?? []), JSON.parse(data.body).answered],
    };
  };

  test('nobody hears how many gave one: a number that rises would tell who', async () => {
    const before = await removal('que_worry');
    await answering(mine, { ...good, email: 'second@example.org', wantsReport: true, que_worry: secret });
    const after = await removal('que_worry');
    await expectSound(after.page, 200, 'How many have answered is not told');
    expect([before.told, after.told]).toEqual([[null], [null]]);
  });

  test('the claim notices a twin question of which it is told', async () => {
    await ask(mine, [shortQuestion('que_open')]);
    const before = await removal('que_open');
    await answering(mine, { ...good, email: 'second@example.org', wantsReport: true, que_open: 'Something' });
    expect([before.told, (await removal('que_open')).told]).toEqual([
      ['Nobody has answered', 0],
      ['1 person has answered', 1],
    ]);
  });

  test('its role is led alike to those who gave one and those who did not, so that a note of it tells nothing', async () => {
    await answering(mine, { ...good, email: 'plain@example.org', wantsReport: true });
    const { registrationId } = (await stored(mine, 'plain@example.org')) ?? {};
    const page = await get(`${list}/${registrationId}`, await mine.visitor.organiser(['access-coordinator']));
    await expectSound(page, 200, 'Open the sensitive answers');
  });

  test('no question that others read hangs on it: that it was asked would tell', async () => {
    await ask(mine, [yesNoQuestion('que_secret', { label: 'Is there anything?', readableBy: 'access-coordinator' })]);
    const hanging = { ...written, readableBy: 'everybody', askIf: 'que_secret=yes' };
    await expectSound(await post(base, hanging), 422, 'who is asked this one would tell how it was answered');
    expect((await post(base, { ...hanging, readableBy: 'access-coordinator' })).status).toBe(303);
  });

  test('goes with its registration', async () => {
    const { registrationId = '' } = (await stored(mine)) ?? {};
    const { registrations } = mine.event.ports;
    expect(await registrations.sensitiveAnswers(registrationId)).toHaveLength(1);
    await mine.visitor.visit('POST', '/my-place/delete', { ...(await opened()), fields: {} });
    expect(await registrations.sensitiveAnswers(registrationId)).toEqual([]);
  });

  test('goes where it was never confirmed, too', async () => {
    const json = { ...good, email: 'pending@example.org', wantsReport: true, que_worry: secret };
    await mine.visitor.visit('POST', `/events/${mine.event.slug}/register`, { json });
    const { registrationId = '' } = (await stored(mine, 'pending@example.org')) ?? {};
    await expireUnconfirmed(new Date(clock.now().getTime() + 25 * 60 * 60 * 1000), mine.event.ports);
    expect(await mine.event.ports.registrations.sensitiveAnswers(registrationId)).toEqual([]);
  });
});

describe('one’s own answers', () => {
  const lunch = yesNoQuestion('que_lunch', { label: 'Lunch?', required: true });
  const diet = choiceQuestion('que_diet', ['Meat', 'Vegan'], {
    label: 'Diet?',
    required: true,
    condition: { questionId: 'que_lunch', is: ['yes'] },
  });
  const worry = shortQuestion('que_worry', { label: 'Worries?', readableBy: 'access-coordinator' });

  test('are seen, changed by the same rules and downloaded, the sensitive ones too, until the event is over', async () => {
    await ask(mine, [lunch, diet, worry], true);
    const cookies = await answering(mine, { ...good, wantsReport: true, supporter: true, que_lunch: false, que_worry: 'Crowds' });
    await expectSound(await mine.visitor.visit('GET', '/my-place', cookies), 200, 'Crowds');
    await expectSound(await mine.visitor.visit('GET', '/my-place/answers', cookies), 200, 'value="Crowds"');
    const wrong = await mine.visitor.visit('POST', '/my-place/answers', { ...cookies, fields: { que_lunch: 'yes', que_worry: 'None' } });
    await expectSound(wrong, 422, 'Choose your answer to “Diet?”');
    const saved = await mine.visitor.visit('POST', '/my-place/answers', {
      ...cookies,
      fields: { que_lunch: 'yes', que_diet: 'Vegan', que_worry: 'None' },
    });
    expect([saved.status, saved.headers.location]).toEqual([303, '/my-place?saved=yes']);
    const data = JSON.parse((await mine.visitor.visit('GET', '/my-place/data.json', cookies)).body);
    expect(data.answers.map(({ value }: { value: unknown }) => value)).toEqual([true, 'Vegan']);
    expect(data.sensitiveAnswers).toMatchObject([{ asked: 'Worries?', value: 'None' }]);
    expect(data.supporter).toEqual({ name: '' });

    await expectSound(await mine.visitor.visit('GET', '/my-place/details', cookies), 200, 'Will somebody come with you');
    const details = { name: 'Ada', organisation: '', comingAs: '', wantsReport: 'no', format: 'text', supporter: 'no' };
    expect((await mine.visitor.visit('POST', '/my-place/details', { ...cookies, fields: details })).status).toBe(303);
    expect((await stored(mine))?.details.supporter).toBeUndefined();
    expect((await stored(mine))?.answers).toHaveLength(2);

    clock.set(new Date(Date.parse(mine.event.facts.endsAt)).toISOString());
    const later = await opened();
    expect((await mine.visitor.visit('GET', '/my-place/answers', later)).status).toBe(409);
    expect((await mine.visitor.visit('POST', '/my-place/answers', { ...later, fields: { que_lunch: 'no' } })).status).toBe(409);
  });
});
