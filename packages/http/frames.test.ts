import { axeViolations, htmlProblems, launchBrowser, servePages } from '@convener/ui/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { consolePage, type NetworkSettings, publicPage } from './index.ts';
import { problemPage } from './problem-page.tsx';
import { signedOutPage } from './signed-out-page.tsx';

const network: NetworkSettings = { name: 'Made-up Network', timeZone: 'Europe/London', contact: 'hello@example.org' };
const problem = { status: 404, title: 'Page not found', detail: 'Look again.' };
const event = { id: 'evt_1', title: 'A day', tab: 'overview' } as const;
const titleOf = (html: string) => /<title>(.*?)<\/title>/.exec(html)?.[1];
const linksOf = (html: string, label: string) =>
  [...(new RegExp(`<nav[^>]*aria-label="${label}".*?</nav>`, 's').exec(html)?.[0] ?? '').matchAll(/<a href="([^"]*)"/g)].map(
    ([, to]) => to,
  );

describe('the frame of the public pages', () => {
  test('has one navigation, and marks the room that one is in', () => {
    const html = publicPage({ network, title: 'Join', section: 'join', main: '' });
    expect(linksOf(html, 'Main')).toEqual(['/events', '/reports/', '/join']);
    expect(html).toContain('<a href="/join" aria-current="page">');
  });
});

describe('the frame of the console', () => {
  test('says in the title of a part whose it is, and leads back up', () => {
    const html = consolePage({ network, title: 'Speakers', section: 'events', event, main: '' });
    expect(titleOf(html)).toBe('Speakers: A day – Made-up Network');
    expect(linksOf(html, 'You are here')).toEqual(['/organise/events', '/organise/events/evt_1']);
  });

  test('names the event once, where the page did so already or is the event itself', () => {
    expect(titleOf(consolePage({ network, title: 'Themes: A day', section: 'events', event, main: '' }))).toBe(
      'Themes: A day – Made-up Network',
    );
    const overview = consolePage({ network, title: 'A day', section: 'events', event, main: '' });
    expect(titleOf(overview)).toBe('Overview: A day – Made-up Network');
    expect(linksOf(overview, 'You are here')).toEqual(['/organise/events']);
  });
});

describe('a page that says what went wrong', () => {
  test('leads on in the place where somebody was', () => {
    expect(problemPage(network, '/events/nothing')(problem)).toContain('<a href="/events">See the events</a>');
    const console = problemPage(network, '/organise/events/nothing')(problem);
    expect(console).toContain('<a href="/organise/events">Go to your events</a>');
    expect(linksOf(console, 'Main')).toContain('/organise/members');
  });

  test('an address that only begins alike is not an organiser’s', () => {
    expect(problemPage(network, '/organised')(problem)).not.toContain('/organise/');
  });
});

describe('every page of this package', () => {
  const site = servePages();
  let browser: Awaited<ReturnType<typeof launchBrowser>>;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  test.each([
    ['not found, in public', problemPage(network, '/nothing')(problem)],
    ['not found, among organisers', problemPage(network, '/organise/nothing')(problem)],
    ['signed out with words to keep', signedOutPage({ path: '/organise/events', fields: { title: 'Kept' } }, network)],
  ])('%s: valid, and axe finds nothing', async (_name, html) => {
    const page = await browser.newPage();
    await site.attach(page);
    site.html = html;
    await page.goto(site.address);
    expect(await htmlProblems(html)).toEqual([]);
    expect(await axeViolations(page)).toEqual([]);
    await page.close();
  });
});
