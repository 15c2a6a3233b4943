import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { ask, formHeaders, program } from '../system/asking.ts';
import { type MadeEvent, makeEvent } from '../system/events.ts';
import { letterAbout, lettersTo, linkTo } from '../system/mailbox.ts';
import { registerAndConfirm, somebodyNew } from '../system/people.ts';
import { quiet, until } from '../system/quiet.ts';
import { company, headingOf } from './company.ts';

const { system, step, somebody, signedInAs } = await company();
const member = somebodyNew();
let page: Page;
let organiser: Page;
let event: MadeEvent;
let attendee: { readonly email: string };

step('somebody asks to join; nobody is a member before they press the link', async () => {
  page = await somebody();
  await page.goto('/');
  await page
    .getByRole('link', { name: /join the network/i })
    .first()
    .click();
  await page.getByLabel('Your email address').fill(member.email);
  await page.getByLabel('What should we call you? (optional)').fill(member.name);
  await page.getByLabel('With headings and buttons').check();
  await page.getByLabel('English').check();
  await page.getByRole('button', { name: 'Join' }).click();
  expect(await headingOf(page)).toBe('Check your email');
  expect(await membersCalled(member.email)).toBe(0);
  await page.goto(await linkTo(system, member.email, '/join/confirm/'));
  expect(await membersCalled(member.email)).toBe(0);
  await page.getByRole('button', { name: 'Yes, I want to join' }).click();
  await page.getByText('You are a member').waitFor();
  expect(await membersCalled(member.email)).toBe(1);
});

step('they choose what they receive', async () => {
  await page.getByLabel('News of the network').uncheck();
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('From now on you receive what you have ticked here.').waitFor();
  expect(await page.getByLabel('News of the network').isChecked()).toBe(false);
});

step('joining a second time changes nothing and tells nobody', async () => {
  const again = await somebody();
  await again.goto('/join');
  await again.getByLabel('Your email address').fill(member.email);
  await again.getByLabel('Plain text').check();
  await again.getByLabel('English').check();
  await again.getByRole('button', { name: 'Join' }).click();
  expect(await headingOf(again)).toBe('Check your email');
  await letterAbout(system, member.email, /already a member/);
  expect(await membersCalled(member.email)).toBe(1);
});

step('a report is published, and an organiser prepares its mailing', async () => {
  event = await makeEvent(system, { title: 'An event to tell of', capacity: 5 });
  attendee = await registerAndConfirm(system, event);
  // A member who comes as well gets one letter all the same.
  await registerAndConfirm(system, event, member);
  const base = `/organise/events/${event.eventId}/report`;
  await until('reports to know the event', () => program(system, 'editor', base, {}).catch(() => undefined));
  await program(system, 'editor', `${base}/publish`, {});
  await quiet(system);
  organiser = await signedInAs('organiser');
  await organiser.goto(`/organise/events/${event.eventId}/mailings`);
  for (const box of await organiser.getByRole('checkbox').all()) await box.check();
  await organiser.getByRole('button', { name: 'Prepare the mailing' }).click();
  await until('the letters to be prepared', async () => {
    await organiser.reload();
    return (await organiser.getByRole('button', { name: 'Start sending' }).count()) === 1 ? true : undefined;
  });
});

step('they send themselves a test letter first', async () => {
  await organiser.getByLabel('Your email address').fill('organiser-of-the-tests@example.org');
  await organiser.getByRole('button', { name: 'Send the test letter' }).click();
  const letter = await letterAbout(system, 'organiser-of-the-tests@example.org', /An event to tell of/);
  expect(letter.text).toContain('This is a test letter');
  expect((await lettersTo(system, attendee.email)).filter(({ subject }) => subject.startsWith('Event report'))).toEqual([]);
});

step('they start it and watch it go; everybody gets one letter', async () => {
  await organiser.getByRole('button', { name: 'Start sending' }).click();
  await until('the mailing to finish', async () => {
    await organiser.reload();
    return (await organiser.getByText('Finished').count()) > 0 ? true : undefined;
  });
  await organiser.getByRole('progressbar').or(organiser.locator('progress')).first().waitFor();
  for (const { email } of [attendee, member]) {
    const reports = (await lettersTo(system, email)).filter(({ subject }) => subject.startsWith('Event report'));
    expect(
      reports.map(({ to }) => to),
      email,
    ).toEqual([[email]]);
    expect(reports[0]?.headers['list-unsubscribe-post']).toBe('List-Unsubscribe=One-Click');
  }
});

step('the letter leads to the report', async () => {
  const path = await linkTo(system, member.email, '/reports/');
  await page.goto(path);
  expect(await headingOf(page)).toContain(event.title);
});

step('one press in the mail reader unsubscribes; letters about their own place still come', async () => {
  const [report] = (await lettersTo(system, member.email)).filter(({ subject }) => subject.startsWith('Event report'));
  const address = /<(https?:[^>]+)>/.exec(report?.headers['list-unsubscribe'] ?? '')?.[1] ?? '';
  const path = new URL(address).pathname;
  // A program that scans mail opens it; nothing happens.
  await fetch(address);
  const answered = await ask(system, path, { method: 'POST', headers: formHeaders, body: 'List-Unsubscribe=One-Click' });
  expect(answered.status).toBe(200);
  await page.goto('/my-preferences');
  expect(await page.getByLabel('Reports of events').isChecked()).toBe(false);
  await page.goto('/preferences/resend');
  await page.getByLabel('Your email address').fill(member.email);
  await page.getByRole('button', { name: 'Send my link' }).click();
  await letterAbout(system, member.email, /^Your link/);
});

step('they leave, and nothing of them is left among the members', async () => {
  await page.goto('/my-preferences');
  await page.getByRole('link', { name: 'Leave the network' }).click();
  await page.getByRole('button', { name: 'Yes, delete everything' }).click();
  expect(await headingOf(page)).toBe('You have left the network');
  expect(await membersCalled(member.email)).toBe(0);
});

async function membersCalled(text: string): Promise<number> {
  const { members } = await program(system, 'organiser', '/organise/members', { search: text });
  return Array.isArray(members) ? members.filter(({ membership }) => membership === undefined || membership.kind !== 'pending').length : 0;
}
