import { defineForm, longText, parseForm, text, viewForm } from '@convener/forms';
import fc from 'fast-check';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Button, Form, renderPage, TextArea, TextInput } from './index.ts';
import { htmlProblems, launchBrowser, servePages } from './testing/index.ts';

const form = defineForm({ fields: { name: text({ what: 'your name', max: 1 }), notes: longText({ what: 'your notes', max: 1 }) } });

function pageOf(posted: unknown): string {
  const result = parseForm(form, posted);
  const { errors, field } = viewForm(form, result.kind === 'invalid' ? result : {});
  const main = (
    <Form>
      <h1>Notes</h1>
      <TextInput {...field('name')} label="Name" />
      <TextArea {...field('notes')} label="Notes" />
      <Button>Save</Button>
    </Form>
  );
  return renderPage({ title: 'Notes', network: { name: 'Made-up Network' }, audience: 'public', errors, main });
}

let browser: Browser;
let page: Page;
const site = servePages();
beforeAll(async () => {
  browser = await launchBrowser();
  page = await browser.newPage();
  await site.attach(page);
}, 60_000);
afterAll(() => browser?.close());

const pieces = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '</textarea><b>',
  '&quot;',
  '&',
  '\n',
  '\n\n',
  '🎉',
  'שלום',
  '`',
  "'",
  'plain',
];
const hostile = fc
  .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 10 })), { minLength: 2, maxLength: 10 })
  .map((parts) => `xx${parts.join('')}`);
const samples = fc.sample(fc.tuple(hostile, hostile), { numRuns: 200, seed: 7 });

/** What a browser makes of each page. */
async function reading(pages: string[]): Promise<{ name: string | undefined; notes: string | undefined; elements: number }[]> {
  return await page.evaluate(
    (all) =>
      all.map((html) => {
        const parsed = new DOMParser().parseFromString(html, 'text/html');
        const value = (selector: string): string | undefined =>
          parsed.querySelector<HTMLInputElement | HTMLTextAreaElement>(selector)?.value;
        return { name: value('#name'), notes: value('#notes'), elements: parsed.querySelectorAll('*').length };
      }),
    pages,
  );
}

it('gives back exactly what was typed, and no element of the writer’s', async () => {
  const pages = samples.map(([name, notes]) => pageOf({ name, notes: `\n${notes}` }));
  const seen = await reading(pages);
  const elements = seen[0]?.elements;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a page cannot carry them back.
  const carried = (typed: string): string => typed.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '');
  for (const [index, [name, notes]] of samples.entries()) {
    expect(seen[index]).toEqual({ name: carried(name).replaceAll('\n', ''), notes: carried(`\n${notes}`), elements });
  }
});

it('would be caught if it did not (negative control)', async () => {
  const careless = samples.map(([name]) => pageOf({ name: 'xx', notes: 'xx' }).replace('value="xx"', `value="${name}"`));
  const counts = new Set((await reading(careless)).map(({ elements }) => elements));
  expect(counts.size).toBeGreaterThan(1);
});

it('is a valid page with errors, and says so in its title', async () => {
  const html = pageOf({ name: '<b>', notes: '' });
  expect(await htmlProblems(html)).toEqual([]);
  site.html = html;
  await page.goto(site.address);
  expect(await page.title()).toBe('Error: Notes – Made-up Network');
  await page.getByRole('link', { name: 'Enter your notes' }).click();
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('notes');
});
