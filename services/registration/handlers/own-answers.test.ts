import { beforeEach, describe, expect, test } from 'vitest';
import { answering, ask, opened } from '../testing/asking.ts';
import { clock, expectSound, good, stored, type World, world } from '../testing/attendee.ts';
import { choiceQuestion, shortQuestion, yesNoQuestion } from '../testing/questions.ts';

let mine: World;
beforeEach(async () => {
  mine = await world({ capacity: 30 });
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

    const form = await mine.visitor.visit('GET', '/my-place/details', cookies);
    await expectSound(form, 200, 'Will somebody come with you');
    const version = /name="version" value="(\d+)"/.exec(form.body)?.[1] ?? '';
    const details = { name: 'Ada', organisation: '', comingAs: '', wantsReport: 'no', format: 'text', supporter: 'no', version };
    expect((await mine.visitor.visit('POST', '/my-place/details', { ...cookies, fields: details })).status).toBe(303);
    expect((await stored(mine))?.details.supporter).toBeUndefined();
    expect((await stored(mine))?.answers).toHaveLength(2);

    clock.set(new Date(Date.parse(mine.event.facts.endsAt)).toISOString());
    const later = await opened(mine);
    expect((await mine.visitor.visit('GET', '/my-place/answers', later)).status).toBe(409);
    expect((await mine.visitor.visit('POST', '/my-place/answers', { ...later, fields: { que_lunch: 'no' } })).status).toBe(409);
  });
});
