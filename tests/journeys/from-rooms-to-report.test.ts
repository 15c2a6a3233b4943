import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { type MadeEvent, makeEvent } from '../system/events.ts';
import { quiet, until } from '../system/quiet.ts';
import { company, headingOf } from './company.ts';

const { system, step, somebody, signedInAs } = await company();
let event: MadeEvent;
let editor: Page;
let ownLink: string;
const console = (part: string) => `/organise/events/${event.eventId}/${part}`;

step('an editor opens rooms, each with links of its own', async () => {
  event = await makeEvent(system, { title: 'What was said in rooms' });
  await quiet(system);
  editor = await signedInAs('editor');
  await editor.goto(console('reflections'));
  await editor.getByLabel('How many rooms are there in all?').fill('2');
  await editor.getByRole('button', { name: 'Open rooms' }).click();
  await until('the links of the rooms', async () => ((await linksOf('Link for everybody in')).length === 2 ? true : undefined));
});

step('somebody in the first room says something, without an account, and gets a private link', async () => {
  const [room = ''] = await linksOf('Link for everybody in');
  const page = await somebody();
  await page.goto(room);
  await page.getByText('What would make this easier?').waitFor();
  await page.getByLabel('Your reflection').fill('Say it in plain words.');
  await page.getByLabel('You may quote it, without a name').check();
  await page.getByRole('button', { name: 'Send' }).click();
  await page.getByText('Thank you. It has arrived.').waitFor();
  ownLink = (await page.getByRole('link', { name: 'Open your private page' }).getAttribute('href')) ?? '';
  expect(await page.context().cookies()).toEqual([]);
});

step('the note-taker of the second room pastes a list', async () => {
  const [, notes = ''] = await linksOf('Link for the note-taker of');
  const page = await somebody();
  await page.goto(notes);
  await page.getByLabel('Points', { exact: true }).fill('- Plain words help\n- Too many forms');
  await page.getByRole('button', { name: 'Save these points' }).click();
  await page.getByText('All 2 points are saved.').waitFor();
});

step('who said it can change it by the private link', async () => {
  const page = await somebody();
  await page.goto(ownLink);
  await page.getByLabel('Your words').fill('Say it in plain words, please.');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('Saved.').waitFor();
});

step('the editor makes two themes and puts what was said into one of them', async () => {
  await editor.goto(console('themes'));
  for (const [label, prose] of [
    ['Plain words', 'Everybody wants **plain words**.'],
    ['Fewer forms', ''],
  ] as const) {
    await openPart('A new theme');
    await editor.getByRole('textbox', { name: 'Label' }).fill(label);
    await editor.getByRole('textbox', { name: 'What people said about it' }).fill(prose);
    await editor.getByRole('button', { name: 'Make the theme' }).click();
    await editor.getByText('The theme is made.').waitFor();
  }
  for (const words of ['Say it in plain words, please.', 'Plain words help']) {
    const card = editor.getByRole('listitem').filter({ hasText: words });
    await card.getByRole('combobox').first().selectOption({ label: 'Plain words' });
  }
  await editor.getByRole('button', { name: 'Save all on this page' }).click();
  await editor.getByText('Saved: 2 reflections.').waitFor();
  await editor.getByText('2 of 2 rooms').waitFor();
});

step('the report is refused while one thing that was said is in no theme', async () => {
  await quiet(system);
  await editor.goto(console('report'));
  await editor.getByRole('button', { name: 'Begin the report' }).click();
  await editor.getByText('Not ready to publish').waitFor();
  await editor.getByText('1 reflection is neither themed nor set aside').waitFor();
  expect(await editor.getByRole('button', { name: 'Publish the report' }).count()).toBe(0);
  const refused = await editor.request.post(console('report/publish'), { headers: { origin: system.baseUrl }, form: {} });
  expect(refused.status()).toBe(422);
  expect((await editor.request.get(`/reports/${event.slug}`)).status()).not.toBe(200);
});

step('set aside with a reason, it no longer stands in the way', async () => {
  await editor.getByRole('link', { name: 'Theme the open reflections' }).click();
  await editor.goto(`${console('reflections')}?show=unthemed`);
  await editor.locator('summary', { hasText: 'Set aside' }).first().click();
  await editor.getByLabel('Why?').fill('Not about the question.');
  await editor.getByRole('button', { name: 'Set aside' }).click();
  await editor.getByText('The reflection is set aside.').waitFor();
  await quiet(system);
});

step('the editor writes the introduction and publishes; everybody can read it', async () => {
  await editor.goto(console('report/introduction'));
  await editor.getByRole('textbox', { name: 'Introduction' }).fill('It was a good day.\n\n> Plain words are kind.');
  await editor.getByRole('button', { name: 'Save' }).click();
  await editor.getByRole('button', { name: 'Publish the report' }).click();
  await editor.getByRole('link', { name: 'See the published report' }).waitFor();
  await quiet(system);
  const reader = await somebody();
  await reader.goto('/reports');
  await reader.getByRole('link', { name: event.title }).click();
  expect(await headingOf(reader)).toContain(event.title);
  await reader.getByText('It was a good day.').waitFor();
  await reader.getByText('Everybody wants plain words.').waitFor();
  const text = await (await reader.request.get(`${reader.url()}.txt`)).text();
  expect(text).toContain('Plain words');
  expect(text).not.toContain('Too many forms');
});

step('a correction says what changed, and the first edition stays where it was', async () => {
  await editor.goto(console('report/ending'));
  await editor.getByRole('textbox', { name: 'Notes at the end' }).fill('Thank you all.');
  await editor.getByRole('button', { name: 'Save' }).click();
  await editor.getByRole('button', { name: 'Publish a corrected edition' }).click();
  await editor.getByText('Say what changed').first().waitFor();
  await editor.getByLabel('What changed?').fill('We added our thanks.');
  await editor.getByRole('button', { name: 'Publish a corrected edition' }).click();
  await quiet(system);
  await editor.getByRole('link', { name: 'See the published report' }).click();
  await editor.getByText('We added our thanks.').first().waitFor();
  await editor.getByText('Thank you all.').waitFor();
  await editor
    .getByRole('link', { name: /^Edition 1/ })
    .first()
    .click();
  expect(await editor.getByRole('main').textContent()).not.toContain('Thank you all.');
});

step('who withdraws their words finds them gone from themes and lists', async () => {
  const page = await somebody();
  await page.goto(ownLink);
  await page.getByRole('button', { name: 'Withdraw my reflection' }).click();
  expect(await headingOf(page)).toBe('Your reflection is withdrawn');
  await quiet(system);
  await editor.goto(`${console('reflections')}?show=themed`);
  expect(await editor.getByRole('main').textContent()).not.toContain('Say it in plain words, please.');
});

async function linksOf(label: string): Promise<readonly string[]> {
  const html = await (await editor.request.get(console('reflections'), { headers: { accept: 'application/json' } })).json();
  const kind = label.includes('note-taker') ? 'notes' : 'room';
  const rooms: readonly { readonly links: Readonly<Record<string, string>> }[] = html.rooms;
  return rooms.map(({ links }) => new URL(links[kind] ?? '').pathname);
}

/** Opens what is folded away; it may be open already. */
async function openPart(summary: string): Promise<void> {
  const part = editor.locator('details', { has: editor.locator('summary', { hasText: summary }) });
  if ((await part.count()) === 1 && (await part.getAttribute('open')) === null) await part.locator('summary').click();
}
