import { baseUrl } from '@convener/testing/visitor';
import { axeViolations, htmlProblems, launchBrowser } from '@convener/ui/testing';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readSeed } from '../../../packages/local-cloud/sample/seed/read-seed.ts';
import type { ReportContent } from '../domain/report.ts';
import { network } from '../testing/report-service.ts';
import { sampleContent } from '../testing/sample-content.ts';
import { editionFiles } from './edition-files.ts';
import { listFiles } from './list-files.ts';

const seed = readSeed();
const content: ReportContent = sampleContent({
  ...{ title: seed.title, introduction: seed.introduction, context: seed.context, question: seed.question, showSpread: true },
  speakers: seed.speakers.map((speaker, position) => ({ id: `spk_${position}`, ...speaker })),
  themes: seed.themes.map((theme, position) => ({ ...theme, spread: { rooms: 1 + (position % 6), of: 6 } })),
  ending:
    '## What happens next\n\nWe meet [at the conference](https://example.org/conference).\n\n| When | Where |\n|---|---|\n| March | Perth |',
});
const first = { number: 1, publishedAt: '2024-12-02T09:00:00.000Z', correction: '', themesVersion: 'v1' };
const second = { number: 2, publishedAt: '2024-12-04T09:00:00.000Z', correction: 'We corrected a name.', themesVersion: 'v2' };
const site = { network, baseUrl };
const reports = [{ slug: 'seed', title: 'Event report: A', startsAt: '2024-11-20T10:00:00.000Z', timeZone: 'Europe/London' }];
const bucket = new Map<string, { readonly body: string; readonly contentType: string }>(
  [
    ...editionFiles(site, { content, slug: 'seed', editions: [first] }),
    ...editionFiles(site, { content, slug: 'seed', editions: [first, second] }),
    ...editionFiles(site, { content: sampleContent(), slug: 'small', editions: [first] }),
    ...editionFiles(site, {
      content: { ...sampleContent(), context: { heading: '', prose: '' }, speakers: [], themes: [], question: '' },
      slug: 'bare',
      editions: [first],
    }),
    ...listFiles(site, reports),
  ].map((file) => [`/${file.key}`, file] as const),
);

/** As CloudFront serves the bucket: these files and no function behind them. */
const policy =
  "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
}, 60_000);
afterAll(() => browser?.close());

async function open(path: string, options: Parameters<Browser['newPage']>[0] = {}) {
  const page = await browser.newPage(options);
  const missing: string[] = [];
  page.on('console', (message) => missing.push(message.text()));
  await page.route('**/*', async (route) => {
    const file = bucket.get(new URL(route.request().url()).pathname);
    if (!file) {
      missing.push(route.request().url());
      return route.fulfill({ status: 403, body: '' });
    }
    return route.fulfill({ body: file.body, contentType: file.contentType, headers: { 'content-security-policy': policy } });
  });
  await page.goto(`http://reports.test${path}`);
  return { page, missing };
}

const pages = ['/reports/seed', '/reports/seed/editions/1', '/reports/small', '/reports/bare', '/reports/'];

describe.each(pages)('%s', (path) => {
  test('is valid HTML', async () => {
    expect(await htmlProblems(bucket.get(path)?.body ?? '')).toEqual([]);
  });

  test('needs nothing but the files beside it', async () => {
    const { page, missing } = await open(path);
    expect(missing).toEqual([]);
    expect(await page.evaluate(() => getComputedStyle(document.body).margin)).toBe('0px');
    await page.close();
  });

  test.each([
    ['light', { colorScheme: 'light', viewport: { width: 1280, height: 900 } }],
    ['dark', { colorScheme: 'dark', viewport: { width: 1280, height: 900 } }],
    ['forced colours', { forcedColors: 'active', viewport: { width: 1280, height: 900 } }],
    ['400 %', { viewport: { width: 320, height: 256 } }],
  ] as const)('breaks no rule of axe in %s, and nothing runs out of the page', async (_name, options) => {
    const { page } = await open(path, options);
    expect(await axeViolations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth)).toBe(true);
    await page.close();
  });
});

test('every link of the pages leads to a file, a page of the site or another site', async () => {
  const links = pages.flatMap((path) =>
    [...(bucket.get(path)?.body ?? '').matchAll(/<a[^>]* href="(\/[^"]*)"/g)].map(([, href = '']) => href),
  );
  const ours = ['/', '/events', '/join', '/privacy', '/accessibility-statement'];
  expect([...new Set(links)].filter((href) => !bucket.has(href) && !ours.includes(href))).toEqual([]);
});

test('on paper it is black on white, without menus, and says where its links lead', async () => {
  const { page } = await open('/reports/seed');
  await page.emulateMedia({ media: 'print', colorScheme: 'light' });
  const seen = await page.evaluate(() => ({
    question: getComputedStyle(document.querySelector('.question') ?? document.body).color,
    menu: getComputedStyle(document.querySelector('header nav') ?? document.body).display,
    address: getComputedStyle(document.querySelector('.report-ending a, .report a[href^="http"]') ?? document.body, '::after').content,
  }));
  expect(seen).toEqual({ question: 'rgb(0, 0, 0)', menu: 'none', address: expect.stringContaining('example.org/conference') });
  await page.close();
});

test('a report is light to carry: page and style together', async () => {
  const { gzipSync } = await import('node:zlib');
  const sizes = [...bucket]
    .filter(([path]) => path === '/reports/seed' || path.endsWith('.css'))
    .map(([, { body }]) => gzipSync(body).length);
  expect(sizes.reduce((a, b) => a + b, 0)).toBeLessThan(16_000);
});
