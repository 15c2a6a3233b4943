import type { Role } from '@convener/contracts';
import { axeViolations, htmlProblems, launchBrowser, servePages } from '@convener/ui/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { consolePage, type NetworkSettings, preparationsOf, publicPage } from './index.ts';
import { problemPage } from './problem-page.tsx';
import { signedOutPage } from './signed-out-page.tsx';
import { seenBy } from './viewer.ts';

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

describe('who looks at the console', () => {
  const tabsFor = (roles: readonly Role[] | undefined) =>
    linksOf(
      seenBy(roles, () => consolePage({ network, title: 'A day', section: 'events', event, main: '' })),
      'Parts of this event',
    );

  test('is led to what their roles include, and to nothing else', () => {
    expect(tabsFor(['access-coordinator'])).toEqual(['', '/registrations', '/access'].map((path) => `/organise/events/evt_1${path}`));
    expect(tabsFor(['editor'])).toEqual(
      ['', '/access', '/reflections', '/themes', '/report'].map((path) => `/organise/events/evt_1${path}`),
    );
    expect(tabsFor(['access-coordinator', 'editor'])).toHaveLength(6);
    expect(
      linksOf(
        seenBy(['editor'], () => consolePage({ network, title: 'A', section: 'home', main: '' })),
        'Main',
      ),
    ).toEqual(['/organise', '/organise/events']);
  });

  test('is forgotten with the page, also where the page fails', () => {
    const fails = () =>
      seenBy(['editor'], () => {
        throw new Error('no page');
      });
    expect(fails).toThrow('no page');
    expect(tabsFor(undefined)).toHaveLength(8);
  });

  test('sets up what is there already in a draft, and learns what waits', () => {
    const draft = preparationsOf({ id: 'evt_1', isDraft: true }, ['organiser']);
    expect(draft.now.map(({ href }) => href)).toEqual(['/organise/events/evt_1/questions']);
    expect(draft.oncePublished).toContain('Letters');
    expect(preparationsOf({ id: 'evt_1', isDraft: false }, ['organiser']).oncePublished).toEqual([]);
    expect(preparationsOf({ id: 'evt_1', isDraft: false }, ['access-coordinator']).now.map(({ text }) => text)).toEqual([
      'Places and waiting list',
      'Access',
    ]);
    expect(preparationsOf({ id: 'evt_1', isDraft: false }, ['editor'])).toEqual({ now: [], oncePublished: [] });
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
