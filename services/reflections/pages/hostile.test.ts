import { launchBrowser } from '@convener/ui/testing';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type World, world } from '../testing/visitor.ts';

/** S09: 1,500 pieces of markup as people's words, through the form to every page that shows them. Not one element or attribute more. */
const breakouts = [
  '',
  '"',
  "'",
  '">',
  "'>",
  '</p>',
  '</blockquote>',
  '</textarea>',
  '</title>',
  '-->',
  '</option></select>',
  '&quot;>',
  '\u2028',
  '`',
  ']]>',
];
const vectors = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<svg onload=alert(1)>',
  '<svg><a xlink:href="javascript:alert(1)"><text>x',
  '<a href="javascript:alert(1)">x</a>',
  '<iframe srcdoc="<b>x">',
  '<form action=//evil.example><button>x',
  '<input autofocus onfocus=alert(1)>',
  '<details open ontoggle=alert(1)>',
  '<math><mi//xlink:href="data:x,<script>alert(1)</script>">',
  '<base href=//evil.example>',
  '<meta http-equiv=refresh content="0;url=//evil.example">',
  '<style>*{background:url(//evil.example)}</style>',
  '<link rel=stylesheet href=//evil.example>',
  '<object data=//evil.example>',
  '<template><b>x</template>',
  ' onmouseover=alert(1) x=',
  ' style=animation-name:x onanimationstart=alert(1) ',
  '<b',
  '<!--<img src="--><img src=x onerror=alert(1)//">',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '&#60;img src=x onerror=alert(1)&#62;',
  '{{constructor.constructor("alert(1)")()}}',
  '<x contenteditable onblur=alert(1)>',
  '\u{1f469}<b>\u0301</b>',
];
const endings = ['', ' x', '<!--', '\\'];
const payloads = breakouts.flatMap((breakout) => vectors.flatMap((vector) => endings.map((ending) => `${breakout}${vector}${ending}`)));

interface Told {
  readonly outline: readonly string[];
  readonly text: string;
}

let browser: Browser;
let page: Page;
let hostile: World;
let plain: World;
beforeAll(async () => {
  browser = await launchBrowser();
  page = await browser.newPage();
  [hostile, plain] = [await world({ rooms: 1 }), await world({ rooms: 1 })];
  await send(hostile, payloads);
  await send(
    plain,
    Array.from({ length: 75 }, (_, position) => `Point ${position}`),
  );
});
afterAll(() => browser?.close());

async function send(site: World, points: readonly string[]): Promise<void> {
  const { notes } = await site.linksOf('rm1');
  for (let from = 0; from < points.length; from += 200) {
    const batch = points.slice(from, from + 200);
    const sent = await site.visit('POST', notes, { json: { points: batch.join('\n'), attempt: `batch-${from}` } });
    expect(sent.data()).toMatchObject({ added: batch.length });
  }
}

/** What a browser makes of pages: every element with the names of its attributes, in order. */
async function read(pages: readonly string[]): Promise<readonly Told[]> {
  return page.evaluate(
    (all) =>
      all.map((html) => {
        const parsed = new DOMParser().parseFromString(html, 'text/html');
        const outline = [...parsed.querySelectorAll('*')].map((element) => {
          const names = element.getAttributeNames().sort().join(' ');
          return `${element.localName} ${names}`;
        });
        return { outline, text: parsed.body.textContent ?? '' };
      }),
    [...pages],
  );
}

const bodies = (site: World, paths: readonly string[]) => Promise.all(paths.map(async (path) => (await site.visit('GET', path)).body));
const listOf = (site: World, page: number) => `${site.base}/reflections?show=unthemed&page=${page}`;

test('there are as many as was said', () => expect(new Set(payloads).size).toBeGreaterThanOrEqual(1500));

describe('words of 1,500 reflections', () => {
  test('add nothing to the organisers’ list, on any of its sixty pages', async () => {
    const [first, middle, last] = await read(
      await bodies(
        plain,
        [1, 2, 3].map((page) => listOf(plain, page)),
      ),
    );
    const paths = Array.from({ length: 60 }, (_, at) => listOf(hostile, at + 1));
    const bad = await read(await bodies(hostile, paths));
    for (const [at, each] of bad.entries()) expect(each.outline).toEqual((at === 0 ? first : at === 59 ? last : middle)?.outline);
    expect(bad.map((each) => each.text).join('\n')).toContain('<img src=x onerror=alert(1)>');
  });

  test('add nothing to the theming page and the note-taker’s', async () => {
    const pathsOf = async (site: World) => [`${site.base}/themes`, (await site.linksOf('rm1')).notes];
    const [bad, good] = [await read(await bodies(hostile, await pathsOf(hostile))), await read(await bodies(plain, await pathsOf(plain)))];
    expect(bad[0]?.outline).toEqual(good[0]?.outline);
    // As many items as points, and the rest alike.
    const [theirs, ours] = [bad[1]?.outline ?? [], good[1]?.outline ?? []];
    expect(theirs.length - ours.length).toBe(1500 - 75);
    expect(theirs.filter((each) => each !== 'li ')).toEqual(ours.filter((each) => each !== 'li '));
  });
});

describe('everything else that people write', () => {
  const some = payloads.filter((_, at) => at % 19 === 0);
  const ordinary = 'Plain words';

  test('on their own page, back in a form with an error, and in the thanks', async () => {
    const { room } = await plain.linksOf('rm1');
    const visits = async (text: string) => {
      const made = await plain.visit('POST', room, { json: { words: text, consent: 'quote-named', name: text.slice(0, 90) } });
      const own = new URL(String(made.data().ownLink)).pathname;
      const refused = await plain.visit('POST', room, { fields: { words: '', consent: text, name: text, attempt: text } });
      return [(await plain.visit('GET', own)).body, refused.body];
    };
    const [own, refused] = await read(await visits(ordinary));
    for (const text of some) {
      const [theirs, back] = await read(await visits(text));
      expect(theirs?.outline).toEqual(own?.outline);
      expect(back?.outline).toEqual(refused?.outline);
    }
  });

  test('as labels and reasons', async () => {
    const [one, other] = [await world({ rooms: 1 }), await world({ rooms: 1 })];
    const few = some.slice(0, 40).map((text, at) => `${at} ${text}`.slice(0, 110));
    const fillUp = async (site: World, texts: readonly string[]) => {
      const { room } = await site.linksOf('rm1');
      for (const text of texts) {
        await site.visit('POST', `${site.base}/themes`, { json: { label: text, prose: '' } });
        const made = await site.visit('POST', room, { json: { words: ordinary } });
        const path = `${site.base}/reflections/${made.data().reflectionId}/moderate`;
        expect((await site.visit('POST', path, { fields: { decision: 'set-aside', reason: text } })).status).toBe(303);
      }
      return bodies(site, [`${site.base}/themes`, `${site.base}/reflections?show=set-aside`]);
    };
    const bad = await read(await fillUp(one, few));
    const good = await read(
      await fillUp(
        other,
        few.map((_, at) => `Label ${at}`),
      ),
    );
    for (const [at, each] of bad.entries()) expect(each.outline).toEqual(good[at]?.outline);
  });

  test('as the text of a theme, also where two wrote it at once', async () => {
    const made = await plain.visit('POST', `${plain.base}/themes`, { json: { label: 'Text', prose: some.slice(0, 60).join('\n') } });
    const path = `${plain.base}/themes/${made.data().themeId}`;
    const late = { fields: { action: 'save', label: 'Text', prose: 'Late words', edition: '7' } };
    const pages = async () => [...(await bodies(plain, [path])), (await plain.visit('POST', path, late)).body];
    const bad = await read(await pages());
    await plain.visit('POST', path, { json: { label: 'Text', prose: ordinary } });
    const good = await read(await pages());
    for (const [at, each] of bad.entries()) expect(each.outline).toEqual(good[at]?.outline);
  });
});

test('a page that forgot to escape would be caught (negative control)', async () => {
  const { notes } = await plain.linksOf('rm1');
  const [body = ''] = await bodies(plain, [notes]);
  const careless = payloads
    .filter((payload) => /^<(script|img|svg)/.test(payload))
    .map((payload) => body.replace('Point 7<', `${payload}<`));
  const [good, ...bad] = await read([body, ...careless.slice(0, 20)]);
  for (const each of bad) expect(each.outline).not.toEqual(good?.outline);
});
