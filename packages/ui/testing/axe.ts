import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

declare const axe: { run: (options: RunOptions) => Promise<AxeResults> };

const source = readFile(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');

/** What axe finds wrong with the page as it is shown: every rule, best practice too, but those named. One sentence each. */
export function axeViolations(page: Page, except: readonly string[] = []): Promise<string[]> {
  const rules = Object.fromEntries(except.map((rule) => [rule, { enabled: false }]));
  // Without tags axe leaves out what is experimental or above AA: name them all.
  return violationsOf(page, { runOnly: { type: 'tag', values: tags }, rules });
}

/** The same for what colours alone decide: for a page that is looked at again in other colours, and is otherwise as it was. */
export function colourViolations(page: Page): Promise<string[]> {
  return violationsOf(page, { runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } });
}

async function violationsOf(page: Page, options: RunOptions): Promise<string[]> {
  // Half a megabyte: once for each document, however often it is looked at.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(await source);
  const { violations } = await page.evaluate((given) => axe.run({ ...given, resultTypes: ['violations'] }), options);
  return violations.flatMap((violation) =>
    violation.nodes.map(
      (node) => `${violation.id}: ${violation.help}: ${node.html.slice(0, 200)} (${node.failureSummary?.replace(/\s+/g, ' ')})`,
    ),
  );
}

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice', 'EN-301-549', 'experimental'];
