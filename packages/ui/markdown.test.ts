import fc from 'fast-check';
import { Marked } from 'marked';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { markdownAsLines, markdownAsText, renderMarkdown } from './markdown.ts';
import { launchBrowser } from './testing/index.ts';

describe('markdown', () => {
  it.each([
    ['# One\n\n### Two\n\n# Three', '<h2>One</h2>\n<h3>Two</h3>\n<h2>Three</h2>\n'],
    ['a <b>b</b>', '<p>a &lt;b&gt;b&lt;/b&gt;</p>\n'],
    ['[a](javascript:alert(1))', '<p>[a](javascript:alert(1))</p>\n'],
    ['[a](mailto:a@example.org)', '<p><a href="mailto:a@example.org">a</a></p>\n'],
    ['[a](//evil.example)', '<p>[a](//evil.example)</p>\n'],
    ['see https://example.org/a.', '<p>see <a href="https://example.org/a">https://example.org/a</a>.</p>\n'],
    ['![x](https://example.org/a.png)', '<p>!<a href="https://example.org/a.png">x</a></p>\n'],
    ['![x][y]\n\n[y]: https://example.org/a.png', '<p>!<a href="https://example.org/a.png">x</a></p>\n'],
    ['[a *b*][y]\n\n[y]: javascript:alert(1)', '<p>[a *b*][y]</p>\n'],
    ['[a [b](javascript:x)](https://example.org)', '<p><a href="https://example.org">a [b](javascript:x)</a></p>\n'],
    ['www.example.org a@example.org', '<p>www.example.org a@example.org</p>\n'],
    ['<div>\n*a*\n</div>', '<p>&lt;div&gt;\n<em>a</em>\n&lt;/div&gt;</p>\n'],
    ['~~a~~', '<p><s>a</s></p>\n'],
    ['- [x] a', '<ul>\n<li>[x] a</li>\n</ul>\n'],
    [
      '| a | b"c |\n|--:|---|\n| 1 | 2 |',
      '<section class="scroll" tabindex="0" aria-label="a, b&#34;c"><table>\n<thead>\n<tr>\n<th class="number">a</th>\n<th>b&quot;c</th>\n</tr>\n</thead>\n' +
        '<tbody><tr>\n<td class="number">1</td>\n<td>2</td>\n</tr>\n</tbody></table></section>\n',
    ],
  ])('%j', (source, html) => expect(renderMarkdown(source).safeHtml).toBe(html));

  it('fits below the page’s own headings', () =>
    expect(renderMarkdown('# a\n\n## b', { topLevel: 4 }).safeHtml).toBe('<h4>a</h4>\n<h5>b</h5>\n'));

  it('closes up a level that was jumped over, also within a quote or a list', () =>
    expect([...renderMarkdown('# a\n\n> ### b\n\n- # c').safeHtml.matchAll(/<h\d>/g)].join()).toBe('<h2>,<h3>,<h2>'));

  it('can be read without its marks', () =>
    expect(markdownAsText('# Our **aims**\n\nto [listen](https://example.org)\nand act &amp; &copy; &constructor; \\*')).toBe(
      'Our aims to listen and act & © &constructor; *',
    ));

  it('has every word, and no more depth than a browser or the stack can take, however deep it was nested', () => {
    for (const mark of ['> ', '>', '- ', '1. ', '* > ', '**a *b ', '~~a ~b ', '[', '![a](', '[a](b ', '*', '`a', '<', '&']) {
      const source = mark.repeat(Math.floor(20_000 / mark.length));
      const depth = Math.max(...runningDepth(renderMarkdown(`${source}end`).safeHtml));
      expect([mark, depth < 100, markdownAsLines(`${source}end`).join('').endsWith('end')]).toEqual([mark, true, true]);
    }
  });
});

/** How many elements are open after each tag. */
function* runningDepth(html: string): Generator<number> {
  let depth = 0;
  yield depth;
  for (const [tag] of html.matchAll(/<\/?[a-z][^>]*>/g)) {
    depth += tag.startsWith('</') ? -1 : /^<(?:br|hr)/.test(tag) ? 0 : 1;
    yield depth;
  }
}

/** Pieces that open, close and break out of things, in any order, with ordinary text between them. */
const pieces = [
  '<script>alert(1)</script>', '<img src=x onerror=alert(1)>', '<svg/onload=alert(1)>', '"><b onmouseover=x>', "' onclick='x", '<!--', '-->', '<![CDATA[',
  '[a](javascript:alert(1))', '[a](JaVaScRiPt&colon;alert(1))', '[a](  data:text/html;base64,x)', '[a](vbscript:x)', '![a](x" onerror="y)', '<javascript:alert(1)>',
  '[a](https://example.org "title\\" onclick=\\"x")', '[a]: javascript:alert(1)', '[a]', '`', '```html"onclick=x\n', '\n', '\n\n', '> ', '- ', '# ', '| a | b |\n|---|---|\n',
  '&lt;script&gt;', '&#x3c;b&#x3e;', '\\<b\\>', '*', '_', '**', '\u202e', '🎉', 'plain words', '<https://example.org/"onclick=x>', 'https://example.org/<b>', '<style>', '</p></div>',
]; // biome-ignore format: a list to scan with the eye.
const hostile = fc
  .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 12 })), { maxLength: 12 })
  .map((parts) => parts.join(''));

describe('markdown as plain lines', () => {
  it.each([
    ['one\ntwo\n\nthree', ['one two', 'three']],
    ['# A\n\n- b *c*\n- d\n\n> e', ['A', 'b c', 'd', 'e']],
    ['3. c\n4. d\n\n   more', ['3. c', '4. d', 'more']],
    ['a [b](https://example.org/c) d', ['a b (https://example.org/c) d']],
    ['https://example.org/ and [a](mailto:a@example.org)', ['https://example.org/ and a (a@example.org)']],
    ['| a | b |\n|---|---|\n| c | d |', ['a | b', 'c | d']],
    ['a  \nb\n\n    code\n    more', ['a', 'b', 'code', 'more']],
    ['[a](https://example.org/%)', ['a (https://example.org/%25)']],
    ['https://example.org/a and <https://example.org/b>', ['https://example.org/a and https://example.org/b']],
    ['- [ ] a\n- [x] b', ['[ ] a', '[x] b']],
    [' a &amp; b &#65; &nbsp;c', ['a & b A \u00a0c']],
    ['', []],
  ])('%j', (source, lines) => expect(markdownAsLines(source)).toEqual(lines));

  it('never fails, whatever was typed', () => {
    fc.assert(fc.property(fc.string(), (text) => markdownAsLines(text).every((line) => !line.includes('\n'))));
  });
});

describe('markdown against hostile text', () => {
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    browser = await launchBrowser();
    page = await browser.newPage();
  }, 60_000);
  afterAll(() => browser?.close());

  /** What a browser makes of it that Markdown may not: elements, attributes, addresses. */
  const intruders = (htmls: string[]): Promise<string[]> =>
    page.evaluate((all) => {
      const elements = 'p h2 h3 h4 h5 h6 ul ol li blockquote pre code em strong s a br hr section table thead tbody tr th td'.split(' ');
      const soundValues: Record<string, RegExp> = {
        href: /^(?:https?:|mailto:)/,
        class: /^(?:scroll$|number$|language-)/,
        start: /^\d+$/,
        tabindex: /^0$/,
        title: /./,
        'aria-label': /^/,
      };
      const wrongAttributes = (element: Element): string[] =>
        [...element.attributes].filter(({ name, value }) => !soundValues[name]?.test(value)).map(({ name, value }) => `${name}=${value}`);
      return all.flatMap((html) =>
        [...new DOMParser().parseFromString(html, 'text/html').body.querySelectorAll('*')].flatMap((element) => [
          ...(elements.includes(element.localName) ? [] : [`element ${element.localName}`]),
          ...wrongAttributes(element),
        ]),
      );
    }, htmls);

  const texts = fc.sample(hostile, { numRuns: 3000, seed: 20_241_120 });

  it('lets no element, attribute or address of the writer’s through', async () => {
    expect(await intruders(texts.map((text) => renderMarkdown(text).safeHtml))).toEqual([]);
  });

  it('would be caught if it did (negative control)', async () => {
    const careless = new Marked({ async: false });
    const found = await intruders(texts.map((text) => String(careless.parse(text))));
    expect(found).toEqual(expect.arrayContaining(['element script', 'element img', 'href=javascript:alert(1)']));
  });
});
