import type { Page, Response } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sessionOf } from '../system/asking.ts';
import { runningSystem } from '../system/running-system.ts';
import { sharedBrowser } from '../system/shared-browser.ts';
import { checks } from './checks.ts';
import type { State } from './state.ts';
import { states } from './states.ts';
import { buildWorld, type World } from './world.ts';

let world: World;
let page: Page;
let shown: Response | undefined;
const complaints: string[] = [];

beforeAll(async () => {
  world = await buildWorld(await runningSystem());
  const context = await (await sharedBrowser()).newContext({ baseURL: world.baseUrl, viewport: { width: 1280, height: 900 } });
  context.setDefaultTimeout(10_000);
  page = await context.newPage();
  page.on('response', (response) => {
    if (response.request().isNavigationRequest() && response.frame() === page.mainFrame() && response.status() !== 303) shown = response;
  });
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) complaints.push(message.text());
  });
  page.on('pageerror', ({ message }) => complaints.push(message));
}, 180_000);
afterAll(() => page?.context().close());

/** Leads the page into a state and gives the HTML as it was sent. */
async function lead({ as, cookie, at, doing, status = 200 }: State): Promise<string> {
  complaints.length = 0;
  await page.context().clearCookies();
  const cookies = [cookie?.(world), as && `organiser=${await sessionOf(world.system, as)}`].flatMap((each) => each ?? []);
  for (const each of cookies.flatMap((line) => line.split('; '))) {
    const cut = each.indexOf('=');
    await page.context().addCookies([{ name: each.slice(0, cut), value: each.slice(cut + 1), url: world.baseUrl }]);
  }
  await page.goto(await at(world));
  if (doing) {
    shown = undefined;
    await doing(page, world);
    await expect.poll(() => shown, { timeout: 10_000, interval: 10 }).toBeDefined();
    await page.waitForLoadState();
  }
  expect(shown?.status(), await page.title()).toBe(status);
  return (await shown?.text()) ?? '';
}

describe.each(Object.entries(Object.groupBy(states, ({ route }) => route)))('%s', (_route, ofRoute = []) => {
  it.each(ofRoute.map((state) => [state.name, state] as const))('%s', async (_name, state) => {
    const html = await lead(state);
    const found: Record<string, readonly string[]> = {};
    for (const check of checks) {
      const complained = await check.complaints(page, html);
      if (complained.length > 0) found[check.name] = complained;
    }
    if (complaints.length > 0 && !state.withoutScript) found['the browser has nothing to complain of'] = [...complaints];
    expect(found).toEqual({});
  });
});
