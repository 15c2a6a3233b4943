import { launchBrowser } from '@convener/ui/testing';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { harmlessText, hostileTexts } from '../../../tests/security/hostile-markup.ts';
import { type EventsWorld, eventsWorld } from '../testing/visitor.ts';

const now = new Date('2026-03-01T12:00:00Z');
let browser: Browser;
let page: Page;
let world: EventsWorld;
beforeAll(async () => {
  browser = await launchBrowser();
  page = await browser.newPage();
  world = await eventsWorld(() => now);
});
afterAll(() => browser?.close());

let version = 0;
const send = (text: string, action: 'preview' | 'save') =>
  world.visit('POST', '/organise/statements/privacy', { fields: { text, version: String(version), action } });

/** Every page that shows the text: its preview, the notice, the version by its number, and the form that it is changed in. */
async function pagesWith(text: string): Promise<readonly string[]> {
  const preview = await send(text, 'preview');
  expect(preview.status).toBe(200);
  expect((await send(text, 'save')).status).toBe(303);
  version += 1;
  const addresses = ['/privacy', `/privacy/versions/${version}`, '/organise/statements/privacy', '/organise/statements'];
  return [preview.body, ...(await Promise.all(addresses.map(async (address) => (await world.visit('GET', address)).body)))];
}

/** Elements with their attributes, and where links lead, as a browser reads this HTML. */
function made(html: string): Promise<readonly string[]> {
  return page.evaluate((source) => {
    const parsed = new DOMParser().parseFromString(source, 'text/html');
    const found = new Set<string>();
    for (const element of parsed.querySelectorAll('*')) {
      found.add(`<${element.localName}>`);
      for (const { name, value } of element.attributes) {
        found.add(`<${element.localName} ${name}>`);
        const scheme = URL.parse(value, 'https://this-site.example')?.protocol;
        if (['href', 'src', 'action', 'formaction', 'data'].includes(name) && scheme) found.add(`${name} to ${scheme}`);
      }
    }
    return [...found];
  }, html);
}

const onceInATwin = (found: readonly string[], twin: readonly string[]) => found.filter((each) => !twin.includes(each));

describe('hostile words in a statement (S09)', () => {
  test('make no element, attribute or kind of link on any page that harmless ones do not make', async () => {
    await pagesWith('The first, so that there are earlier versions.');
    const twins = await Promise.all((await pagesWith(harmlessText)).map(made));
    for (const text of hostileTexts) {
      const pages = await pagesWith(text);
      for (const [at, html] of pages.entries()) expect(onceInATwin(await made(html), twins[at] ?? []), `page ${at}: ${text}`).toEqual([]);
    }
  }, 30_000);

  test('would be noticed if the page let them through', async () => {
    const [, careful = ''] = await pagesWith(`${harmlessText}\n\nOnce more.`);
    const twin = await made(careful);
    const caught = await Promise.all(
      hostileTexts.map(async (text) => onceInATwin(await made(careful.replace('<h1>', `${text}<h1>`)), twin)),
    );
    expect(caught.filter((odd) => odd.length > 0).length).toBeGreaterThan(15);
  });
});
