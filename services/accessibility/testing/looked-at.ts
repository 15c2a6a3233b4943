import { axeViolations, launchBrowser, servePages } from '@convener/ui/testing';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

/** Every one of these pages, by its name, in a browser: narrow and light, wide and dark. */
export function lookedAt(states: readonly (readonly [name: string, html: string])[]): void {
  describe('in a browser', () => {
    const site = servePages();
    let browser: Browser;
    let pages: readonly Page[];
    beforeAll(async () => {
      browser = await launchBrowser();
      const open = async (colorScheme: 'light' | 'dark', width: number) => {
        const page = await browser.newPage({ colorScheme, viewport: { width, height: 900 } });
        await site.attach(page);
        return page;
      };
      pages = [await open('light', 320), await open('dark', 1280)];
    });
    afterAll(() => browser.close());

    test.each(states)('axe finds nothing, and nothing runs over the edge: %s', async (_name, html) => {
      site.html = html;
      for (const page of pages) {
        await page.goto(site.address);
        expect(await axeViolations(page)).toEqual([]);
        expect(await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth')).toBe(true);
      }
    });
  });
}
