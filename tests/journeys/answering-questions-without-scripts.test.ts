import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { program } from '../system/asking.ts';
import { type MadeEvent, makeEvent } from '../system/events.ts';
import { linkTo } from '../system/mailbox.ts';
import { somebodyNew } from '../system/people.ts';
import { quiet } from '../system/quiet.ts';
import { company, headingOf } from './company.ts';

const { system, step, somebody, signedInAs } = await company();
const person = somebodyNew();
const worry = 'Many people at once.';
let event: MadeEvent;
let page: Page;
let organiser: Page;
const questions = () => `/organise/events/${event.eventId}/questions`;

step('an organiser makes questions of their own, and says why each is asked', async () => {
  event = await makeEvent(system, { title: 'Eating together', capacity: 5 });
  organiser = await signedInAs('organiser');
  await organiser.goto(questions());
  await add('Will you have lunch?', 'Yes or no', async () => organiser.getByLabel('It must be answered').check());
  await add('What do you like to eat?', 'One of several answers', async () => {
    await organiser.getByLabel('The answers to choose from').fill('Vegan food\nFish');
    await organiser.getByLabel('Will you have lunch? – Yes').check();
  });
  await add('Does anything worry you?', 'Several lines', async () => organiser.getByLabel('The access coordinator alone').check());
  await organiser.getByLabel('Ask whether somebody comes with them').check();
  await organiser.getByRole('button', { name: 'Save' }).click();
  await organiser.getByText('It is saved.').waitFor();
});

async function add(label: string, kind: string, more: () => Promise<void>): Promise<void> {
  await organiser.getByRole('link', { name: 'Add a question' }).click();
  await organiser.getByLabel('What do you ask?').fill(label);
  await organiser.getByLabel('Why do you ask?').fill('So that we can plan the day.');
  await organiser.getByLabel(kind, { exact: true }).check();
  await organiser.getByLabel('For 30 days after the event').check();
  await organiser.getByLabel('Everybody who may see the registrations').check();
  await more();
  await organiser.getByRole('button', { name: 'Add the question' }).click();
  await organiser.getByText('The question is added.').waitFor();
}

step('somebody without scripts answers them page by page, and reads why they are asked', async () => {
  page = await somebody({ scripts: false });
  await page.goto(`/events/${event.slug}/register`);
  await page.getByLabel('Email address').fill(person.email);
  await page.getByLabel('What should we call you?').fill(person.name);
  await page.getByRole('group', { name: 'Will somebody come with you' }).getByLabel('Yes').check();
  await page.getByRole('group', { name: 'Shall we send you the report' }).getByLabel('Yes').check();
  await page.getByRole('button', { name: 'Continue' }).click();
  expect(await headingOf(page)).toBe('Will you have lunch?');
  await page
    .getByText('Why do we ask? So that we can plan the day. We delete your answer 30 days after the event at the latest.')
    .waitFor();
  await page.getByLabel('Yes').check();
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByLabel('Fish').check();
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByText('Only our access coordinator can read it').waitFor();
  await page.getByRole('textbox').fill(worry);
  await page.getByRole('button', { name: 'Continue' }).click();
  expect(await headingOf(page)).toBe('Check your answers');
});

step('the browser’s own way back leads through every page, with what was entered', async () => {
  await page.goBack();
  expect(await page.getByRole('textbox').inputValue()).toBe(worry);
  await page.goBack();
  expect(await page.getByLabel('Fish').isChecked()).toBe(true);
  await page.goBack();
  await page.goBack();
  expect(await page.getByLabel('Email address').inputValue()).toBe(person.email);
  await page.goto(`/events/${event.slug}/register/check`);
});

step('a changed answer leads back to the check, and what hung on it is gone', async () => {
  await page.getByRole('link', { name: 'Change Will you have lunch?' }).click();
  await page.getByLabel('No', { exact: true }).check();
  await page.getByRole('button', { name: 'Save and go back to my answers' }).click();
  expect(await headingOf(page)).toBe('Check your answers');
  expect(await page.getByText('What do you like to eat?').count()).toBe(0);
  await page.getByRole('button', { name: 'Register' }).click();
  expect(await headingOf(page)).toBe('Check your email');
  await page.goto(await linkTo(system, person.email, '/registrations/confirm/'));
  await page.getByRole('button', { name: 'Confirm my registration' }).click();
  await page.getByText(worry).waitFor();
});

step('they change their answers on their own page', async () => {
  await page.getByRole('link', { name: 'Change your answers' }).click();
  await page.getByRole('group', { name: 'Will you have lunch?' }).getByLabel('Yes').check();
  await page.getByLabel('Vegan food').check();
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Vegan food').waitFor();
});

step('the organiser sees the answers and the supporter, and not what is for the coordinator alone', async () => {
  await organiser.goto(`/organise/events/${event.eventId}/registrations`);
  await organiser.getByText('1 person and 1 supporter come.').waitFor();
  await organiser.getByRole('link', { name: person.name }).click();
  await organiser.getByText('Vegan food').waitFor();
  expect(await organiser.content()).not.toContain(worry);
  const { registrations } = await program(system, 'organiser', `/organise/events/${event.eventId}/registrations`);
  expect(JSON.stringify(registrations)).not.toContain(worry);
});

step('the coordinator reads it, and the audit log says so', async () => {
  const coordinator = await signedInAs('access-coordinator');
  await coordinator.goto(organiser.url());
  await coordinator.getByRole('link', { name: 'Open the sensitive answers' }).click();
  await coordinator.getByText(worry).waitFor();
  await quiet(system);
  await organiser.goto('/organise/audit');
  await organiser.getByText('Opened the page for somebody’s sensitive answers').first().waitFor();
  expect(await organiser.content()).not.toContain(worry);
  expect(system.told.logs.join('\n')).not.toContain(worry);
});
