import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { type MadeEvent, makeEvent } from '../system/events.ts';
import { letterAbout, linkTo } from '../system/mailbox.ts';
import { registerAndConfirm, type SomebodyRegistered, somebodyNew } from '../system/people.ts';
import { afterSweeps } from '../system/quiet.ts';
import { company, headingOf } from './company.ts';

/** A full event: waiting in line, places that become free, offers that are taken, declined and left until they lapse, and a move with a reason. */
const { system, step, somebody, signedInAs } = await company();

const title = 'An event that everybody wants to come to';
const ada = somebodyNew();
let event: MadeEvent;
let holder: SomebodyRegistered;
let ben: SomebodyRegistered;
let cy: SomebodyRegistered;
let adas: Page;
let bens: Page;
let cys: Page;

/** Registers by the form in a browser of one's own, and presses the link: there is no place, so they wait. */
async function joinsTheLine({ name, email }: { readonly name: string; readonly email: string }): Promise<Page> {
  const page = await somebody();
  await page.goto(`/events/${event.slug}/register`);
  await page.getByText('All places are taken at the moment').waitFor();
  await page.getByLabel('Email address').fill(email);
  await page.getByLabel('What should we call you?').fill(name);
  await page.getByRole('group', { name: 'Shall we send you the report' }).getByLabel('No').check();
  await page.getByRole('button', { name: 'Join the waiting list' }).click();
  await page.goto(await linkTo(system, email, '/registrations/confirm/'));
  await page.getByRole('button', { name: 'Confirm my registration' }).click();
  await letterAbout(system, email, /^You are on the waiting list/);
  return page;
}

/** A browser in which somebody's own place is open. */
async function atTheirPlace({ cookie }: SomebodyRegistered): Promise<Page> {
  const page = await somebody();
  const [name = '', value = ''] = cookie.split('=');
  await page.context().addCookies([{ name, value, url: system.baseUrl, httpOnly: true, sameSite: 'Lax' }]);
  await page.goto('/my-place');
  return page;
}

/** Opens the link of the letter that says that a place is held. */
async function opensOffer(page: Page, { email }: { readonly email: string }): Promise<void> {
  await letterAbout(system, email, /^A place is free for you/);
  await page.goto(await linkTo(system, email, '/registrations/offer/'));
}

async function givesUp(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Give up my place' }).click();
  await page.getByRole('button', { name: 'Yes, give it up' }).click();
  await page.getByText('You have given your place up').waitFor();
}

step('whoever registers for a full event waits, and sees where they stand', async () => {
  event = await makeEvent(system, { title, capacity: 1 });
  holder = await registerAndConfirm(system, event);
  adas = await joinsTheLine(ada);
  await adas.getByText('You are next').waitFor();
  ben = await registerAndConfirm(system, event);
  cy = await registerAndConfirm(system, event);
  bens = await atTheirPlace(ben);
  await bens.getByText('You are number 2 in the line').waitFor();
  cys = await atTheirPlace(cy);
  await cys.getByText('You are number 3 in the line').waitFor();
});

step('somebody gives their place up: it is held for the first in the line, who takes it on their own page', async () => {
  await givesUp(await atTheirPlace(holder));
  await opensOffer(adas, ada);
  expect(await headingOf(adas)).toBe('A place is held for you');
  // Opening the link did nothing: the next person still waits.
  await bens.goto('/my-place');
  await bens.getByText('You are next').waitFor();
  await adas.goto('/my-place');
  await adas.getByRole('button', { name: 'Take the place' }).click();
  await adas.getByText('You have a place').waitFor();
});

step('the next person says no thank you, and the one after them is asked', async () => {
  await adas.goto('/my-place');
  await givesUp(adas);
  await opensOffer(bens, ben);
  await bens.getByRole('button', { name: 'No thank you' }).click();
  await letterAbout(system, cy.email, /^A place is free for you/);
  await bens.goto('/my-place');
  await bens.getByText('You said no to a place').waitFor();
});

step('an offer that nobody answers lapses, and the place goes on; whoever lost it joins the end of the line by one press', async () => {
  const later = await registerAndConfirm(system, event);
  system.cloud.clock.advance(4 * 24 * 60 * 60 * 1000);
  await afterSweeps(system);
  await letterAbout(system, later.email, /^A place is free for you/);
  await cys.goto(await linkTo(system, cy.email, '/registrations/offer/'));
  expect(await headingOf(cys)).toBe('The time for this place is over');
  await cys.getByRole('button', { name: 'Join the line again' }).click();
  await cys.getByText('You are next').waitFor();
});

step('an organiser moves somebody up the line and says why; what happened to everybody can be read, with who did it', async () => {
  const last = await registerAndConfirm(system, event);
  const organiser = await signedInAs('organiser');
  await organiser.goto(`/organise/events/${event.eventId}/places`);
  await organiser.getByRole('link', { name: `Move ${last.name}`, exact: true }).click();
  await organiser.getByLabel('New position').fill('1');
  await organiser.getByLabel('Why').fill('Comes a long way.');
  await organiser.getByRole('button', { name: 'Move', exact: true }).click();
  await organiser.getByText('The line is as you said.').waitFor();
  await organiser.getByRole('link', { name: last.name, exact: true }).click();
  await organiser.getByText('An organiser moved them from 2 to 1 in the line: Comes a long way.').waitFor();
  await cys.goto('/my-place');
  await cys.getByText('You are number 2 in the line').waitFor();
  await organiser.goto(`/organise/events/${event.eventId}/registrations`);
  await organiser.getByRole('link', { name: cy.name, exact: true }).click();
  for (const line of ['They joined the waiting list', 'A place became free and was offered to them', 'The time of their offer went by'])
    await organiser.getByRole('cell', { name: line }).first().waitFor();
});
