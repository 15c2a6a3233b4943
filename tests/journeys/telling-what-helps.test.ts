import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { type MadeEvent, makeEvent } from '../system/events.ts';
import { lettersTo, linkTo } from '../system/mailbox.ts';
import { register } from '../system/people.ts';
import { quiet } from '../system/quiet.ts';
import { company, headingOf } from './company.ts';

const { system, step, somebody, signedInAs } = await company();
/** Words that nobody else uses. */
const ownWords = 'A reader of lips needs to see faces zq7441';
let event: MadeEvent;
let email: string;
let name: string;
let page: Page;
let coordinator: Page;

step('after confirming, somebody is asked what would help, and sees first what there is already', async () => {
  event = await makeEvent(system, { title: 'A talk that all can follow' });
  ({ email, name } = await register(system, event));
  page = await somebody();
  await page.goto(await linkTo(system, email, '/registrations/confirm/'));
  await page.getByRole('button', { name: 'Confirm my registration' }).click();
  await quiet(system);
  await page.getByRole('link', { name: 'Tell us what would help you take part' }).click();
  expect(await headingOf(page)).toBe('What would help you take part?');
  await page.getByText('Live captions by a captioner: By a captioner').waitFor();
  expect(await page.getByLabel('Yes, keep what I wrote here for this').isChecked()).toBe(false);
});

step('without their agreement nothing is kept, and nothing that they wrote is lost', async () => {
  await page.getByLabel('A British Sign Language interpreter').check();
  await page.getByLabel('In your own words (optional)').fill(ownWords);
  await page.getByRole('button', { name: 'Send' }).click();
  expect(await page.title()).toMatch(/^Error:/);
  expect(await page.getByLabel('In your own words (optional)').inputValue()).toBe(ownWords);
  await page.getByText('Nothing has been kept yet').waitFor();
});

step('with it, they are told that the access coordinator can read it', async () => {
  await page.getByLabel('Yes, keep what I wrote here for this').check();
  await page.getByRole('button', { name: 'Send' }).click();
  await page.getByText('The access coordinator can read it now.').waitFor();
  // The address of the page tells nothing, before and after.
  expect(page.url()).toBe(`${system.baseUrl}/my-place/access`);
});

step('the access coordinator reads it; that they looked is noted', async () => {
  coordinator = await signedInAs('access-coordinator');
  await coordinator.goto(`/organise/events/${event.eventId}/access`);
  await coordinator.getByRole('heading', { name }).waitFor();
  await coordinator.getByText(ownWords).waitFor();
  await coordinator.locator('summary', { hasText: 'Who has opened this list' }).click();
  expect(await coordinator.getByRole('cell', { name: 'You' }).count()).toBe(1);
});

step('nobody else does: neither organiser nor editor, by page or by endpoint', async () => {
  for (const role of ['organiser', 'editor'] as const) {
    const other = await signedInAs(role);
    expect((await other.goto(`/organise/events/${event.eventId}/access`))?.status()).toBe(403);
    expect(await other.content()).not.toContain(ownWords);
  }
  const organiser = await signedInAs('organiser');
  for (const path of ['registrations', 'registrations.csv', 'mailings']) {
    const answer = await organiser.request.get(`/organise/events/${event.eventId}/${path}`);
    expect(answer.status(), path).toBe(200);
    expect(await answer.text(), path).not.toContain('zq7441');
  }
});

step('they change it', async () => {
  await page.getByLabel('A British Sign Language interpreter').uncheck();
  await page.getByLabel('Please talk to me before you arrange anything').check();
  await page.getByLabel('By email, to the address that I registered with').check();
  await page.getByLabel('Yes, keep what I wrote here for this').check();
  await page.getByRole('button', { name: 'Save my changes' }).click();
  await page.getByText('The access coordinator can read it now.').waitFor();
  await coordinator.reload();
  await coordinator.getByText('Talk to them first').waitFor();
  expect(await coordinator.getByRole('main').textContent()).not.toContain('A British Sign Language interpreter');
});

step('they take it back in two steps, and keep their place', async () => {
  await page.getByRole('button', { name: 'Delete what I told you' }).click();
  await page.getByRole('button', { name: 'Yes, delete it' }).click();
  expect(await headingOf(page)).toBe('It is deleted');
  await coordinator.reload();
  await coordinator.getByText('Nobody has told us anything.').waitFor();
  await page.goto('/my-place');
  await page.getByText('You have a place').waitFor();
});

step('nothing of it was ever said in a letter, a log, or a domain event', async () => {
  await quiet(system);
  const said = [
    ...(await lettersTo(system)).map(({ subject, text, html }) => `${subject} ${text} ${html}`),
    ...system.told.logs,
    ...keptEvents(),
  ];
  expect(said.filter((text) => text.includes('zq7441'))).toEqual([]);
  expect(said.some((text) => text.includes(event.eventId))).toBe(true);
});

function keptEvents(): readonly string[] {
  const folder = join(system.cloud.dataFolder, 'data-plane', 'archive');
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile())
    .map((file) => readFileSync(join(file.parentPath, file.name), 'utf8'));
}
