import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { type MadeEvent, makeEvent } from '../system/events.ts';
import { lettersTo } from '../system/mailbox.ts';
import { somebodyNew } from '../system/people.ts';
import { until } from '../system/quiet.ts';
import { company, headingOf } from './company.ts';

const { system, step, somebody } = await company();
const person = somebodyNew();
let event: MadeEvent;
let page: Page;

/** Presses Tab until the focus is on what is called so; nobody needs a mouse. */
async function tabTo(name: string | RegExp): Promise<void> {
  for (let press = 0; press < 60; press += 1) {
    await page.keyboard.press('Tab');
    const called = await page.evaluate(() => {
      const here = document.activeElement;
      const labels = here instanceof HTMLInputElement || here instanceof HTMLTextAreaElement ? [...(here.labels ?? [])] : [];
      return (labels[0] ?? here)?.textContent?.trim() ?? '';
    });
    if (typeof name === 'string' ? called === name : name.test(called)) return;
  }
  throw new Error(`Tab never came to ${name}.`);
}

step('from the front page to the form, past the menu by its skip link', async () => {
  event = await makeEvent(system, { title: 'An event by keyboard' });
  page = await somebody();
  await page.goto(`/events/${event.slug}`);
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.textContent)).toMatch(/skip/i);
  await page.keyboard.press('Enter');
  await tabTo('Register');
  await page.keyboard.press('Enter');
  await page.waitForURL(`**${event.slug}/register`);
  expect(await headingOf(page)).toContain(event.title);
});

step('sent with mistakes, the form comes back and the focus is on what to put right', async () => {
  await tabTo('Email address');
  await page.keyboard.type('not an address');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.title.startsWith('Error:'));
  expect(await page.evaluate(() => document.activeElement?.className)).toBe('error-summary');
  await tabTo(/Enter an email address/);
  await page.keyboard.press('Enter');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('email');
  expect(await page.getByLabel('Email address').inputValue()).toBe('not an address');
  expect(await page.getByLabel('Email address').getAttribute('aria-invalid')).toBe('true');
});

step('put right, it is sent, and the letter comes', async () => {
  await page.keyboard.press('Control+A');
  await page.keyboard.type(person.email);
  await tabTo('What should we call you?');
  await page.keyboard.type(person.name);
  await tabTo(/^(Yes|No)$/);
  await page.keyboard.press('Space');
  expect(await page.getByLabel('Yes', { exact: true }).isChecked()).toBe(true);
  await tabTo('Register');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/registrations/sent**');
  await until('the letter', async () => (await lettersTo(system, person.email))[0]);
});
