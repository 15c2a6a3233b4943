import { beforeEach, describe, expect, test } from 'vitest';
import { ask } from '../testing/asking.ts';
import { clock, cookieOf, expectSound, good, stored, type World, world } from '../testing/attendee.ts';
import { placesIn } from '../testing/open-event.ts';
import { choiceQuestion, shortQuestion, yesNoQuestion } from '../testing/questions.ts';

/** An event that asks: two short ones on a page, one that hangs on the second, and one that only the coordinator reads. */
const travel = shortQuestion('que_travel', { label: 'How will you travel?', why: 'So that we can share cars.' });
const lunch = yesNoQuestion('que_lunch', { label: 'Will you have lunch?', required: true });
const diet = choiceQuestion('que_diet', ['Meat', 'Vegan'], {
  label: 'What do you eat?',
  required: true,
  condition: { questionId: 'que_lunch', is: ['yes'] },
});
const worry = shortQuestion('que_worry', { label: 'Does anything worry you?', readableBy: 'access-coordinator', retention: 'until-over' });
const asked = [travel, lunch, diet, worry];

let mine: World;
let path: string;
beforeEach(async () => {
  mine = await world({ capacity: 30 });
  path = `/events/${mine.event.slug}/register`;
  await ask(mine, asked);
});

type Cookies = { cookies: string[] };

/** Without the label of the draft, which every address of the form carries. */
const plain = (address = '') => address.replace(/[?&]draft=[\w-]{8}$/, '');

/** Sends one page and says where it leads. */
async function post(to: string, fields: Record<string, string | string[]>, cookies?: Cookies) {
  const visit = await mine.visitor.visit('POST', to, { fields, ...cookies });
  return { visit, status: visit.status, to: plain(visit.headers.location), cookies: visit.cookies.length > 0 ? cookieOf(visit) : cookies };
}

async function begun(): Promise<Cookies> {
  const first = await post(path, good);
  expect([first.status, first.to]).toEqual([303, `${path}/que_travel?first=yes`]);
  if (!first.cookies) throw new Error('No cookie came.');
  return first.cookies;
}

describe('the way through the form', () => {
  test('page by page to the answers, each with a link to change it; nothing is stored before it is sent', async () => {
    const start = await mine.visitor.visit('GET', path);
    expect([start.status, plain(start.headers.location)]).toEqual([303, path]);
    await expectSound(await mine.visitor.visit('GET', start.headers.location ?? ''), 200, 'Continue');
    const cookies = await begun();
    const page = await mine.visitor.visit('GET', `${path}/que_travel`, cookies);
    await expectSound(page, 200, 'So that we can share cars. We delete your answer 30 days after the event at the latest.');
    expect(page.body).toContain('Will you have lunch?');
    const second = await post(`${path}/que_travel`, { que_travel: 'By train', que_lunch: 'yes' }, cookies);
    expect([second.status, second.to]).toEqual([303, `${path}/que_diet`]);
    expect((await post(`${path}/que_diet`, { que_diet: 'Vegan' }, cookies)).to).toBe(`${path}/que_worry`);
    await expectSound(await mine.visitor.visit('GET', `${path}/que_worry`, cookies), 200, 'Only our access coordinator can read it');
    expect((await post(`${path}/que_worry`, { que_worry: 'Crowds' }, cookies)).to).toBe(`${path}/check`);
    const check = await mine.visitor.visit('GET', `${path}/check`, cookies);
    await expectSound(check, 200, 'Check your answers');
    for (const says of ['ada@example.org', 'By train', 'Vegan', 'Crowds', `${path}/que_diet?change=yes&amp;draft=`])
      expect(check.body).toContain(says);
    expect(await stored(mine)).toBeUndefined();
    expect(await placesIn(mine.event)).toMatchObject({ taken: 0 });

    const sent = await post(`${path}/check`, {}, cookies);
    expect([sent.status, sent.to]).toEqual([303, `/registrations/sent?event=${mine.event.slug}`]);
    const registration = await stored(mine);
    expect(registration?.answers?.map(({ asked: label, value }) => [label, value])).toEqual([
      ['How will you travel?', 'By train'],
      ['Will you have lunch?', true],
      ['What do you eat?', 'Vegan'],
    ]);
    expect(JSON.stringify(registration)).not.toContain('Crowds');
    expect(await mine.event.ports.registrations.sensitiveAnswers(registration?.registrationId ?? '')).toMatchObject([
      { questionId: 'que_worry', value: 'Crowds', readableBy: 'access-coordinator' },
    ]);
  });

  test('back always works: every page is fetched by its address, with what was entered on it', async () => {
    const cookies = await begun();
    await post(`${path}/que_travel`, { que_travel: 'By train', que_lunch: 'yes' }, cookies);
    await post(`${path}/que_diet`, { que_diet: 'Vegan' }, cookies);
    expect((await mine.visitor.visit('GET', `${path}/que_travel`, cookies)).body).toContain('value="By train"');
    const diet = await mine.visitor.visit('GET', `${path}/que_diet`, cookies);
    expect(diet.body).toMatch(/value="Vegan" checked/);
    expect(diet.body).toContain(`href="${path}/que_travel?draft=`);
    const travelled = (await mine.visitor.visit('GET', `${path}/que_travel`, cookies)).body;
    const first = /class="back" href="([^"]+)"/.exec(travelled)?.[1] ?? '';
    expect(plain(first)).toBe(path);
    expect((await mine.visitor.visit('GET', first, cookies)).body).toContain('value="ada@example.org"');
    expect(diet.headers['cache-control']).toBe('no-store');
    // From a page in the middle it goes on in order, not over it.
    expect((await post(`${path}/que_travel`, { que_travel: 'By bus', que_lunch: 'yes' }, cookies)).to).toBe(`${path}/que_diet`);
  });

  test('what is wrong on a page is said there and kept, and other pages are left in peace', async () => {
    const cookies = await begun();
    const page = (await post(`${path}/que_travel`, { que_travel: 'x'.repeat(201) }, cookies)).visit;
    await expectSound(page, 422, 'Choose your answer to “Will you have lunch?”');
    expect(page.body).toContain('must be 200 characters or fewer');
    expect(page.body).not.toContain('What do you eat?');
    expect(page.body).toContain('x'.repeat(201));
  });

  test('a changed answer asks again only what it makes new; what is no longer asked is not sent, and comes back if it is', async () => {
    const cookies = await begun();
    await post(`${path}/que_travel`, { que_lunch: 'no' }, cookies);
    expect((await post(`${path}/que_worry`, {}, cookies)).to).toBe(`${path}/check`);
    expect((await mine.visitor.visit('GET', `${path}/check`, cookies)).body).not.toContain('What do you eat?');
    // They come for lunch after all: only the one new question is asked, then they are back.
    expect((await post(`${path}/que_travel`, { que_lunch: 'yes', change: 'yes' }, cookies)).to).toBe(`${path}/que_diet`);
    expect((await mine.visitor.visit('GET', `${path}/check`, cookies)).headers.location).toMatch(`${path}/que_diet?draft=`);
    expect((await post(`${path}/check`, {}, cookies)).to).toBe(`${path}/que_diet`);
    expect((await post(`${path}/que_diet`, { que_diet: 'Meat', change: 'yes' }, cookies)).to).toBe(`${path}/check`);
    expect((await post(`${path}/que_travel`, { que_lunch: 'no', change: 'yes' }, cookies)).to).toBe(`${path}/check`);
    await post(`${path}/check`, {}, cookies);
    expect((await stored(mine))?.answers?.map(({ questionId }) => questionId)).toEqual(['que_lunch']);
  });

  test('changing a page about oneself leads back to the answers', async () => {
    const cookies = await begun();
    await post(`${path}/que_travel`, { que_lunch: 'no' }, cookies);
    await post(`${path}/que_worry`, {}, cookies);
    await expectSound(await mine.visitor.visit('GET', `${path}?change=yes`, cookies), 200, 'Save and go back to my answers');
    expect((await post(path, { ...good, name: 'Ada B', change: 'yes' }, cookies)).to).toBe(`${path}/check`);
    expect((await mine.visitor.visit('GET', `${path}/check`, cookies)).body).toContain('Ada B');
  });

  test('sent ten times at once it registers once, with the same answer each time; nothing of it is left (R06)', async () => {
    const cookies = await begun();
    await post(`${path}/que_travel`, { que_lunch: 'no' }, cookies);
    await post(`${path}/que_worry`, {}, cookies);
    const replies = await Promise.all(Array.from({ length: 10 }, () => post(`${path}/check`, {}, cookies)));
    expect(new Set(replies.map(({ status, to }) => `${status} ${to}`)).size).toBe(1);
    expect((await post(`${path}/check`, {}, cookies)).to).toBe(`/registrations/sent?event=${mine.event.slug}`);
    expect(await placesIn(mine.event)).toMatchObject({ taken: 1 });
    expect((await mine.visitor.visit('GET', path, cookies)).body).not.toContain('ada@example.org');
  });

  test('no address ever carries what was entered', async () => {
    const cookies = await begun();
    const places = [
      (await post(`${path}/que_travel`, { que_travel: 'By train', que_lunch: 'yes' }, cookies)).to,
      (await post(`${path}/que_diet`, { que_diet: 'Vegan' }, cookies)).to,
      (await post(`${path}/que_worry`, { que_worry: 'Crowds' }, cookies)).to,
      (await post(`${path}/check`, {}, cookies)).to,
    ].join();
    for (const said of ['ada', 'train', 'Vegan', 'Crowds']) expect(places).not.toContain(said);
  });

  test('after two hours, and in another browser, there is nothing; the way to start again is shown', async () => {
    const cookies = await begun();
    await expectSound(await mine.visitor.visit('GET', `${path}/check`), 410, 'We no longer have your answers');
    clock.advance(2 * 60 * 60 * 1000);
    await expectSound(await mine.visitor.visit('GET', `${path}/que_travel`, cookies), 410, 'Start again');
    expect((await post(`${path}/check`, {}, cookies)).status).toBe(410);
  });

  test('a question that organisers change on the way is asked as it is now', async () => {
    const cookies = await begun();
    await post(`${path}/que_travel`, { que_lunch: 'no' }, cookies);
    await post(`${path}/que_worry`, {}, cookies);
    await ask(mine, [shortQuestion('que_new', { label: 'And what else?', required: true })]);
    expect((await post(`${path}/check`, {}, cookies)).to).toBe(`${path}/que_new`);
  });
});

describe('without cookies', () => {
  test('everything is on one page, which works without', async () => {
    const lost = await mine.visitor.visit('GET', `${path}/que_travel?first=yes`);
    expect(lost.headers.location).toBe(`${path}?whole=no-cookie`);
    const page = await mine.visitor.visit('GET', `${path}?whole=no-cookie`);
    await expectSound(page, 200, 'Your browser did not keep what you entered');
    expect(page.body).toContain('Only if the answer to “Will you have lunch?” is “Yes”.');
    const wrong = await post(path, { ...good, whole: 'yes', que_lunch: 'yes', que_travel: 'By <b>' });
    await expectSound(wrong.visit, 422, 'Choose your answer to “What do you eat?”');
    expect(wrong.visit.body).toContain('By &lt;b>');
    const sent = await post(path, { ...good, whole: 'yes', que_lunch: 'no', que_diet: 'Meat' });
    expect(sent.to).toContain('/registrations/sent');
    expect((await stored(mine))?.answers?.map(({ questionId }) => questionId)).toEqual(['que_lunch']);
  });
});

describe('programs', () => {
  test('send all at once, by the same rules', async () => {
    const told = JSON.parse((await mine.visitor.visit('GET', path, { headers: { accept: 'application/json' } })).body);
    expect(told.questions.map(({ questionId }: { questionId: string }) => questionId)).toEqual(asked.map(({ questionId }) => questionId));
    const json = { ...good, wantsReport: true, que_lunch: true };
    const refused = await mine.visitor.visit('POST', path, { json });
    expect([refused.status, refused.headers['content-type']]).toEqual([422, 'application/problem+json']);
    expect(JSON.parse(refused.body).errors).toMatchObject([{ field: 'que_diet', message: 'Choose your answer to “What do you eat?”' }]);
    expect((await mine.visitor.visit('POST', path, { json: { ...json, que_diet: 'Fish' } })).status).toBe(422);
    expect((await mine.visitor.visit('POST', path, { json: { ...json, que_diet: 'Vegan' } })).status).toBe(202);
    expect((await stored(mine))?.answers).toHaveLength(2);
  });

  test('the same attempt with another answer is another form', async () => {
    const json = { ...good, wantsReport: true, que_lunch: false, attempt: 'attempt-0000-0000-0001' };
    expect((await mine.visitor.visit('POST', path, { json })).status).toBe(202);
    expect((await mine.visitor.visit('POST', path, { json })).status).toBe(202);
    expect((await mine.visitor.visit('POST', path, { json: { ...json, que_travel: 'By boat' } })).status).toBe(422);
  });
});

describe('somebody who comes along', () => {
  test('takes no place, and is asked for only where the organisers say so', async () => {
    const plain = await world({ capacity: 5 });
    const to = `/events/${plain.event.slug}/register`;
    expect((await plain.visitor.visit('GET', to)).body).not.toContain('come with you');
    await ask(plain, [], true);
    const page = await plain.visitor.visit('GET', to);
    await expectSound(page, 200, 'Will somebody come with you to support you?');
    expect(page.body).not.toContain('Continue');
    const sent = await plain.visitor.visit('POST', to, { fields: { ...good, supporter: 'yes', supporterName: 'Sam Sample' } });
    expect(sent.status).toBe(303);
    expect((await stored(plain))?.details.supporter).toEqual({ name: 'Sam Sample' });
    expect(await placesIn(plain.event)).toMatchObject({ taken: 1 });
  });
});
