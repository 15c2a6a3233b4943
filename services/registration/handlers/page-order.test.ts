import { beforeAll, describe, expect, test } from 'vitest';
import { ask } from '../testing/asking.ts';
import { confirmed, expectSound, type World, world } from '../testing/attendee.ts';
import { choiceQuestion, shortQuestion, yesNoQuestion } from '../testing/questions.ts';
import type { Visit } from '../testing/visitor.ts';

const long = 'x'.repeat(3000);
/** Every field of the form, each with something wrong. */
const wrong = {
  email: 'nonsense',
  name: '',
  organisation: long,
  comingAs: long,
  supporter: 'yes',
  supporterName: long,
  que_first: long,
  que_lunch: '',
  que_diet: 'Stones',
};
const questions = [
  shortQuestion('que_first'),
  yesNoQuestion('que_lunch', { required: true }),
  choiceQuestion('que_diet', ['Vegan', 'Meat'], { required: true }),
];

/** Where the errors lead, in their order, and in the order of the page. */
function led({ body }: Visit): { readonly asListed: readonly string[]; readonly asOnPage: readonly string[] } {
  const summary = /data-error-summary[\s\S]*?<\/ul>/.exec(body)?.[0] ?? '';
  const asListed = [...summary.matchAll(/href="#([^"]+)"/g)].map(([, id = '']) => id);
  return { asListed, asOnPage: inPageOrder(asListed, body) };
}

function inPageOrder(ids: readonly string[], body: string): readonly string[] {
  return ids.toSorted((one, other) => body.indexOf(` id="${one}"`) - body.indexOf(` id="${other}"`));
}

let mine: World;
beforeAll(async () => {
  mine = await world({ capacity: 30 });
  await ask(mine, questions, true);
});

describe('the errors of a form stand in the order of its page', () => {
  test('everything at once', async () => {
    const page = await mine.visitor.visit('POST', `/events/${mine.event.slug}/register`, { fields: { ...wrong, whole: 'yes' } });
    await expectSound(page, 422, 'There is a problem');
    const { asListed, asOnPage } = led(page);
    const asked = ['email', 'name', 'organisation', 'comingAs', 'supporterName', 'que_first', 'que_lunch', 'que_diet'];
    expect(asListed).toEqual(asked);
    expect(asListed).toEqual(asOnPage);
    expect(inPageOrder(asListed.toReversed(), page.body)).toEqual(asListed);
  });

  test('the first page of several', async () => {
    const page = await mine.visitor.visit('POST', `/events/${mine.event.slug}/register`, {
      fields: { ...wrong, supporter: 'perhaps', wantsReport: 'perhaps' },
    });
    expect(led(page).asListed).toEqual(['email', 'name', 'organisation', 'comingAs', 'supporter', 'wantsReport']);
    expect(led(page).asListed).toEqual(led(page).asOnPage);
  });

  test('somebody’s own details', async () => {
    const other = await world();
    const cookies = await confirmed(other);
    await ask(other, [], true);
    const page = await other.visitor.visit('POST', '/my-place/details', {
      ...cookies,
      fields: { organisation: long, comingAs: long, supporter: 'perhaps', version: '2' },
    });
    expect(led(page).asListed).toEqual(['name', 'organisation', 'comingAs', 'supporter', 'wantsReport', 'format']);
    expect(led(page).asListed).toEqual(led(page).asOnPage);
  });

  test('somebody whom an organiser registers', async () => {
    const organiser = await mine.visitor.organiser(['organiser']);
    const address = `/organise/events/${mine.event.eventId}/registrations/new`;
    const page = await mine.visitor.visit('POST', address, { ...organiser, fields: { ...wrong, wantsReport: 'perhaps' } });
    const { asListed, asOnPage } = led(page);
    expect(asListed).toHaveLength(11);
    expect(asListed).toEqual(asOnPage);
  });
});
