import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { letterAbout, lettersTo } from '../system/mailbox.ts';
import { register, registerAndConfirm } from '../system/people.ts';
import { quiet } from '../system/quiet.ts';
import { company, headingOf } from './company.ts';

const { system, step, somebody } = await company();
const title = 'An event made by click';
let page: Page;

async function pickPerson(at: Page, name: string): Promise<void> {
  await at.goto('/organise/events');
  await at.getByRole('button', { name }).click();
}

async function fillDate(name: string, daysAhead: number): Promise<void> {
  const date = new Date(system.cloud.clock.now().getTime() + daysAhead * 24 * 60 * 60 * 1000);
  const group = page.getByRole('group', { name });
  await group.getByLabel('Day').fill(String(date.getUTCDate()));
  await group.getByLabel('Month').fill(String(date.getUTCMonth() + 1));
  await group.getByLabel('Year').fill(String(date.getUTCFullYear()));
}

step('an organiser signs in and is led to the page they wanted', async () => {
  page = await somebody();
  await pickPerson(page, 'Morag Sample');
  expect(new URL(page.url()).pathname).toBe('/organise/events');
  expect(await headingOf(page)).toBe('Events');
});

step('somebody who was not invited is turned away, kindly', async () => {
  const stranger = await somebody();
  await pickPerson(stranger, 'Someone not invited');
  expect(await headingOf(stranger)).toBe('You cannot sign in here yet');
  await stranger.getByText('Ask an organiser of the network to invite you').waitFor();
  await stranger.goto('/organise');
  expect(await stranger.getByRole('heading', { name: 'Today' }).count()).toBe(0);
});

step('they make an event; what is missing is said beside each question, and nothing is lost', async () => {
  await page.getByRole('link', { name: 'New event' }).click();
  await page.getByLabel('Title').fill(title);
  await page.getByRole('button', { name: 'Save' }).click();
  expect(await page.title()).toMatch(/^Error:/);
  expect(await page.getByLabel('Title').inputValue()).toBe(title);
  await fillDate('Date', 28);
  await page.getByLabel('Starts at').fill('10:00');
  await page.getByLabel('Ends at').fill('12:00');
  await page.getByLabel('Online', { exact: true }).check();
  await page.getByLabel('Places').fill('3');
  await fillDate('Registration opens on', -1);
  await page.getByLabel('Time at which registration opens').fill('09:00');
  await fillDate('Registration closes on', 27);
  await page.getByLabel('Time at which registration closes').fill('17:00');
  await page.getByLabel('Joining link').fill('https://meet.example.org/by-click');
  await page.getByRole('button', { name: 'Save' }).click();
  expect(await headingOf(page)).toBe(title);
  await page.getByText('Draft').first().waitFor();
});

step('nobody sees a draft', async () => {
  const anybody = await somebody();
  expect((await anybody.goto('/events/an-event-made-by-click'))?.status()).toBe(404);
});

step('they publish it, and everybody sees it', async () => {
  await page.getByRole('button', { name: 'Publish' }).click();
  await page.getByRole('link', { name: 'See its public page' }).click();
  expect(await headingOf(page)).toBe(title);
  await page.getByRole('link', { name: 'Register', exact: true }).waitFor();
  expect(await page.content()).not.toContain('meet.example.org');
  await quiet(system);
});

step('people register, and they see who comes', async () => {
  const event = { eventId: '', slug: 'an-event-made-by-click', title };
  const comes = await registerAndConfirm(system, event);
  const pending = await register(system, event);
  await quiet(system);
  await page.goto('/organise/events');
  await page.getByRole('link', { name: title }).click();
  await page.getByRole('link', { name: 'Registrations', exact: true }).click();
  await page.getByRole('row', { name: comes.name }).getByText('Confirmed').waitFor();
  await page.getByRole('row', { name: pending.name }).getByText('Not confirmed yet').waitFor();
  await page.getByRole('searchbox').fill(comes.name);
  await page.getByRole('button', { name: 'Find' }).click();
  // What people are called stands in no address: addresses are kept in histories and logs.
  expect(page.url()).not.toContain('Sample');
  await page.getByRole('link', { name: comes.name }).click();
  await page.getByRole('button', { name: 'Send their link again' }).click();
  await letterAbout(system, comes.email, /^About your place/);
});

step('they edit it', async () => {
  await page.getByRole('link', { name: 'Overview' }).click();
  await page.getByRole('link', { name: 'Change' }).first().click();
  await page.getByLabel('Purpose in a sentence').fill('To see that a change is kept.');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('link', { name: 'See its public page' }).click();
  await page.getByText('To see that a change is kept.').waitFor();
});

step('they cancel it, and everybody who registered is written to', async () => {
  await page.goto('/organise/events');
  await page.getByRole('link', { name: title }).click();
  await page.getByRole('link', { name: 'Cancel the event' }).click();
  await page.getByRole('button', { name: 'Yes, cancel the event and write to everybody' }).click();
  await page.getByText('This event has been cancelled').first().waitFor();
  await quiet(system);
  const told = (await lettersTo(system)).filter(({ subject }) => subject === `Cancelled: ${title}`);
  expect(told.flatMap(({ to }) => to)).toHaveLength(2);
  await page.goto('/events/an-event-made-by-click');
  await page.getByText('This event has been cancelled').first().waitFor();
});

step('they invite somebody, who gets a letter that says who invites them, to what, and how to come in', async () => {
  await page.goto('/organise/organisers');
  await page.getByLabel('Email address').fill('invited@example.org');
  await page.getByLabel('Editor').check();
  await page.getByRole('button', { name: 'Invite' }).click();
  await page.getByRole('row', { name: 'invited@example.org' }).getByText('Invited', { exact: true }).waitFor();
  const letter = await letterAbout(system, 'invited@example.org', /^You are invited to organise/);
  expect(letter.text).toContain('Morag Sample invites you');
  expect(letter.text).toContain('Editor: Themes reflections and writes the report.');
  expect(letter.text).toContain('/sign-in');
  expect(letter.text).not.toContain('Organiser:');
});

step('what they did stands in the audit log, which names nobody else', async () => {
  await page.goto('/organise/audit');
  const log = page.getByRole('table');
  await log.getByText('Cancelled an event').first().waitFor();
  expect(await log.textContent()).not.toMatch(/person-\d+@/);
});

step('they sign out, and the way back is closed', async () => {
  await page.getByRole('link', { name: 'Sign out' }).click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('heading', { name: 'You are signed out' }).waitFor();
  await page.getByRole('link', { name: 'Sign out at your identity provider too' }).click();
  await page.waitForURL((address) => address.pathname === '/');
  await page.goto('/organise/events');
  await page.getByText('Who is signing in?').first().waitFor();
});
