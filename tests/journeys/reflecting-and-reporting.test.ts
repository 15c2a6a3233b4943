import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { ask } from '../system/asking.ts';
import { type MadeEvent, makeEvent } from '../system/events.ts';
import { until } from '../system/quiet.ts';
import { company, headingOf } from './company.ts';
import { signInByClick, staff } from './signing-in.ts';

const { system, step, somebody } = await company();
const said = { kept: 'Ask us before it is decided, not after.', withdrawn: 'Something I would rather not have said.' };
const points = ['Meetings start too early', 'Travel is paid back too late', 'Being thanked is not being heard'];
let event: MadeEvent;
let organiser: Page;
let editor: Page;
let attendee: Page;
let links: { readonly rooms: readonly string[]; readonly notes: readonly string[] };

const at = (part: string) => `/organise/events/${event.eventId}/${part}`;

step('the organiser opens two rooms, and gets a link to each', async () => {
  event = await makeEvent(system, { title: 'Talking about being heard' });
  organiser = await somebody();
  await signInByClick(organiser, staff.organiser);
  // What reflections know of an event arrives by a domain event.
  await until('the event to reach reflections', async () => {
    await organiser.goto(at('reflections'));
    return (await organiser.getByLabel('How many rooms are there in all?').count()) > 0 ? true : undefined;
  });
  await organiser.getByLabel('How many rooms are there in all?').fill('2');
  await organiser.getByRole('button', { name: 'Open rooms' }).click();
  await organiser.getByText('Show the links of all rooms').click();
  const shown = await organiser.locator('.beside code').allTextContents();
  const paths = shown.map((link) => new URL(link).pathname);
  links = { rooms: paths.filter((path) => !path.includes('/notes/')), notes: paths.filter((path) => path.includes('/notes/')) };
  expect([links.rooms.length, links.notes.length]).toEqual([2, 2]);
});

/** Says something in a room; gives the private link that is shown this once. */
async function reflect(page: Page, words: string): Promise<string> {
  await page.goto(links.rooms[0] ?? '');
  await page.getByLabel('Your reflection').fill(words);
  await page.getByLabel('You may quote it, without a name').check();
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await page.getByText('Thank you. It has arrived.').first().waitFor();
  return (await page.getByRole('link', { name: 'Open your private page' }).getAttribute('href')) ?? '';
}

step('somebody in a room says something, is asked for no name, and changes it by their private link', async () => {
  attendee = await somebody();
  await attendee.goto(links.rooms[0] ?? '');
  await attendee.getByText('What would make this easier?').waitFor();
  expect(await attendee.getByLabel(/email/i).count()).toBe(0);
  const own = await reflect(attendee, 'Ask us before.');
  expect(await attendee.context().cookies()).toEqual([]);
  await attendee.goto(own);
  await attendee.getByLabel('Your words').fill(said.kept);
  await attendee.getByRole('button', { name: 'Save', exact: true }).click();
  await attendee.getByText('Saved.').waitFor();
  expect(await attendee.getByLabel('You may quote it, without a name').isChecked()).toBe(true);
});

step('somebody else takes back what they said, for good', async () => {
  const other = await somebody();
  const own = await reflect(other, said.withdrawn);
  await other.goto(own);
  await other.getByRole('button', { name: 'Withdraw my reflection' }).click();
  expect(await headingOf(other)).toBe('Your reflection is withdrawn');
  await other.goto(own);
  expect(await other.content()).not.toContain(said.withdrawn);
});

step('a note-taker pastes a room’s points, and sends them twice: nothing is there twice', async () => {
  // With scripts a second press within two seconds is not even sent.
  const notes = await somebody({ scripts: false });
  await notes.goto(links.notes[1] ?? '');
  await notes.getByLabel('Points').fill(points.map((point, number) => `${number + 1}. ${point}`).join('\n'));
  // It arrives, but the answer is lost on its way back: the page stays as it is, and they press once more.
  let arrived = 0;
  await notes.route(
    (address) => address.pathname === links.notes[1],
    async (route) => {
      arrived = (await route.fetch({ maxRedirects: 0 })).status();
      await route.fulfill({ status: 204 });
    },
    { times: 1 },
  );
  await notes.getByRole('button', { name: 'Save these points' }).click();
  await until('the points to arrive', () => arrived || undefined);
  await notes.getByRole('button', { name: 'Save these points' }).click();
  await notes.getByText('All 3 points are saved.').waitFor();
  const soFar = notes.getByRole('region', { name: 'What this room has so far' });
  expect(arrived).toBe(303);
  // In no order: nothing is to tell when something was said.
  expect((await soFar.getByRole('listitem').allTextContents()).toSorted()).toEqual(points.toSorted());
});

step('the editor begins the report, and is told how much is still open', async () => {
  editor = await somebody();
  await signInByClick(editor, staff.editor);
  await editor.goto(at('report'));
  await editor.getByRole('button', { name: 'Begin the report' }).click();
  await editor.getByText('4 reflections are neither themed nor set aside with a reason.').waitFor();
  expect(await editor.getByRole('button', { name: 'Publish the report' }).count()).toBe(0);
});

step('they make two themes and put what was said into them', async () => {
  await editor.getByRole('link', { name: 'Theme the open reflections' }).click();
  for (const [label, prose] of [
    ['Being asked in time', 'People want to be asked **before** things are decided.'],
    ['Practical things', 'Small things keep people away.'],
  ] as const) {
    const form = editor.getByRole('form', { name: 'A new theme' });
    if (!(await form.isVisible())) await editor.getByText('A new theme', { exact: true }).click();
    await form.getByLabel('Label').fill(label);
    await form.getByLabel('What people said about it').fill(prose);
    await form.getByRole('button', { name: 'Make the theme' }).click();
    await editor.getByText('The theme is made.').waitFor();
  }
  expect(await editor.content()).not.toContain(said.withdrawn);
  const choose = async (words: string, theme: string) => {
    const row = editor.getByRole('form', { name: 'Put reflections into themes' }).getByRole('listitem').filter({ hasText: words });
    await row.getByLabel(/^Theme of number/).selectOption(theme);
  };
  await choose(said.kept, 'Being asked in time');
  await choose(points[0] ?? '', 'Practical things');
  await choose(points[1] ?? '', 'Practical things');
  await editor.getByRole('button', { name: 'Save all on this page' }).click();
  await editor.getByText('Saved: 3 reflections.').waitFor();
  await editor.getByText('3 of 4 themed').first().waitFor();
});

step('as long as one is open nothing can be published, not even past the page', async () => {
  await editor.goto(at('report'));
  await editor.getByText('1 reflection is neither themed nor set aside with a reason.').waitFor();
  expect(await editor.getByRole('button', { name: 'Publish the report' }).count()).toBe(0);
  const forced = await editor.request.post(at('report/publish'), { form: {}, headers: { origin: system.baseUrl, accept: 'text/html' } });
  expect(forced.status()).toBe(422);
  expect(await forced.text()).toContain('1 reflection is neither themed nor set aside with a reason.');
});

step('they set it aside, which takes a reason', async () => {
  await editor.goto(`${at('reflections')}?show=unthemed`);
  const card = editor.getByRole('listitem').filter({ hasText: points[2] ?? '' });
  await card.getByText(/^Set aside: /).click();
  await card.getByRole('button', { name: 'Set aside' }).click();
  await editor.getByText('Enter why it is set aside').first().waitFor();
  await card.getByLabel('Why?').fill('Said as a joke, the room agreed.');
  await card.getByRole('button', { name: 'Set aside' }).click();
  await editor.getByText('The reflection is set aside.').waitFor();
});

/** Opens a part of the report, writes, and saves. */
async function writePart(change: string, label: string, text: string): Promise<void> {
  await editor.goto(at('report'));
  await editor.getByRole('link', { name: change }).click();
  await editor.getByLabel(label).fill(text);
  await editor.getByRole('button', { name: 'Save' }).click();
  await editor.getByText(text.split('\n')[0] ?? '').waitFor();
}

step('they write the introduction and a speaker’s section, and look at the whole', async () => {
  await writePart('Edit the introduction', 'Introduction', 'We met to talk about being heard.');
  await writePart('Edit the section of Sample Speaker', 'What they said', 'Listening takes time.\n\n> Nobody was ever heard in a hurry.');
  await editor.getByRole('link', { name: 'Preview the page' }).click();
  expect(await headingOf(editor)).toContain(event.title);
  await editor.getByText('Nobody was ever heard in a hurry.').waitFor();
  await editor.getByRole('heading', { name: 'Practical things' }).or(editor.getByText('Practical things')).first().waitFor();
  expect((await ask(system, `/reports/${event.slug}`)).status).toBe(404);
});

step('they publish it, and everybody can read it, as a page and as plain text', async () => {
  await editor.goto(at('report'));
  await editor.getByText('Ready to publish').waitFor();
  await editor.getByRole('button', { name: 'Publish the report' }).click();
  await editor.getByText('Published, edition 1').waitFor();
  await attendee.goto(`/reports/${event.slug}`);
  for (const text of ['We met to talk about being heard.', 'Nobody was ever heard in a hurry.', 'Being asked in time', 'Practical things'])
    await attendee.getByText(text).first().waitFor();
  expect(await attendee.content()).not.toMatch(/rather not have said|Said as a joke/);
  expect(await attendee.content()).not.toContain(points[2]);
  const href = await attendee.getByRole('link', { name: 'This report as plain text' }).getAttribute('href');
  const text = await ask(system, new URL(href ?? '', attendee.url()).pathname);
  expect(text.headers.get('content-type')).toMatch(/^text\/plain/);
  expect(text.text).toContain('We met to talk about being heard.');
  expect(text.text).toContain('Practical things');
  expect(text.text).not.toMatch(/<\w/);
});

step('a correction needs a note for readers, and shows it; the first edition stays where it was', async () => {
  await writePart('Edit the introduction', 'Introduction', 'We met online to talk about being heard.');
  const again = editor.getByRole('button', { name: 'Publish a corrected edition' });
  await again.click();
  await editor.getByText('Say what changed, so that readers of the earlier edition know').first().waitFor();
  await editor.getByLabel('What changed?').fill('We said how we met.');
  await again.click();
  await editor.getByText('Published, edition 2').waitFor();
  await attendee.goto(`/reports/${event.slug}`);
  await attendee.getByRole('region', { name: 'Corrections' }).getByText('We said how we met.').waitFor();
  await attendee.getByText('We met online to talk about being heard.').waitFor();
  await attendee.goto(`/reports/${event.slug}/editions/1`);
  await attendee.getByText('We met to talk about being heard.').waitFor();
});
