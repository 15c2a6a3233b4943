import { readdir } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { render } from 'preact-render-to-string';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Examples } from './examples.ts';
import { Breadcrumbs, Button, Radios, renderPage, SummaryList, Table } from './index.ts';
import { axeViolations, htmlProblems, launchBrowser } from './testing/index.ts';
import { policy, servePages } from './testing/serve.ts';

const folder = new URL('./components/', import.meta.url);
const files = (await readdir(folder)).filter((file) => file.endsWith('.examples.tsx')).sort();
/** Parts of other components, shown by them. */
const withoutExamples = ['field.tsx', 'form.tsx', 'page-frame.tsx'];

let browser: Browser;
let page: Page;
const refusals: string[] = [];
const site = servePages();

beforeAll(async () => {
  browser = await launchBrowser();
  page = await browser.newPage();
  page.on('console', (message) => refusals.push(message.text()));
  await site.attach(page);
}, 60_000);
afterAll(() => browser?.close());

it('every component has examples', async () => {
  const components = (await readdir(folder)).filter((file) => /^[a-z-]+\.tsx$/.test(file));
  const missing = components.filter((file) => !withoutExamples.includes(file) && !files.includes(file.replace('.tsx', '.examples.tsx')));
  expect(missing, 'write <component>.examples.tsx beside it').toEqual([]);
});

describe.each(files)('%s', (file) => {
  let examples: Examples;
  beforeAll(async () => {
    examples = (await import(new URL(file, folder).href)).examples;
  });

  it('is valid HTML in every example', async () => {
    const problems = await Promise.all(
      Object.entries(examples).map(async ([name, example]) =>
        (await htmlProblems(`<!doctype html><html lang="en"><head><title>x</title></head><body>${render(example)}</body></html>`)).map(
          (problem) => `${name}: ${problem}`,
        ),
      ),
    );
    expect(problems.flat()).toEqual([]);
  });

  it('has nothing for axe to find, in light, dark and forced colours, and fits 320 pixels', async () => {
    // The visually hidden h1 gives every example a page to stand on; examples that are headings themselves make it two.
    const main = Object.entries(examples).map(([name, example]) => <section key={name}>{example}</section>);
    site.html = renderPage({ title: file, network: { name: 'Made-up Network' }, audience: 'public', main });
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.goto(site.address);
    for (const media of [{ colorScheme: 'light' }, { colorScheme: 'dark' }, { forcedColors: 'active' }] as const) {
      await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none', ...media });
      expect(await axeViolations(page, ['page-has-heading-one', 'heading-order', 'landmark-unique']), JSON.stringify(media)).toEqual([]);
    }
    await page.setViewportSize({ width: 320, height: 800 });
    await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none' });
    expect(await page.evaluate(() => document.documentElement.scrollWidth), 'the page scrolls sideways').toBeLessThanOrEqual(320);
    expect(await smallTargets(page), 'smaller than 44 by 44 pixels').toEqual([]);
    expect(refusals, `refused under ${policy}`).toEqual([]);
  });
});

describe('a table', () => {
  const table = (columns: readonly string[]) =>
    renderPage({
      title: 'x',
      network: { name: 'Made-up Network' },
      audience: 'organiser',
      main: (
        <Table
          id="t"
          caption="Figures"
          columns={columns.map((heading, index) => ({ heading, numeric: index === 0 }))}
          rows={[columns.map((_, index) => (index === 0 ? 1 : 'as many words as make a line of a telephone full and more'))]}
        />
      ),
    });
  const scrolls = async (columns: readonly string[], width: number) => {
    site.html = table(columns);
    await page.setViewportSize({ width, height: 800 });
    await page.goto(site.address);
    return page.evaluate(() => [...document.querySelectorAll('.scroll')].some((each) => each.scrollWidth > each.clientWidth));
  };

  it('has the figures of its first column under their heading', () => {
    expect(table(['Position', 'Name'])).toContain('<th scope="row" class="number">1</th>');
  });

  it.each([2, 3, 7])('of %i columns scrolls nowhere: neither on the narrowest phone, nor between, nor on a desk', async (count) => {
    const columns = ['Position', 'Name', 'Email address', 'Organisation', 'Coming as', 'State', 'Registered'].slice(0, count);
    for (const width of [320, 360, 768, 1280]) expect(await scrolls(columns, width), `${width} pixels`).toBe(false);
  });

  it("of many columns names each thing on its card, to the eye alone: whoever listens has the column's header", async () => {
    const columns = ['Name', 'Email address', 'State'];
    expect(await heard(table(columns), 1280)).toEqual(await heard(table(columns), 360));
    const { roles, names } = await heard(table(columns), 360);
    expect(roles).toEqual({ table: 1, row: 2, columnheader: 3, rowheader: 1, cell: 2 });
    expect(names.filter((name) => name === 'Email address')).toHaveLength(1);
    // The first is a figure here, which means little without its heading; a name would stand alone.
    expect(await labels()).toEqual(['"Name"', '"Email address"', '"State"']);
  });

  it('that said its labels aloud, or hid its headers, would be caught (negative control)', async () => {
    const spoken = await heard(table(['Name', 'Email address', 'State']).replace(/data-label="([^"]*)">/g, '><span>$1</span>'), 360);
    expect(spoken.names.filter((name) => name === 'Email address').length).toBeGreaterThan(1);
    const headless = await heard(table(['Name', 'Email address', 'State']).replace('<thead', '<thead hidden'), 360);
    expect(headless.roles.columnheader).toBeUndefined();
  });

  /** What Chromium tells a screen reader of the table: how many of each part, and every name. */
  async function heard(html: string, width: number) {
    site.html = html;
    await page.setViewportSize({ width, height: 800 });
    await page.goto(site.address);
    const session = await page.context().newCDPSession(page);
    const { nodes } = await session.send('Accessibility.getFullAXTree');
    await session.detach();
    const shown = nodes.filter((node) => !node.ignored);
    const roles: Record<string, number> = {};
    for (const { role } of shown) {
      if (/^(?:table|row|columnheader|rowheader|cell)$/.test(role?.value)) roles[role?.value] = (roles[role?.value] ?? 0) + 1;
    }
    return { roles, names: shown.filter(({ role }) => role?.value === 'StaticText').map(({ name }) => String(name?.value)) };
  }

  const labels = () =>
    page.evaluate(() =>
      [...document.querySelectorAll('[data-label]')].map((each) => getComputedStyle(each, '::before').content.split(' / ')[0]),
    );
});

describe.each([58, 150])('a title of one word with %i letters', (letters) => {
  const word = 'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch'.padEnd(letters, 'och').slice(0, letters);
  const html = renderPage({
    title: word,
    network: { name: 'Made-up Network' },
    audience: 'organiser',
    navigation: [{ href: '/', text: 'Events', current: true }],
    before: <Breadcrumbs items={[{ href: '/', text: 'Events' }, { href: '/', text: word }, { text: 'People' }]} />,
    main: (
      <>
        <h1>{word}</h1>
        <SummaryList rows={[{ key: 'Title', value: word, action: { href: '/', text: 'Change' } }]} />
        <Radios name="which" label={word} options={[{ value: 'a', label: word }]} />
        <Button>{word}</Button>
      </>
    ),
  });
  const sideways = async (width: number, style = '') => {
    site.html = html;
    await page.setViewportSize({ width, height: 800 });
    await page.goto(site.address);
    return page.evaluate((css) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
      document.adoptedStyleSheets = [sheet];
      return document.documentElement.scrollWidth - document.documentElement.clientWidth;
    }, style);
  };

  it.each([320, 1280])('fits a page of %i pixels', async (width) => {
    expect(await sideways(width)).toBe(0);
  });

  it('is noticed where words are only broken in a block of their own (negative control)', async () => {
    expect(await sideways(320, 'body { overflow-wrap: break-word }')).toBeGreaterThan(200);
  });
});

it('would be caught if it were careless (negative control)', async () => {
  const careless = '<h1>x</h1><input name="a"><p class="c">grey</p><div class="w">wide</div><a class="s" href="/">x</a>';
  expect(await htmlProblems(`<!doctype html><html lang="en"><head><title>x</title></head><body>${careless}</body></html>`)).not.toEqual([]);
  const bare = await browser.newPage({ viewport: { width: 320, height: 800 } });
  await bare.setContent(
    `<html lang="en"><title>x</title><style>.c{color:#bbb}.w{width:500px}.s{display:block;height:20px}</style><main>${careless}</main></html>`,
  );
  const found = (await axeViolations(bare)).join('\n');
  expect(found).toContain('label:');
  expect(found).toContain('color-contrast:');
  expect(await bare.evaluate(() => document.documentElement.scrollWidth)).toBeGreaterThan(320);
  expect(await smallTargets(bare)).not.toEqual([]);
});

/** Controls that are too small to hit. Links inside a sentence are exempt (WCAG 2.5.8); so is what is not shown. */
async function smallTargets(shown: Page): Promise<string[]> {
  return await shown.evaluate(() =>
    [...document.querySelectorAll('a, button, input, select, textarea, summary')]
      .filter(
        (element) =>
          element.checkVisibility() &&
          !element.matches('p a, li li a, td a, th a, .prose a, .steps a, h2 a, h3 a, .error-summary a, .skip'),
      )
      .filter((element) => element.getBoundingClientRect().height < 43.5)
      .map((element) => `${element.getBoundingClientRect().height} ${element.outerHTML.slice(0, 120)}`),
  );
}
