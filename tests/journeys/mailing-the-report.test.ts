import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { ask, program } from '../system/asking.ts';
import { type MadeEvent, makeEvent } from '../system/events.ts';
import { type Letter, letterAbout, lettersTo, linkTo } from '../system/mailbox.ts';
import { registerAndConfirm, type SomebodyRegistered, somebodyNew } from '../system/people.ts';
import { quiet, until } from '../system/quiet.ts';
import { company, headingOf } from './company.ts';
import { signInByClick, staff } from './signing-in.ts';

const { system, step, somebody } = await company();
const joins = somebodyNew();
const [imported, alsoImported] = [somebodyNew(), somebodyNew()];
let event: MadeEvent;
let attendee: SomebodyRegistered;
let member: Page;
let organiser: Page;

/** Publishes the report of an event as an editor does; nobody reflected, so nothing is open. */
async function publishReport({ eventId, title }: MadeEvent): Promise<void> {
  const base = `/organise/events/${eventId}/report`;
  await until('the event to reach reports', async () => (await program(system, 'editor', base, {}).catch(() => undefined)) && true);
  await program(system, 'editor', `${base}/introduction`, { introduction: `What was said at ${title}.` });
  await program(system, 'editor', `${base}/publish`, {});
  await quiet(system);
}

const reportsTo = async (address: string, { title }: MadeEvent): Promise<readonly Letter[]> =>
  (await lettersTo(system, address)).filter(({ subject }) => subject === `Event report: ${title}`);

/** The address that mail readers send their own unsubscribe button to. */
function oneClickOf(letter: Letter | undefined): string {
  const headers = new Map(Object.entries(letter?.headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]));
  expect(headers.get('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
  const address = /<(https?:[^>]+)>/.exec(headers.get('list-unsubscribe') ?? '')?.[1] ?? '';
  expect(new URL(address).pathname).toMatch(/^\/unsubscribe\//);
  return new URL(address).pathname;
}

/** Sees a mailing through from the button of the event's page to its end. */
async function prepareMailing(of: MadeEvent): Promise<void> {
  await until('the report to reach mailing', async () => {
    await organiser.goto(`/organise/events/${of.eventId}/mailings`);
    return (await organiser.getByRole('button', { name: 'Prepare the mailing' }).count()) > 0 ? true : undefined;
  });
  await organiser.getByRole('button', { name: 'Prepare the mailing' }).click();
  await quiet(system);
  await organiser.reload();
  await organiser.getByText('Ready to start').waitFor();
}

async function send(): Promise<void> {
  await organiser.getByRole('button', { name: 'Start sending' }).click();
  await quiet(system);
  await until('the mailing to be out', async () => {
    await organiser.reload();
    return (await organiser.getByText('Finished', { exact: true }).count()) > 0 ? true : undefined;
  });
}

step('the report of an event is published; one of its two attendees had asked for it', async () => {
  event = await makeEvent(system, { title: 'Talking about letters' });
  attendee = await registerAndConfirm(system, event, { wantsReport: 'yes' });
  await registerAndConfirm(system, event, { wantsReport: 'no' });
  await publishReport(event);
});

step('somebody joins the network, and is no member before they press the button behind the letter’s link', async () => {
  member = await somebody();
  await member.goto('/join');
  await member.getByLabel('Your email address').fill(joins.email);
  await member.getByLabel('What should we call you?').fill(joins.name);
  await member.getByRole('button', { name: 'Join' }).click();
  expect(await headingOf(member)).toBe('Check your email');
  const letter = await letterAbout(system, joins.email, /^Confirm that you want to join/);
  // Whoever typed the address has not shown that it is theirs: nothing that they typed is in the letter.
  expect(letter.text).not.toContain(joins.name);
  organiser = await somebody();
  await signInByClick(organiser, staff.organiser, '/organise/members');
  expect(await organiser.getByRole('table').textContent()).not.toContain(joins.email);
  await member.goto(await linkTo(system, joins.email, '/join/confirm/'));
  await member.getByRole('button', { name: 'Yes, I want to join' }).click();
  await member.getByText('You are a member').waitFor();
});

step('the organiser imports two more by pasting; a row that is no address is told with its reason', async () => {
  await organiser.goto('/organise/members');
  await organiser.getByRole('link', { name: 'Import members' }).click();
  const rows = [`${imported.email}, ${imported.name}`, 'not-an-address, Nobody', `${alsoImported.email}, ${alsoImported.name}`];
  await organiser.getByLabel('Or paste rows here').fill(rows.join('\n'));
  await organiser.getByRole('button', { name: 'Import', exact: true }).click();
  await organiser.getByRole('heading', { name: 'Imported' }).waitFor();
  const refused = organiser.getByRole('row', { name: 'not-an-address' });
  await refused.getByText('It is no email address.').waitFor();
  await organiser.getByRole('link', { name: 'To the members' }).click();
  for (const { email } of [joins, imported, alsoImported]) await organiser.getByRole('row', { name: email }).waitFor();
});

step('they prepare the mailing, look at the letter and send themselves a test', async () => {
  await prepareMailing(event);
  await organiser.getByText('Goes to 4 people.').waitFor();
  await organiser.getByRole('region', { name: 'With headings and buttons' }).getByText('Read the report').waitFor();
  await organiser.getByLabel('Your email address').fill('morag.sample@example.org');
  await organiser.getByRole('button', { name: 'Send the test letter' }).click();
  await organiser.getByText('The test letter is on its way').waitFor();
  const test = await letterAbout(system, 'morag.sample@example.org', /Event report: /);
  expect(test.text).toContain('This is a test letter. Its personal links lead nowhere.');
  for (const { email } of [attendee, joins, imported, alsoImported]) expect(await reportsTo(email, event)).toEqual([]);
});

step('they start it and see it through: everybody has exactly one letter, with a way out in it', async () => {
  await send();
  await organiser.getByText('4 of 4').first().waitFor();
  for (const { email } of [attendee, joins, imported, alsoImported]) {
    const letters = await reportsTo(email, event);
    expect(letters).toHaveLength(1);
    oneClickOf(letters[0]);
    expect(letters[0]?.text).toContain(`/reports/${event.slug}`);
  }
  const all = (await lettersTo(system)).filter(({ subject }) => subject === `Event report: ${event.title}`);
  // The fifth is the test.
  expect(all).toHaveLength(5);
  await organiser.goto(`/organise/events/${event.eventId}/mailings`);
  await organiser.getByText('The report has its mailing. See the list below.').waitFor();
});

step('a mail reader unsubscribes two people with its own button, from another site and without a cookie', async () => {
  for (const { email } of [attendee, imported]) {
    const path = oneClickOf((await reportsTo(email, event))[0]);
    // Looking does nothing: programs that scan mail open every link.
    expect((await ask(system, path)).status).toBe(200);
    const pressed = await ask(system, path, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', origin: 'https://mail.example.org' },
      body: 'List-Unsubscribe=One-Click',
    });
    expect(pressed.status).toBeLessThan(300);
  }
  await quiet(system);
});

step('the next report passes them by and reaches the others', async () => {
  const next = await makeEvent(system, { title: 'Talking about more letters' });
  await publishReport(next);
  await prepareMailing(next);
  await send();
  expect(await reportsTo(joins.email, next)).toHaveLength(1);
  expect(await reportsTo(alsoImported.email, next)).toHaveLength(1);
  expect(await reportsTo(imported.email, next)).toEqual([]);
  expect(await reportsTo(attendee.email, next)).toEqual([]);
});

step('what concerns their own place still reaches the attendee, and says nothing of unsubscribing', async () => {
  await organiser.goto(`/organise/events/${event.eventId}/mailings`);
  await organiser.getByRole('link', { name: 'Write to attendees' }).click();
  await organiser.getByLabel('Those who have a place', { exact: true }).check();
  await organiser.getByLabel('Subject').fill('A change of time');
  await organiser.getByLabel('Letter', { exact: true }).fill('We begin half an hour later.');
  await organiser.getByRole('button', { name: 'Prepare the letter' }).click();
  await quiet(system);
  await organiser.reload();
  await send();
  const letter = await letterAbout(system, attendee.email, /A change of time/);
  expect(letter.text).toContain('We begin half an hour later.');
  expect(Object.keys(letter.headers).map((name) => name.toLowerCase())).not.toContain('list-unsubscribe');
});

step('the member chooses plain letters by the link in their letter', async () => {
  await member.context().clearCookies();
  await member.goto(await linkTo(system, joins.email, '/preferences/'));
  await member.getByRole('button', { name: 'Open my choices' }).click();
  await member.getByRole('group', { name: 'How should our letters look?' }).getByLabel('Plain text').check();
  await member.getByRole('button', { name: 'Save', exact: true }).click();
  await member.getByText('From now on you receive what you have ticked here.').waitFor();
  await organiser.goto('/organise/members');
  await organiser.getByRole('row', { name: joins.email }).getByText('Plain text').waitFor();
});

step('and at last they leave: nothing of them is there any more, and their old link opens nothing', async () => {
  await member.getByRole('link', { name: 'Leave the network' }).click();
  await member.getByRole('button', { name: 'Yes, delete everything' }).click();
  expect(await headingOf(member)).toBe('You have left the network');
  await quiet(system);
  await organiser.reload();
  expect(await organiser.getByRole('table').textContent()).not.toContain(joins.email);
  await member.goto(await linkTo(system, joins.email, '/preferences/'));
  if ((await member.getByRole('button', { name: 'Open my choices' }).count()) > 0)
    await member.getByRole('button', { name: 'Open my choices' }).click();
  await member.getByRole('heading', { name: 'This link no longer works' }).waitFor();
});
