import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Button, Copyable, Form, QuickExit, Radios, renderPage, TextInput } from './index.ts';
import { launchBrowser, servePages } from './testing/index.ts';

const html = renderPage({
  title: 'Reach you',
  network: { name: 'Made-up Network' },
  audience: 'public',
  errors: [{ id: 'name', message: 'Enter your name' }],
  main: (
    <>
      <Form>
        <h1>How can we reach you?</h1>
        <TextInput name="name" label="Your name" error="Enter your name" />
        <Radios
          name="by"
          label="By what?"
          options={[
            { value: 'email', label: 'Email' },
            { value: 'phone', label: 'Phone', reveal: <TextInput name="phone" label="Telephone number" /> },
          ]}
        />
        <Button>Continue</Button>
      </Form>
      <Copyable text="https://example.org/room" label="the link" />
      <QuickExit href="https://weather.example.org/" />
    </>
  ),
});

describe.each([
  ['with its script', true],
  ['without any script', false],
])('a page %s', (_, javaScriptEnabled) => {
  let browser: Browser;
  let page: Page;
  const site = servePages();
  const posts: string[] = [];
  site.html = html;

  beforeAll(async () => {
    browser = await launchBrowser();
    page = await (await browser.newContext({ javaScriptEnabled })).newPage();
    await site.attach(page);
    page.on('request', (request) => request.method() === 'POST' && posts.push(request.postData() ?? ''));
  }, 60_000);
  afterAll(() => browser?.close());
  beforeEach(() => page.goto(site.address));

  it('asks the question that follows only of those who pick its answer', async () => {
    expect(await page.getByLabel('Telephone number').isVisible()).toBe(false);
    await page.getByLabel('Phone', { exact: true }).check();
    expect(await page.getByLabel('Telephone number').isVisible()).toBe(true);
    await page.getByLabel('Email').check();
    expect(await page.getByLabel('Telephone number').isVisible()).toBe(false);
  });

  it('leads from the error summary to the control', async () => {
    await page.getByRole('link', { name: 'Enter your name' }).click();
    await page.keyboard.type('Made Up');
    if (javaScriptEnabled) expect(await page.getByLabel('Your name').inputValue()).toBe('Made Up');
    else expect(page.url()).toContain('#name');
  });

  it('can be filled in and sent from the keyboard', async () => {
    posts.length = 0;
    await page.getByLabel('Your name').focus();
    await page.keyboard.type('Made Up');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Tab');
    await page.keyboard.type('01632 960001');
    await page.keyboard.press('Tab');
    await Promise.all([page.waitForEvent('request', (request) => request.method() === 'POST'), page.keyboard.press('Enter')]);
    expect(posts).toEqual(['name=Made+Up&by=phone&phone=01632+960001']);
  });
});

describe('the script', () => {
  let browser: Browser;
  let page: Page;
  const site = servePages();
  beforeAll(async () => {
    browser = await launchBrowser();
    page = await browser.newPage();
    await site.attach(page);
    site.html = html;
    await page.goto(site.address);
  }, 60_000);
  afterAll(() => browser?.close());

  it('starts at the error summary', async () => {
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('error-summary');
  });

  it('takes a second press as a slip of the hand', async () => {
    const stopped = await page.evaluate(() => {
      const form = document.querySelector('form');
      const send = (): boolean => {
        const event = new Event('submit', { cancelable: true });
        form?.dispatchEvent(event);
        return event.defaultPrevented;
      };
      return [send(), send()];
    });
    expect(stopped).toEqual([false, true]);
  });
});
