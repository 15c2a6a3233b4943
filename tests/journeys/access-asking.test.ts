import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { hoursAroundNow, type MadeEvent, makeEvent } from '../system/events.ts';
import { letterAbout, linkTo } from '../system/mailbox.ts';
import { register, somebodyNew } from '../system/people.ts';
import { afterSweeps, quiet } from '../system/quiet.ts';
import { company, headingOf } from './company.ts';
import { inReadingOrder, tabTo } from './keys-and-reading.ts';

const { system, step, somebody, signedInAs } = await company();
const person = somebodyNew();
let first: MadeEvent;
let second: MadeEvent;
let page: Page;
let ownLink: string;

/** A place at this event, opened by the link in its letter. */
async function openPlace(event: MadeEvent): Promise<void> {
  await register(system, event, person);
  const { links } = await letterAbout(system, person.email, new RegExp(`Confirm.*${event.title}`));
  await page.goto(links.find((link) => link.includes('/registrations/confirm/')) ?? '');
  await page.getByRole('button', { name: 'Confirm my registration' }).click();
  await quiet(system);
}

step('an organiser says what is asked, and is asked to look again at words that pry', async () => {
  first = await makeEvent(system, { title: 'The first of two events', hours: hoursAroundNow(system), inDays: 1, closesInDays: 1 });
  second = await makeEvent(system, { title: 'The second of two events' });
  const organiser = await signedInAs('organiser');
  await organiser.goto(`/organise/events/${first.eventId}/access/asking`);
  await organiser.getByLabel('A word before the questions').fill('Tell us your diagnosis.');
  await organiser.getByRole('button', { name: 'Save what we ask' }).click();
  expect(await organiser.title()).toMatch(/^Error:/);
  await organiser.getByLabel('A word before the questions').fill('The rooms are small, and there is a garden.');
  await organiser.getByLabel('Whom to talk to').fill('Sample Organiser, 01632 960003');
  await organiser.getByLabel('A hearing loop').first().isVisible();
  await organiser.getByRole('button', { name: 'Save what we ask' }).click();
  await organiser.getByText('This is what people are asked now.').waitFor();
});

step('a screen reader meets it in the order in which it makes sense: what is there, what would help, how to answer, consent', async () => {
  page = await somebody();
  await openPlace(first);
  ownLink = await linkTo(system, person.email, '/registrations/manage/');
  await page.goto('/my-place/access');
  await inReadingOrder(page, [
    'heading "What would help you take part?"',
    'The rooms are small, and there is a garden.',
    'heading "What this event already provides"',
    'heading "What else would help?"',
    'group "Tick everything that fits"',
    'textbox "In your own words (optional)"',
    'group "Would you rather talk about it first?"',
    'Sample Organiser, 01632 960003',
    'group "How would you like to have our answer?"',
    'checkbox "Put the answer itself into the email"',
    'heading "May we keep this?"',
    'We will keep what you wrote here',
    'checkbox "Yes, keep what I wrote here for this"',
    'button "Send"',
  ]);
  expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
  await page
    .getByLabel('Put the answer itself into the email')
    .isChecked()
    .then((ticked) => expect(ticked).toBe(false));
});

step('with the keyboard alone they say what would help, and are brought to what is missing', async () => {
  await tabTo(page, 'More breaks, or longer ones');
  await page.keyboard.press('Space');
  await tabTo(page, 'In your own words (optional)');
  await page.keyboard.type('Plain words, please.');
  await tabTo(page, 'Send');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.title.startsWith('Error:'));
  expect(await page.evaluate(() => document.activeElement?.className)).toBe('error-summary');
  await tabTo(page, 'Tick the box if we may keep this. Without your tick nothing is kept.');
  await page.keyboard.press('Enter');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('consent');
  await page.keyboard.press('Space');
  await tabTo(page, 'Send');
  await page.keyboard.press('Enter');
  await page.getByText('Thank you. The access coordinator can read it now.').waitFor();
});

step('they have it remembered for the next event, with a tick of its own', async () => {
  await page.getByRole('button', { name: 'Remember it' }).click();
  await page.getByRole('link', { name: 'Tick the box if we may remember it' }).waitFor();
  await page.getByLabel('A year').check();
  await page.getByLabel('Yes, remember my answer').check();
  await page.getByRole('button', { name: 'Remember it' }).click();
  await page.getByText('We remember your answer for the network’s next event, until').waitFor();
});

step('at the next event it stands in the form, and nothing is kept there until they send it', async () => {
  await openPlace(second);
  await page.goto('/my-place/access');
  await page.getByRole('heading', { name: 'You asked us to remember this' }).waitFor();
  expect(await page.getByLabel('In your own words').inputValue()).toBe('Plain words, please.');
  const coordinator = await signedInAs('access-coordinator');
  await coordinator.goto(`/organise/events/${second.eventId}/access`);
  expect(await coordinator.content()).not.toContain('Plain words, please.');
  await page.getByRole('button', { name: 'Start with an empty form' }).click();
  expect(await page.getByLabel('In your own words').inputValue()).toBe('');
  await page.goto('/my-place/access');
  await page.getByLabel('Yes, keep what I wrote here for this').check();
  await page.getByRole('button', { name: 'Send' }).click();
  await page.getByText('Thank you. The access coordinator can read it now.').waitFor();
});

step('on the day an organiser may open the list by saying why, and the coordinator sees it at once', async () => {
  const door = `/organise/events/${first.eventId}/access/on-the-day`;
  const organiser = await signedInAs('organiser');
  await organiser.goto(door);
  await organiser.getByRole('heading', { name: 'It cannot be opened now' }).waitFor();
  system.cloud.clock.advance(24 * 60 * 60 * 1000);
  const onTheDay = await signedInAs('organiser');
  await onTheDay.goto(door);
  await onTheDay.getByRole('textbox').fill('The coordinator is ill, and somebody needs a break.');
  await onTheDay.getByRole('button', { name: 'Note this and open the list' }).click();
  await onTheDay.getByText('Plain words, please.').waitFor();
  const coordinator = await signedInAs('access-coordinator');
  await coordinator.goto(`/organise/events/${first.eventId}/access`);
  await coordinator.getByRole('heading', { name: 'Somebody without the role opened this list' }).waitFor();
  await coordinator.getByText('“The coordinator is ill, and somebody needs a break.”').waitFor();
});

step('afterwards everybody is asked how it was, and it is kept as nobody’s', async () => {
  system.cloud.clock.advance(24 * 60 * 60 * 1000);
  await afterSweeps(system);
  await page.goto(ownLink);
  await page.getByRole('main').getByRole('button').first().click();
  await page.getByRole('link', { name: 'Tell us how the event went for you' }).click();
  await page.getByRole('heading', { name: 'How was it for you?' }).waitFor();
  await page.getByLabel('In part').check();
  await page.getByRole('button', { name: 'Send without my name' }).click();
  expect(await headingOf(page)).toBe('Thank you');
  expect(page.url()).toBe(`${system.baseUrl}/my-place/access`);
});

step('who comes is asked of nobody in particular', async () => {
  await page.goto('/my-place');
  await page.getByRole('link', { name: 'Tell us who comes, without your name' }).click();
  await inReadingOrder(page, [
    'heading "Who comes to our events"',
    'This page does not know who you are.',
    'group "How old are you?"',
    'button "Send without my name"',
  ]);
  await page.getByLabel('35 to 44').check();
  await page.getByRole('button', { name: 'Send without my name' }).click();
  expect(await headingOf(page)).toBe('Thank you');
});
