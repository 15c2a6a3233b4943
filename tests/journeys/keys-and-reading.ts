import type { Page } from 'playwright-core';
import { expect } from 'vitest';

const mostPresses = 120;

/** Presses Tab until the focus is on what is called so; nobody needs a mouse. */
export async function tabTo(page: Page, name: string): Promise<void> {
  for (let press = 0; press < mostPresses; press += 1) {
    await page.keyboard.press('Tab');
    const called = await page.evaluate(() => {
      const here = document.activeElement;
      const labels = here instanceof HTMLInputElement || here instanceof HTMLTextAreaElement ? [...(here.labels ?? [])] : [];
      return (labels[0] ?? here)?.textContent?.trim() ?? '';
    });
    if (called === name) return;
  }
  throw new Error(`Tab never came to ${name}.`);
}

/** Names in the order in which a screen reader comes to them, by the accessibility tree; those that are not there are told. */
export async function inReadingOrder(page: Page, names: readonly string[]): Promise<void> {
  const tree = await page.getByRole('main').ariaSnapshot();
  const places = names.map((name) => ({ name, at: tree.indexOf(name) }));
  expect(places.filter(({ at }) => at < 0)).toEqual([]);
  expect(places.map(({ name }) => name)).toEqual([...places].sort((a, b) => a.at - b.at).map(({ name }) => name));
}
