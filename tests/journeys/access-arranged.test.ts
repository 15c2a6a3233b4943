import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { type MadeEvent, makeEvent } from '../system/events.ts';
import { lettersTo, linkTo } from '../system/mailbox.ts';
import { register } from '../system/people.ts';
import { afterSweeps, nextSweeps, quiet } from '../system/quiet.ts';
import { company, headingOf } from './company.ts';
import { inReadingOrder, tabTo } from './keys-and-reading.ts';
import { signInByClick, staff } from './signing-in.ts';

/** From a need to "that works", and from another to "we cannot", "that does not work for me" and a better answer. */
const { system, step, somebody } = await company();
let event: MadeEvent;
let coordinator: Page;
const people: { page: Page; name: string; email: string }[] = [];

const base = () => `/organise/events/${event.eventId}/access`;
const [ada, bo] = [0, 1];
const at = (who: number) => {
  const found = people[who];
  if (!found) throw new Error('Nobody there.');
  return found;
};
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).first().click();
const fill = (page: Page, label: string, text: string) => page.getByLabel(label, { exact: true }).fill(text);

async function comes(ask: (page: Page) => Promise<void>): Promise<void> {
  const person = await register(system, event);
  const page = await somebody();
  await page.goto(await linkTo(system, person.email, '/registrations/confirm/'));
  await press(page, 'Confirm my registration');
  await quiet(system);
  await page.goto('/my-place/access');
  await ask(page);
  await page.getByLabel('Yes, keep what I wrote here for this').check();
  await press(page, 'Send');
  await page.getByText('Thank you. The access coordinator can read it now.').waitFor();
  people.push({ page, ...person });
}

async function openPerson(who: number): Promise<void> {
  await coordinator.goto(base());
  await coordinator
    .getByRole('article')
    .filter({ has: coordinator.getByRole('heading', { name: at(who).name }) })
    .getByRole('link')
    .click();
  expect(await headingOf(coordinator)).toBe(at(who).name);
  expect(coordinator.url()).not.toContain('reg_');
}

step('somebody needs interpreters and wants the answer as it comes; somebody else wants it in the mail, in easy words', async () => {
  event = await makeEvent(system, { title: 'Arranged for people', inDays: 60 });
  await comes(async (page) => {
    await page.getByLabel('A British Sign Language interpreter').check();
  });
  await comes(async (page) => {
    await page.getByLabel('A small or a quieter discussion group').check();
    await page.getByLabel('In easy-to-read words').check();
    await page.getByLabel('Put the answer itself into the email').check();
  });
});

step('the coordinator adds a supplier, arranges two interpreters for the first, and books them', async () => {
  coordinator = await somebody();
  await signInByClick(coordinator, staff.accessCoordinator, base());
  await coordinator.goto('/organise/access/suppliers');
  await fill(coordinator, 'Name', 'Sample Interpreters');
  await fill(coordinator, 'Email address', 'interpreters@example.org');
  await press(coordinator, 'Add');
  await coordinator.getByRole('rowheader', { name: 'Sample Interpreters' }).first().waitFor();
  await coordinator.goto(base());
  await coordinator.getByRole('link', { name: 'Arrange something' }).click();
  await coordinator.getByText('Beyond half an hour interpreters take turns: book two.').waitFor();
  await coordinator.getByLabel('What kind of thing is it?').selectOption('bsl-interpreter');
  await fill(coordinator, 'What exactly?', 'Two interpreters, for the whole event');
  await coordinator.getByLabel(at(ada).name).check();
  await fill(coordinator, 'Who sees to it?', 'Sample Owner');
  await fill(coordinator, 'Their email address', 'owner-of-the-tests@example.org');
  await coordinator.getByLabel('Who provides it?').selectOption({ label: 'Sample Interpreters' });
  await fill(coordinator, 'What will it cost?', '780.50');
  await press(coordinator, 'Save');
  const row = coordinator.getByRole('row').filter({ hasText: 'Two interpreters, for the whole event' });
  await row.getByText('To arrange').waitFor();
  await row.getByText(at(ada).name).waitFor();
  await coordinator.getByText('between £500 and £1,000').waitFor();
  await row.getByRole('link').click();
  await coordinator.getByLabel('Booked').check();
  await press(coordinator, 'Save');
  await row.getByText('Booked').waitFor();
});

step('they are told: what is booked stands there already', async () => {
  await openPerson(ada);
  expect(await coordinator.getByLabel('What will be provided').inputValue()).toBe('Two interpreters, for the whole event');
  await coordinator.getByLabel('We provide this', { exact: true }).check();
  await press(coordinator, 'Tell them');
  expect(await coordinator.title()).toMatch(/^Error:/);
  await fill(coordinator, 'Whom can they talk to, and how?', 'Sample Coordinator, 01632 960000');
  await press(coordinator, 'Tell them');
  await coordinator.getByText('It leaves within some minutes.').waitFor();
});

step('a neutral letter comes, and not a word of the answer in it', async () => {
  const before = (await lettersTo(system, at(ada).email)).length;
  await afterSweeps(system);
  const [letter, ...others] = await lettersTo(system, at(ada).email);
  expect(others).toHaveLength(before);
  expect(`${letter?.subject} ${letter?.text} ${letter?.html}`).not.toMatch(/interpreter|access|01632/i);
  await coordinator.reload();
  await coordinator.getByText('It is on its way.').waitFor();
});

step('they read it on their place, in large print too', async () => {
  const { page } = at(ada);
  await page.goto('/my-place/access');
  await page.getByText('Two interpreters, for the whole event').waitFor();
  await page.getByText('Sample Coordinator, 01632 960000').waitFor();
  await press(page, 'In large print');
  await page.getByText('Two interpreters, for the whole event').waitFor();
  expect(page.url()).toBe(`${system.baseUrl}/my-place/access`);
});

step('a screen reader meets the answer before the form: what is provided, whom to ask, whether it works', async () => {
  const { page } = at(ada);
  await page.goto('/my-place/access');
  await inReadingOrder(page, [
    'heading "What would help you take part?"',
    'heading "Our answer"',
    'Two interpreters, for the whole event',
    'Sample Coordinator, 01632 960000',
    'group "Does this work for you?"',
    'radio "That works"',
    'radio "That does not work for me"',
    'button "Send my reply"',
    'textbox "In your own words (optional)"',
  ]);
});

step('with the keyboard alone they say that it works', async () => {
  const { page } = at(ada);
  await tabTo(page, 'That works');
  await page.keyboard.press('Space');
  await tabTo(page, 'Send my reply');
  await page.keyboard.press('Enter');
  await page.getByText('You said that this works for you.').waitFor();
  await coordinator.goto(base());
  await coordinator
    .getByRole('article')
    .filter({ has: coordinator.getByRole('heading', { name: at(ada).name }) })
    .getByText('It works for them')
    .waitFor();
});

step('the other is told honestly that it cannot be had, which takes a reason, an alternative and a human being', async () => {
  await openPerson(bo);
  await coordinator.getByLabel('We cannot provide it, or not all of it').check();
  await press(coordinator, 'Tell them');
  await coordinator.getByRole('link', { name: 'Enter why it cannot be provided' }).waitFor();
  await coordinator.getByRole('link', { name: 'Enter what you offer instead' }).waitFor();
  await fill(coordinator, 'Why not? Be honest and plain.', 'The groups are full. There is no other room.');
  await fill(coordinator, 'What do you offer instead?', 'You can take part by chat. Somebody reads it out.');
  await fill(coordinator, 'Whom can they talk to, and how?', 'Sample Coordinator, 01632 960000');
  await press(coordinator, 'Tell them');
  await coordinator.getByText('It leaves within some minutes.').waitFor();
});

step('the answer comes in the mail, since they chose that, one sentence in a line', async () => {
  await nextSweeps(system);
  const [letter] = await lettersTo(system, at(bo).email);
  expect(letter?.subject).toBe('A message about your place');
  expect(letter?.text).toContain('The groups are full.\n\nThere is no other room.');
  expect(letter?.text).toContain('Sample Coordinator, 01632 960000');
  expect(Object.keys(letter?.tags ?? {})).toEqual(['letter']);
  await afterSweeps(system);
  expect((await lettersTo(system, at(bo).email)).filter(({ subject }) => subject === 'A message about your place')).toHaveLength(1);
});

step('"that does not work for me" opens it again, with their words', async () => {
  const { page } = at(bo);
  await page.goto('/my-place/access');
  await page.getByText('There is something that we cannot do.').waitFor();
  await page.getByLabel('That does not work for me').check();
  await page.getByLabel('What would work better? (optional)').fill('A quiet corner would do.');
  await press(page, 'Send my reply');
  await page.getByText('You said that this does not work for you.').waitFor();
  await coordinator.goto(base());
  await coordinator
    .getByRole('article')
    .filter({ has: coordinator.getByRole('heading', { name: at(bo).name }) })
    .getByText('To look at again')
    .waitFor();
  await openPerson(bo);
  await coordinator.getByText('A quiet corner would do.').waitFor();
});

step('interpreters get a brief with the agenda and the names, and nobody’s need', async () => {
  await coordinator.goto(`${base()}/brief`);
  expect(await coordinator.getByLabel('Names and how they are spelled').inputValue()).toContain('Sample Speaker');
  await fill(coordinator, 'Abbreviations and terms', 'SG: small group');
  await press(coordinator, 'Save the brief');
  await coordinator.getByLabel('To whom?').selectOption({ label: 'Sample Interpreters' });
  await press(coordinator, 'Send the brief');
  await afterSweeps(system);
  await coordinator.reload();
  await coordinator.getByRole('cell', { name: 'Sent', exact: true }).waitFor();
  const [letter] = await lettersTo(system, 'interpreters@example.org');
  expect(letter?.text).toContain('SG: small group');
  expect(letter?.text).toContain('Sample Speaker');
  expect(letter?.text).not.toMatch(new RegExp(`${at(ada).name}|${at(bo).name}|quiet`));
});

step('what is booked too late is told to its owner, once, without a word of what or for whom', async () => {
  const late = await makeEvent(system, { title: 'Almost too late', inDays: 10 });
  await coordinator.goto(`/organise/events/${late.eventId}/access/adjustments/new`);
  await coordinator.getByLabel('What kind of thing is it?').selectOption('live-captions');
  await fill(coordinator, 'What exactly?', 'A captioner for everybody');
  await coordinator.getByLabel('It is for everybody, as announced').check();
  await fill(coordinator, 'Who sees to it?', 'Sample Owner');
  await fill(coordinator, 'Their email address', 'late-owner@example.org');
  await press(coordinator, 'Save');
  await coordinator.getByText('Too late', { exact: true }).first().waitFor();
  await afterSweeps(system);
  await afterSweeps(system);
  const letters = await lettersTo(system, 'late-owner@example.org');
  expect(letters.map(({ subject }) => subject)).toEqual(['Something in your access list needs you']);
  expect(letters[0]?.text).not.toMatch(/caption|Sample Person/);
});

step('taking it back takes the arrangement along; the coordinator learns only that a need was withdrawn', async () => {
  const { page } = at(ada);
  await page.goto('/my-place/access');
  await press(page, 'Delete what I told you');
  await press(page, 'Yes, delete it');
  await coordinator.goto(base());
  await coordinator.getByText('A need was withdrawn.').waitFor();
  expect(await coordinator.content()).not.toContain(at(ada).name);
  const row = coordinator.getByRole('row').filter({ hasText: 'Two interpreters, for the whole event' });
  await row.getByText('Nobody now').waitFor();
});

step('no log line, no domain event and no address says a word of it', async () => {
  await quiet(system);
  expect(system.told.logs.join('\n')).not.toMatch(/interpreter|quiet corner|01632|per_/i);
});
