import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { examples as buttons } from './components/button.examples.tsx';
import { examples as cards } from './components/cards.examples.tsx';
import { examples as choices } from './components/choices.examples.tsx';
import { examples as notices } from './components/notice.examples.tsx';
import { examples as steps } from './components/steps.examples.tsx';
import { examples as tabs } from './components/tabs.examples.tsx';
import { renderPage } from './index.ts';
import { axeViolations, launchBrowser, servePages } from './testing/index.ts';
import { theme } from './theme.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
}, 60_000);
afterAll(() => browser?.close());

const main = [buttons, cards, choices, notices, steps, tabs].flatMap((examples) =>
  Object.entries(examples).map(([name, example]) => <section key={name}>{example}</section>),
);

/** Accents at the edge of what `theme` lets through, in hues all round the wheel. */
it.each(['#994800', '#006e3c', '#006d77', '#c4005a', '#636363'])(
  'a network in %s can be read everywhere, by day and by night',
  async (accent) => {
    const chosen = theme({ accent, glow: '#ffe08a' });
    if (chosen.kind === 'refused') throw new Error(chosen.reason);
    const site = servePages();
    const page = await browser.newPage();
    await site.attach(page);
    site.html = renderPage({ title: 'Colours', network: { name: 'Made-up Network', theme: chosen.theme }, audience: 'organiser', main });
    await page.goto(site.address);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await axeViolations(page, ['page-has-heading-one', 'heading-order']), colorScheme).toEqual([]);
    }
    await page.close();
  },
);

/** Every control that can be reached shows a ring in the ink or paper colour when it is. */
it('always shows where the focus is', async () => {
  const site = servePages();
  const page = await browser.newPage();
  await site.attach(page);
  site.html = renderPage({
    title: 'Focus',
    network: { name: 'Made-up Network' },
    audience: 'public',
    navigation: [{ href: '/', text: 'Events', current: true }],
    main,
  });
  await page.goto(site.address);
  const stops = await page.locator('a, button, input:not([type=hidden]), summary').count();
  const unseen: string[] = [];
  for (let stop = 0; stop < stops; stop += 1) {
    await page.keyboard.press('Tab');
    const hidden = await page.evaluate(() => {
      const active = document.activeElement;
      if (!active || active === document.body) return undefined;
      const drawn = active.matches('.choice input')
        ? getComputedStyle(active.nextElementSibling ?? active, '::before')
        : getComputedStyle(active);
      return drawn.outlineStyle === 'solid' && Number.parseFloat(drawn.outlineWidth) >= 3 ? undefined : active.outerHTML;
    });
    if (hidden) unseen.push(hidden);
  }
  expect(unseen).toEqual([]);
});
