import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

declare const axe: { run: (options: RunOptions) => Promise<AxeResults> };

const source = readFile(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');

/** What axe finds wrong with the page as it is shown: every rule, best practice too, but those named. One sentence each. */
export async function axeViolations(page: Page, except: readonly string[] = []): Promise<string[]> {
  await page.evaluate(await source);
  const rules = Object.fromEntries(except.map((rule) => [rule, { enabled: false }]));
  const { violations } = await page.evaluate(
    (options) => axe.run({ ...options, resultTypes: ['violations'] }),
    // Without tags axe leaves out what is experimental or above AA: name them all.
    { runOnly: { type: 'tag' as const, values: tags }, rules },
  );
  return violations.flatMap((violation) =>
    violation.nodes.map(
      (node) => `${violation.id}: ${violation.help}: ${node.html.slice(0, 200)} (${node.failureSummary?.replace(/\s+/g, ' ')})`,
    ),
  );
}

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice', 'EN-301-549', 'experimental'];
