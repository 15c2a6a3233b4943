import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { sharedBrowser } from '../system/shared-browser.ts';
import { checks } from './checks.ts';

/** Careless pages: every check must catch the one that was made for it, and none may complain of the careful page. */
let page: Page;
beforeAll(async () => {
  page = await (await sharedBrowser()).newPage({ viewport: { width: 1280, height: 900 } });
});
afterAll(() => page.context().close());

const careful = `<a href="/a">One</a><form action="/a"><label for="name">Name</label><input id="name" name="name" type="text"><button type="submit">Send</button></form><a href="/privacy">Privacy</a> <a href="/accessibility-statement">Accessibility</a>`;

async function complaintsAbout(inside: string, style = ''): Promise<Readonly<Record<string, readonly string[]>>> {
  const look =
    ':root{color-scheme:light dark;background:Canvas;color:CanvasText}:focus-visible{outline:3px solid #c50}a,button,input{font-size:1.2rem;margin:1rem;padding:.7rem;display:inline-block}';
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A page</title><meta name="viewport" content="width=device-width, initial-scale=1"><style>${look}${style}</style></head><body><main><h1>A page</h1>${inside}</main></body></html>\n`;
  await page.setContent(html);
  const found: Record<string, readonly string[]> = {};
  for (const { name, complaints } of checks) found[name] = await complaints(page, html.replace(/<style>.*<\/style>/, ''));
  return found;
}

it('a careful page passes', async () => {
  expect(Object.values(await complaintsAbout(careful)).flat()).toEqual([]);
});

it.each([
  ['its HTML is valid', `${careful}<p><h2>Wrong</h2></p>`, ''],
  ['axe finds nothing, by any rule', `${careful}<p class="pale">Pale</p>`, '.pale{color:#ccc;background:#fff}'],
  ['nor in the dark', `${careful}<p class="pale">Pale</p>`, '@media (prefers-color-scheme: dark){.pale{color:#333;background:#000}}'],
  [
    'in forced colours everything can be seen',
    `${careful}<label>Age <input name="age" class="bare"></label>`,
    '.bare{appearance:none;border:0;background:#eee}',
  ],
  ['at 400 % nothing has to be scrolled sideways', `${careful}<p class="wide">Wide</p>`, '.wide{width:600px}'],
])('“%s” catches a careless page', async (name, inside, style) => {
  expect((await complaintsAbout(inside, style))[name]).not.toEqual([]);
});

it('a form without a way to the privacy notice is noticed', async () => {
  const found = await complaintsAbout(careful.replace('/privacy', '/elsewhere'));
  expect(found['whoever is asked for something finds the privacy notice and the accessibility statement']).toEqual(['no link to /privacy']);
});

const keyboard = 'the keyboard reaches everything, in order, seen, and gets out again';
it.each([
  ['a button that Tab passes over', `${careful}<button tabindex="-1">Never</button>`, 'cannot be reached'],
  ['an order of its own', `${careful}<a href="/b" tabindex="1">First?</a>`, 'not reached in its turn'],
  ['a focus that nobody sees', `${careful}<a href="/b" class="shy">Shy</a>`, 'cannot be seen'],
  [
    'a trap',
    `${careful}<textarea aria-label="Trap" onkeydown="if (event.key === 'Tab') event.preventDefault()"></textarea>`,
    'does not let go',
  ],
])('the keyboard walk catches %s', async (_what, inside, complaint) => {
  expect((await complaintsAbout(inside, '.shy:focus-visible{outline:none}'))[keyboard]?.join()).toContain(complaint);
});
