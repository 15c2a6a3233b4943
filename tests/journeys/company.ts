import type { Role } from '@convener/contracts';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, expect, it } from 'vitest';
import { sessionOf } from '../system/asking.ts';
import { runningSystem, type System } from '../system/running-system.ts';
import { sharedBrowser } from '../system/shared-browser.ts';

export interface Company {
  readonly system: System;
  /** What happens next. Where something went wrong before, the journey ends there. */
  step(what: string, happens: () => Promise<void>): void;
  /** Somebody with a browser of their own, before the site's first page. */
  somebody(how?: { readonly scripts?: boolean }): Promise<Page>;
  /** Somebody who is signed in with one role. */
  signedInAs(role: Role): Promise<Page>;
}

/** Everybody who takes part in a journey. When it ends they leave, and no page may have complained to any of them. */
export async function company(): Promise<Company> {
  const system = await runningSystem();
  const browser = await sharedBrowser();
  const contexts: BrowserContext[] = [];
  const complaints: string[] = [];
  afterAll(async () => {
    await Promise.all(contexts.map((context) => context.close()));
    expect(complaints).toEqual([]);
  });

  let stoppedAt: string | undefined;
  const step: Company['step'] = (what, happens) =>
    it(what, async () => {
      if (stoppedAt) throw new Error(`Not reached: the journey ended at “${stoppedAt}”.`);
      stoppedAt = what;
      await happens();
      stoppedAt = undefined;
    });

  const somebody: Company['somebody'] = async ({ scripts = true } = {}) => {
    const context = await browser.newContext({ baseURL: system.baseUrl, javaScriptEnabled: scripts });
    context.setDefaultTimeout(15_000);
    contexts.push(context);
    const page = await context.newPage();
    page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error.message}`));
    page.on('console', (message) => {
      // A browser writes every answer of 400 and above to its console; the journeys look at those themselves.
      if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
        complaints.push(`${page.url()}: ${message.text()}`);
    });
    return page;
  };
  const signedInAs: Company['signedInAs'] = async (role) => {
    const page = await somebody();
    const value = await sessionOf(system, role);
    await page.context().addCookies([{ name: 'organiser', value, url: system.baseUrl, httpOnly: true, sameSite: 'Lax' }]);
    return page;
  };
  return { system, step, somebody, signedInAs };
}

export async function headingOf(page: Page): Promise<string> {
  return (await page.getByRole('heading', { level: 1 }).textContent()) ?? '';
}
