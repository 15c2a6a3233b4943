import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { type MadeEvent, makeEvent } from '../system/events.ts';
import { linkTo } from '../system/mailbox.ts';
import { register } from '../system/people.ts';
import { quiet } from '../system/quiet.ts';
import { company, headingOf } from './company.ts';
import { signInByClick, staff } from './signing-in.ts';

const { system, step, somebody } = await company();
const ownWords = 'I lip-read. Please keep the light on your face.';
let event: MadeEvent;
let person: { readonly name: string; readonly email: string };
let page: Page;
let coordinator: Page;

const list = () => `/organise/events/${event.eventId}/access`;
/** What one person said, on the coordinator's list. */
const entry = () => coordinator.getByRole('article').filter({ has: coordinator.getByRole('heading', { name: person.name }) });
const send = (name: string) => page.getByRole('button', { name }).click();

step('somebody registers, confirms, and finds on their place what the event provides already', async () => {
  event = await makeEvent(system, { title: 'Talking about access' });
  person = await register(system, event);
  page = await somebody();
  await page.goto(await linkTo(system, person.email, '/registrations/confirm/'));
  await page.getByRole('button', { name: 'Confirm my registration' }).click();
  await quiet(system);
  await page.getByRole('link', { name: 'Tell us what would help' }).click();
  expect(await headingOf(page)).toBe('What would help you take part?');
  await page.getByText('Live captions by a captioner: By a captioner').waitFor();
});

step('they say what would help, but tick no consent: nothing is kept, and nothing of what they wrote is lost', async () => {
  await page.getByLabel('Live captions: what is said appears as text').check();
  await page.getByLabel('More breaks, or longer ones').check();
  await page.getByLabel('In your own words').fill(ownWords);
  await page.getByLabel('Please talk to me before you arrange anything').check();
  await page.getByLabel('By text message').check();
  await page.getByLabel('When does it suit you?').fill('01632 960001, after four');
  await send('Send');
  expect(await page.title()).toMatch(/^Error:/);
  await page.getByText('Nothing has been kept yet. What you entered is still on this page.').waitFor();
  await page.getByRole('link', { name: 'Tick the box if we may keep this' }).waitFor();
  expect(await page.getByLabel('In your own words').inputValue()).toBe(ownWords);
  expect(await page.getByLabel('More breaks, or longer ones').isChecked()).toBe(true);
  expect(await page.getByLabel('By text message').isChecked()).toBe(true);
  expect(await page.getByLabel('When does it suit you?').inputValue()).toBe('01632 960001, after four');
  expect(await page.getByLabel('Yes, keep what I wrote here for this').isChecked()).toBe(false);
});

step('so far the access coordinator sees nothing', async () => {
  coordinator = await somebody();
  await signInByClick(coordinator, staff.accessCoordinator, list());
  expect(new URL(coordinator.url()).pathname).toBe(list());
  await coordinator.getByText('Nobody has told us anything.').waitFor();
});

step('they agree, and it is kept', async () => {
  await page.getByLabel('Yes, keep what I wrote here for this').check();
  await send('Send');
  await page.getByText('Thank you. The access coordinator can read it now.').waitFor();
  expect(page.url()).toBe(`${system.baseUrl}/my-place/access`);
});

step('the access coordinator reads it with the name, and that they looked is noted', async () => {
  await coordinator.reload();
  await entry().getByText(ownWords).waitFor();
  await entry().getByText('Talk to them first').waitFor();
  await entry().getByText('By text message. 01632 960001, after four').waitFor();
  await entry().getByText('More breaks, or longer ones').waitFor();
  await coordinator.getByText('Who has opened this list').click();
  expect(await coordinator.getByRole('cell', { name: 'You' }).count()).toBe(2);
});

for (const who of ['organiser', 'editor'] as const) {
  step(`the ${who} reads what concerns everybody, and no page of theirs tells`, async () => {
    const colleague = await somebody();
    await signInByClick(colleague, staff[who]);
    const answer = await colleague.goto(list());
    expect(answer?.status()).toBe(200);
    expect(await headingOf(colleague)).toBe('Access at this event');
    await colleague.getByText('Ask the access coordinator about anything else.').waitFor();
    expect(await colleague.content()).not.toMatch(/lip-read|Sample Person|text message/);
    const own = who === 'organiser' ? 'registrations' : 'reflections';
    const shown = await colleague.goto(`/organise/events/${event.eventId}/${own}`);
    expect(shown?.status()).toBe(200);
    expect(await colleague.content()).not.toMatch(/lip-read|text message|01632/);
  });
}

step('they change it', async () => {
  await page.reload();
  await page.getByLabel('More breaks, or longer ones').uncheck();
  await page.getByLabel('In your own words').fill('A seat near the front is enough.');
  await page.getByLabel('Yes, keep what I wrote here for this').check();
  await send('Save my changes');
  await page.getByText('Thank you. The access coordinator can read it now.').waitFor();
  await coordinator.reload();
  await entry().getByText('A seat near the front is enough.').waitFor();
  expect(await coordinator.content()).not.toContain('lip-read');
  expect(await entry().getByText('More breaks, or longer ones').count()).toBe(0);
});

step('asked whether to delete it, they may still keep it', async () => {
  await send('Delete what I told you');
  expect(await headingOf(page)).toBe('Delete what you told us?');
  await page.getByRole('link', { name: 'No, keep it' }).click();
  await coordinator.reload();
  await entry().waitFor();
});

step('they take it back in two steps: it is gone from the list, and the place stays theirs', async () => {
  await send('Delete what I told you');
  await send('Yes, delete it');
  expect(await headingOf(page)).toBe('It is deleted');
  await coordinator.reload();
  await coordinator.getByText('Nobody has told us anything.').waitFor();
  expect(await coordinator.content()).not.toMatch(/Sample Person|seat near the front/);
  await page.getByRole('link', { name: 'Your place' }).first().click();
  await page.getByText('You have a place').waitFor();
});

step('no log line says a word of it', async () => {
  await quiet(system);
  expect(system.told.logs.join('\n')).not.toMatch(/lip-read|seat near the front|01632/);
});
