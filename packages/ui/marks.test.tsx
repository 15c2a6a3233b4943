import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { asset } from './assets/serve.ts';
import { MarkList, renderPage } from './index.ts';
import { launchBrowser, policy } from './testing/index.ts';

const names = ['Ada Sample', 'Béa Sample', 'Cyd Example'];
const html = renderPage({
  title: 'Who is here',
  network: { name: 'Made-up Network' },
  audience: 'organiser',
  main: (
    <>
      <h1>Who is here</h1>
      <MarkList
        action="/here"
        names={{ mark: 'here', unmark: 'notHere' }}
        marked="here"
        find="Find by name"
        says={{
          counted: '{marked} of {all} are here.',
          unsent: '{n} not yet sent.',
          sent: 'Everything is sent.',
          signedOut: '{n} not sent: sign in again.',
          offline: 'You can go on without a connection.',
        }}
        items={names.map((text, at) => ({ id: `reg_${at}`, text, marked: false }))}
      />
    </>
  ),
});

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
}, 60_000);
afterAll(() => browser?.close());

/** A site whose line can be cut, and that answers as it is told. */
async function visit(javaScriptEnabled: boolean) {
  const page = await (await browser.newContext({ javaScriptEnabled })).newPage();
  const site = { line: true, status: 200, posts: [] as string[] };
  await page.route('http://network.test/**', async (route) => {
    const request = route.request();
    const { pathname } = new URL(request.url());
    const found = pathname.startsWith('/assets/') ? asset(pathname.slice('/assets/'.length)) : undefined;
    if (found) return route.fulfill({ body: found.body, contentType: found.contentType });
    if (request.method() === 'POST') {
      if (!site.line) return route.abort('internetdisconnected');
      site.posts.push(request.postData() ?? '');
      return route.fulfill({ status: site.status, body: '{}', contentType: 'application/json' });
    }
    const headers = { 'content-security-policy': policy.replace('form-action', "connect-src 'self'; form-action") };
    return route.fulfill({ body: html, contentType: 'text/html; charset=utf-8', headers });
  });
  await page.goto('http://network.test/');
  return { page, site };
}

it('promises to go on without a connection only where the script runs that does', async () => {
  const promise = 'You can go on without a connection.';
  expect(await (await visit(true)).page.getByText(promise).isVisible()).toBe(true);
  expect(await (await visit(false)).page.getByText(promise).isVisible()).toBe(false);
});

const pressed = (page: Page, name: string) => page.getByRole('button', { name }).getAttribute('aria-pressed');
const status = (page: Page) => page.getByRole('status').textContent();

describe('a list of names at a door', () => {
  let page: Page;
  let site: Awaited<ReturnType<typeof visit>>['site'];
  beforeEach(async () => {
    ({ page, site } = await visit(true));
  });

  it('sends a press at once, and says so', async () => {
    await page.getByRole('button', { name: 'Ada Sample' }).click();
    await page.getByText('Everything is sent.').waitFor();
    expect(site.posts).toEqual(['{"here":["reg_0"],"notHere":[]}']);
    expect(await pressed(page, 'Ada Sample')).toBe('true');
    expect(await status(page)).toBe('1 of 3 are here. Everything is sent.');
  });

  it('keeps what it cannot send, ids and no names, also when the page is loaded again, and sends it once the line is back', async () => {
    site.line = false;
    for (const name of names) await page.getByRole('button', { name }).click();
    await page.getByText('3 not yet sent.').waitFor();
    const kept = await page.evaluate(() => JSON.stringify({ ...localStorage }));
    expect(kept).toContain('reg_1');
    for (const name of names) expect(kept).not.toContain(name.split(' ')[0]);
    await page.reload();
    expect(await pressed(page, 'Béa Sample')).toBe('true');
    expect(await status(page)).toBe('3 of 3 are here. 3 not yet sent.');
    site.line = true;
    await page.evaluate(() => dispatchEvent(new Event('online')));
    await page.getByText('Everything is sent.').waitFor();
    expect(site.posts).toEqual(['{"here":["reg_0","reg_1","reg_2"],"notHere":[]}']);
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
  });

  it('takes a mark back, and sends only what holds in the end', async () => {
    site.line = false;
    await page.getByRole('button', { name: 'Ada Sample' }).click();
    // A second press at once is a slip of the hand.
    await page.getByRole('button', { name: 'Ada Sample' }).click();
    expect(await pressed(page, 'Ada Sample')).toBe('true');
    await page.getByRole('button', { name: 'Cyd Example' }).click();
    await page.getByRole('button', { name: 'Ada Sample' }).click();
    expect(await pressed(page, 'Ada Sample')).toBe('false');
    site.line = true;
    await page.evaluate(() => dispatchEvent(new Event('online')));
    await page.getByText('Everything is sent.').waitFor();
    expect(site.posts).toEqual(['{"here":["reg_2"],"notHere":["reg_0"]}']);
  });

  it('says that nothing is sent while nobody is signed in, and loses nothing', async () => {
    site.status = 401;
    await page.getByRole('button', { name: 'Ada Sample' }).click();
    await page.getByText('1 not sent: sign in again.').waitFor();
    site.status = 200;
    await page.evaluate(() => dispatchEvent(new Event('online')));
    await page.getByText('Everything is sent.').waitFor();
  });

  it('finds a name without accents and capitals, and Enter presses nobody', async () => {
    await page.getByLabel('Find by name').fill('BEA');
    expect(await page.locator('.marks').getByRole('listitem').count()).toBe(1);
    await page.keyboard.press('Enter');
    expect(site.posts).toEqual([]);
    expect(await pressed(page, 'Béa Sample')).toBe('false');
  });
});

it('works without any script: a press posts the form', async () => {
  const { page, site } = await visit(false);
  await Promise.all([
    page.waitForEvent('request', (request) => request.method() === 'POST'),
    page.getByRole('button', { name: 'Cyd Example' }).click(),
  ]);
  expect(site.posts).toEqual(['here=reg_2']);
  expect(await page.getByLabel('Find by name').count()).toBe(0);
});

it('the test above is able to fail: under the policy of other pages the script can send nothing', async () => {
  const { page, site } = await visit(true);
  await page.route('http://network.test/', (route) =>
    route.fulfill({ body: html, contentType: 'text/html; charset=utf-8', headers: { 'content-security-policy': policy } }),
  );
  await page.reload();
  await page.getByRole('button', { name: 'Ada Sample' }).click();
  await page.getByText('1 not yet sent.').waitFor();
  expect(site.posts).toEqual([]);
});
