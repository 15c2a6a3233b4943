import { readFile } from 'node:fs/promises';
import type { Download, Page } from 'playwright-core';
import { expect } from 'vitest';
import { type MadeEvent, makeEvent } from '../system/events.ts';
import { letterAbout, lettersTo, linkTo } from '../system/mailbox.ts';
import { somebodyNew } from '../system/people.ts';
import { afterSweeps, quiet } from '../system/quiet.ts';
import type { Company } from './company.ts';
import { headingOf } from './company.ts';

/** From the front page to a place and out again; the same with scripts as without them. */
export function registeringJourney({ system, step, somebody }: Company, { scripts }: { readonly scripts: boolean }): void {
  const [first, second] = [somebodyNew(), somebodyNew()];
  const title = `Talking about places ${scripts ? 'with' : 'without'} scripts`;
  let event: MadeEvent;
  let page: Page;
  let other: Page;

  step('somebody finds the event and registers', async () => {
    event = await makeEvent(system, { title, capacity: 1 });
    page = await somebody({ scripts });
    await page.goto('/');
    await page.getByRole('link', { name: title }).click();
    await page.getByRole('link', { name: 'Register', exact: true }).click();
    await fillIn(page, first);
    await page.getByRole('button', { name: 'Register' }).click();
    expect(await headingOf(page)).toBe('Check your email');
  });

  step('a letter comes, whose link changes nothing until its button is pressed', async () => {
    const letter = await letterAbout(system, first.email, /^Confirm your registration/);
    expect(letter.text).toContain(title);
    const path = await linkTo(system, first.email, '/registrations/confirm/');
    // Programs that scan mail open every link, several times.
    for (let scan = 0; scan < 3; scan += 1) await fetch(system.baseUrl + path);
    await page.goto(path);
    await page.getByRole('button', { name: 'Confirm my registration' }).click();
    expect(new URL(page.url()).pathname).toBe('/my-place');
    await page.getByText('You have a place').waitFor();
    await page.getByText(`Hello ${first.name}`).waitFor();
    await letterAbout(system, first.email, /^You have a place/);
  });

  step('they change what they told us', async () => {
    await page
      .getByRole('link', { name: 'Change Name' })
      .or(page.getByRole('link', { name: 'Change' }))
      .first()
      .click();
    await page.getByLabel('Organisation or group').fill('Example Organisation');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Your details are saved.').waitFor();
    await page.getByText('Example Organisation').waitFor();
  });

  step('the next person waits, and is told so', async () => {
    other = await somebody({ scripts });
    await other.goto(`/events/${event.slug}/register`);
    await other.getByText('All places are taken at the moment').waitFor();
    await fillIn(other, second);
    await other.getByRole('button', { name: 'Join the waiting list' }).click();
    await other.goto(await linkTo(system, second.email, '/registrations/confirm/'));
    await other.getByRole('button', { name: 'Confirm my registration' }).click();
    await other.getByText('You are next').waitFor();
    await letterAbout(system, second.email, /^You are on the waiting list/);
  });

  step('they put the event into their calendar', async () => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Add it to your calendar' }).click(),
    ]);
    const calendar = await textOf(download);
    expect(calendar).toContain('BEGIN:VCALENDAR');
    expect(calendar.replaceAll(/\r\n /g, '')).toContain(`SUMMARY:${title}`);
    expect(calendar).not.toContain('meet.example.org');
  });

  step('the joining link is theirs near the time, and not before', async () => {
    expect((await page.getByText('meet.example.org').count()) + (await page.getByRole('button', { name: 'Join now' }).count())).toBe(0);
    system.cloud.clock.advance(27.5 * 24 * 60 * 60 * 1000);
    await afterSweeps(system);
    const letter = await letterAbout(system, first.email, /^How to join/);
    expect(letter.text).not.toContain('meet.example.org');
    expect((await lettersTo(system, second.email)).filter(({ subject }) => /^How to join/.test(subject))).toEqual([]);
    const [link] = letter.links.map((each) => new URL(each).pathname).filter((path) => path.startsWith('/registrations/manage/'));
    await page.goto(link ?? '');
    await page.getByRole('button', { name: 'Open my place' }).click();
    expect(await page.getByText('meet.example.org').count()).toBe(0);
    await page.getByRole('button', { name: 'Join now' }).click();
    expect(await page.getByRole('link', { name: 'Go to the event now' }).getAttribute('href')).toBe(
      'https://meet.example.org/room-of-the-tests',
    );
    await page.getByRole('link', { name: 'Your place' }).click();
  });

  step('they give the place up, and it is offered to whoever waits, who takes it', async () => {
    await page.getByRole('link', { name: 'Give up my place' }).click();
    await page.getByRole('button', { name: 'Yes, give it up' }).click();
    await page.getByText('You have given your place up').waitFor();
    await letterAbout(system, first.email, /^Your registration was cancelled/);
    await other.goto(await linkTo(system, second.email, '/registrations/offer/'));
    await other.getByRole('button', { name: 'Take the place' }).click();
    await other.getByText('You have a place').waitFor();
  });

  step('and at last they have everything deleted', async () => {
    await page.getByRole('link', { name: 'Delete what we hold of you' }).click();
    await page.getByRole('button', { name: 'Yes, delete it all' }).click();
    expect(await headingOf(page)).toBe('What we held of you is deleted');
    await quiet(system);
    expect(system.told.logs.join('\n')).not.toContain(first.email);
  });
}

async function fillIn(page: Page, { name, email }: { readonly name: string; readonly email: string }): Promise<void> {
  await page.getByLabel('Email address').fill(email);
  await page.getByLabel('What should we call you?').fill(name);
  await page.getByRole('group', { name: 'Shall we send you the report' }).getByLabel('Yes').check();
}

async function textOf(download: Download): Promise<string> {
  return readFile(await download.path(), 'utf8');
}
