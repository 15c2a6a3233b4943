import { expect, test } from 'vitest';
import { ask } from '../testing/asking.ts';
import { clock, cookieOf, expectSound, good, stored, world } from '../testing/attendee.ts';
import { choiceQuestion, shortQuestion } from '../testing/questions.ts';

const travel = shortQuestion('que_travel', { label: 'How will you travel?' });
const diet = choiceQuestion('que_diet', ['Meat', 'Vegan'], { label: 'What do you eat?' });

test('a form of several pages that comes too late is answered with all that was entered on any of them', async () => {
  const mine = await world({ capacity: 30 });
  const path = `/events/${mine.event.slug}/register`;
  await ask(mine, [travel, diet]);
  const cookies = cookieOf(await mine.visitor.visit('POST', path, { fields: good }));
  clock.set('2024-11-19T18:00:00Z');
  const late = await mine.visitor.visit('POST', `${path}/que_travel`, {
    ...cookies,
    fields: { que_travel: 'By train', que_diet: 'Vegan' },
  });
  await expectSound(late, 409, 'Registration is closed');
  // Began hours before it closed: what the browser alone opens is gone by then, what was just sent is not.
  for (const entered of ['How will you travel?', 'By train', 'Vegan']) expect(late.body).toContain(entered);
  expect(await stored(mine)).toBeUndefined();
});

test('called off on the way: the pages before are shown too, and a look at the form is no mistake', async () => {
  const mine = await world({ capacity: 30 });
  const path = `/events/${mine.event.slug}/register`;
  await ask(mine, [travel, diet]);
  const cookies = cookieOf(await mine.visitor.visit('POST', path, { fields: good }));
  for (const [question, entered] of [
    ['que_travel', 'By train'],
    ['que_diet', 'Vegan'],
  ] as const) {
    await mine.visitor.visit('POST', `${path}/${question}`, { ...cookies, fields: { [question]: entered } });
  }
  await mine.event.ports.events.callOff(mine.event.eventId, clock.now().toISOString());
  const sent = await mine.visitor.visit('POST', `${path}/check`, cookies);
  await expectSound(sent, 409, 'This event has been cancelled');
  for (const entered of [good.email, good.organisation, 'By train', 'Vegan']) expect(sent.body).toContain(entered);
  const looked = await mine.visitor.visit('GET', path, cookies);
  await expectSound(looked, 200, 'This event has been cancelled');
  expect(looked.body).not.toContain(good.email);
});
