import { type Answered, ask, fromOurPage, program } from '../system/asking.ts';
import type { MadeEvent } from '../system/events.ts';
import { linkTo } from '../system/mailbox.ts';
import { cookiesOf, somebodyNew } from '../system/people.ts';
import { until } from '../system/quiet.ts';
import type { System } from '../system/running-system.ts';

/** An event that asks questions of its own, a form that somebody is in the middle of, and somebody who has sent theirs. */
export async function makeQuestions(system: System, event: MadeEvent) {
  const base = `/organise/events/${event.eventId}/questions`;
  const add = async (changes: object) => {
    const common = { why: 'So that we can plan the day.', retention: 'month-after', readableBy: 'everybody', required: false };
    return String((await program(system, 'organiser', base, { ...common, ...changes })).questionId);
  };
  const travel = await add({ label: 'How will you travel?', kind: 'text', help: 'By train, by car or on foot.' });
  const lunch = await add({ label: 'Will you have lunch?', kind: 'yes-no', required: true });
  const options = 'Vegetarian food\nFish\nSomething else';
  const food = await add({ label: 'What do you like to eat?', kind: 'several-of', options, required: true, askIf: [`${lunch}=yes`] });
  const since = await add({ label: 'When did you first come?', kind: 'date', retention: 'quarter-after' });
  const worry = await add({
    label: 'Does anything worry you?',
    kind: 'long-text',
    readableBy: 'access-coordinator',
    retention: 'until-over',
  });
  await program(system, 'organiser', `${base}/supporters`, { asksSupporter: true });

  const path = `/events/${event.slug}/register`;
  await until('the form to ask its questions', async () =>
    (await ask(system, `${path}?draft=a-sample`)).text.includes('Continue') ? true : undefined,
  );
  const { email, name } = somebodyNew();
  const about = { email, name, organisation: '', comingAs: '', wantsReport: 'yes', supporter: 'yes', supporterName: 'Sam' };
  const draft = cookiesOf(led(await ask(system, path, fromOurPage(system, about))));
  const send = async (page: string, fields: Readonly<Record<string, string>>) =>
    led(await ask(system, `${path}/${page}`, fromOurPage(system, fields, draft)));
  await send(travel, { [travel]: 'By train', [lunch]: 'yes' });
  await send(food, { [food]: 'Fish' });
  await send(since, { [`${since}-day`]: '1', [`${since}-month`]: '3', [`${since}-year`]: '2020' });
  await send(worry, { [worry]: 'Many people at once.' });

  const person = somebodyNew();
  const whole = { ...about, ...person, whole: 'yes', [travel]: 'On foot', [lunch]: 'no', [worry]: 'Nothing much.' };
  led(await ask(system, path, fromOurPage(system, whole)));
  const cookie = cookiesOf(led(await ask(system, await linkTo(system, person.email, '/registrations/confirm/'), fromOurPage(system, {}))));
  const { registrations } = await program(system, 'organiser', `/organise/events/${event.eventId}/registrations`);
  const registrationId = Array.isArray(registrations) ? String(registrations[0]?.registrationId) : '';
  return { travel, lunch, food, since, worry, draft, cookie, registrationId };
}

function led(answered: Answered): Answered {
  if (answered.status !== 303) throw new Error(`A page of the form answered ${answered.status}.`);
  return answered;
}
