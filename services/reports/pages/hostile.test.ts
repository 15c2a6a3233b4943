import { baseUrl } from '@convener/testing/visitor';
import { launchBrowser } from '@convener/ui/testing';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { adviceOn } from '../domain/checks.ts';
import type { Report, ReportContent } from '../domain/report.ts';
import { network } from '../testing/report-service.ts';
import { overviewPage } from './overview-page.tsx';
import { partPage } from './part-page.tsx';
import { reportPage } from './report-page.tsx';
import { reportsListPage } from './reports-list-page.tsx';

/** Pieces that open, close and break out of things, as HTML, as Markdown and as both. */
const cores = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<svg/onload=alert(1)>',
  '<iframe srcdoc="<script>alert(1)</script>">',
  '"><b onmouseover=alert(1)>',
  "' onclick='alert(1)",
  '</title><script>alert(1)</script>',
  '</script><script>alert(1)</script>',
  '<!--<script>',
  ']]><math><mi//xlink:href="data:x,<script>alert(1)</script>">',
  '<style>*{background:url(javascript:alert(1))}</style>',
  '<link rel=stylesheet href=//evil.example>',
  '<meta http-equiv=refresh content="0;url=//evil.example">',
  '<base href=//evil.example>',
  '<form action=//evil.example><button>',
  '<a href="javascript:alert(1)">a</a>',
  '[a](javascript:alert(1))',
  '[a](JaVaScRiPt&colon;alert(1))',
  '[a](data:text/html;base64,PHNjcmlwdD4=)',
  '[a](vbscript:x)',
  '[a](https://example.org "x\\" onclick=\\"alert(1)")',
  '![a](x" onerror="alert(1))',
  '![a](https://example.org/a.png "t")',
  '<https://example.org/"onclick=alert(1)>',
  '<javascript:alert(1)>',
  '```html"onclick=alert(1)\n<b>',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '&#60;img src=x onerror=alert(1)&#62;',
  '\u2028<img src=x onerror=alert(1)>\u2029',
  '{{constructor.constructor("alert(1)")()}}',
] as const;
const openings = ['', '"', "'>", '> ', '- ', '# ', '`', '| a | b |\n|---|---|\n| ', '[x](', '</p></div></section>'] as const;
const payloads = cores.flatMap((core) => openings.map((opening) => `${opening}${core}`));

function contentWith(text: string): ReportContent {
  return {
    title: text,
    startsAt: '2024-11-20T10:00:00.000Z',
    endsAt: '2024-11-20T12:30:00.000Z',
    timeZone: 'Europe/London',
    mode: 'hybrid',
    place: text,
    introduction: text,
    context: { heading: text, prose: text },
    speakers: [{ id: 'spk_1', name: text, role: text, organisation: text, section: text }],
    question: text,
    themes: [{ label: text, prose: text, spread: { rooms: 1, of: 2 } }],
    ending: text,
    showSpread: true,
  };
}

/** Every page that shows what somebody wrote, with the same text in every part of it. */
function pagesWith(text: string): readonly string[] {
  const content = contentWith(text);
  const edition = { number: 1, publishedAt: '2024-12-02T09:00:00.000Z', correction: text, themesVersion: text };
  const report: Report = {
    ...{ id: 'rpt_1', eventId: 'evt_1', revisions: {}, publication: { kind: 'published', slug: 'a-slug', editions: [edition] } },
    draft: { introduction: text, context: content.context, sections: { spk_1: text }, ending: text, showSpread: true },
  };
  const shared = { network, baseUrl, content, slug: 'a-slug', editions: [edition], stylesheet: '/s.css' };
  const event = { id: 'evt_1', title: text };
  return [
    reportPage({ ...shared, shownAs: 'current' }),
    reportPage({ ...shared, shownAs: 'archived' }),
    reportsListPage({ ...shared, reports: [{ ...content, slug: 'a-slug' }] }),
    overviewPage({
      ...{ network, facts: { eventId: 'evt_1', title: text }, report, content, advice: adviceOn(content) },
      ...{ themes: { kind: 'complete' }, differs: true },
    }),
    partPage({
      ...{ network, event, part: { part: 'speaker', speakerId: 'spk_1' }, speaker: text, seen: 0 },
      ...{ state: { kept: { section: text } }, theirs: { part: 'speaker', speakerId: 'spk_1', section: text } },
    }),
  ];
}

const elements = [
  'html head body meta title link main header footer nav section article div span p h1 h2 h3 h4 h5 h6 ul ol li dl dt dd a strong em s b code pre',
  'blockquote br hr table thead tbody tr th td svg circle form label input textarea button',
].flatMap((line) => line.split(' '));

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await launchBrowser();
  page = await browser.newPage();
}, 60_000);
afterAll(() => browser?.close());

/** What a browser makes of the pages that nobody here wrote: elements, attributes, addresses, scripts that are more than data. */
function intruders(htmls: readonly string[]): Promise<readonly string[]> {
  return page.evaluate(
    ([all, known]) => {
      const attributes =
        /^(?:lang|charset|name|content|rel|href|src|defer|type|class|id|for|role|tabindex|hidden|novalidate|action|method|value|rows|start|title|viewBox|width|height|c[xy]|r|focusable|aria-[a-z]+)$/;
      const addresses = /^(?:https?:\/\/|mailto:|\/(?!\/)|#|data:image\/svg\+xml,)/;
      const wrongIn = (element: Element): string[] => {
        const isData = element.matches('head > script[type="application/ld+json"]');
        const isHouse = element.matches('head > script[src^="/assets/main."]');
        const wrong = [...element.attributes]
          .filter(({ name, value }) => {
            if (!attributes.test(name)) return true;
            return (name === 'href' || name === 'src' || name === 'action') && !addresses.test(value);
          })
          .map(({ name, value }) => `${element.localName} ${name}=${value}`);
        if (isData && JSON.parse(element.textContent ?? '')['@type'] !== 'Report') wrong.push('data');
        return known.includes(element.localName) || isData || isHouse ? wrong : [...wrong, element.localName];
      };
      const of = (html: string): string[] => {
        const document = new DOMParser().parseFromString(html, 'text/html');
        const links = document.querySelectorAll('link[rel=stylesheet]').length === 1 ? [] : ['stylesheets'];
        const refresh = document.querySelector('meta[http-equiv], base') ? ['meta'] : [];
        return [...links, ...refresh, ...[...document.querySelectorAll('*')].flatMap(wrongIn)];
      };
      return all.flatMap(of).slice(0, 20);
    },
    [htmls, elements] as const,
  );
}

describe('hostile text in every part of every page (S09)', () => {
  test(`${payloads.length} payloads make no element, attribute or address of their own`, async () => {
    for (let from = 0; from < payloads.length; from += 60) {
      expect(await intruders(payloads.slice(from, from + 60).flatMap(pagesWith))).toEqual([]);
    }
  });

  test('would be caught if one part were let through (negative control)', async () => {
    const careless = (text: string) => pagesWith('SAFE')[0]?.replaceAll('<p>SAFE</p>', text) ?? '';
    const caught = await Promise.all(cores.slice(0, 6).map(async (core) => (await intruders([careless(core)])).length > 0));
    expect(caught.filter((each) => each).length).toBeGreaterThanOrEqual(4);
  });
});
