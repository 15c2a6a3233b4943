import type { Role } from '@convener/contracts';
import { domainEvents } from '@convener/contracts/domain-events';
import type { NetworkSettings } from '@convener/http';
import { axeViolations, htmlProblems, launchBrowser, servePages } from '@convener/ui/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { actions } from '../words.audit.en.ts';
import { auditPage } from './audit-page.tsx';
import { homePage } from './home-page.tsx';
import { organisersPage } from './organisers-pages.tsx';
import { signOutPage, tokenPage } from './small-pages.tsx';

const network: NetworkSettings = { name: 'Made-up Network', timeZone: 'Europe/London', contact: '' };
const entry = (type: string, subjectId: string) => ({ at: '2026-03-07T10:00:00.000Z', who: 'Sample Organiser', type, subjectId });
const audit = auditPage({
  network,
  month: '2026-03',
  previousMonth: '2026-02',
  entries: [entry('event.published.v1', 'evt_1'), entry('organiser.invited.v1', 'org_2'), entry('theme.removed.v1', 'thm_3')],
  names: new Map([
    ['evt_1', 'A day'],
    ['org_2', 'Another Sample'],
  ]),
  cursor: 'a+b=',
});
const full = {
  eventId: 'evt_1',
  title: 'A day',
  slug: 'a-day',
  startsAt: '2026-04-01T09:00:00.000Z',
  endsAt: '2026-04-01T11:00:00.000Z',
  timeZone: 'Europe/London',
  capacity: 3,
  cancelled: false,
  confirmed: 3,
  waiting: 2,
  offered: 0,
  given: 0,
  unthemed: 0,
  report: 'none',
  reportSent: false,
  untold: {},
} as const;
const home = (waiting: number, roles: readonly Role[] = ['organiser']) =>
  homePage({ network, now: new Date('2026-03-07T10:00:00Z'), events: [{ ...full, waiting }], roles });

describe('the audit log', () => {
  test('has words for every domain event', () => {
    expect(Object.keys(domainEvents).filter((type) => !(type in actions))).toEqual([]);
  });

  test('says in words what was done, about what, and in which month', () => {
    expect(audit).toContain('Published an event');
    expect(audit).toContain('<a href="/organise/events/evt_1">A day</a>');
    expect(audit).toContain('Another Sample');
    expect(audit).toContain('<h1>Audit log, March 2026</h1>');
    expect(audit).toContain('>Audit log, February 2026</a>');
    expect(audit).not.toContain('.v1');
  });
});

test('the home says how many wait, in one sentence with its number', () => {
  expect(home(2)).toContain('people wait for a place: A day');
  expect(home(1)).toContain('person waits for a place: A day');
});

test('the home says whom only an organiser can tell, and leads to them', () => {
  const page = homePage({
    network,
    now: new Date('2026-03-07T10:00:00Z'),
    events: [{ ...full, waiting: 0, given: 1 }],
    roles: ['organiser'],
  });
  expect(page).toContain('person without an email address has been given a place that became free: tell them: A day');
  expect(page).toContain('href="/organise/events/evt_1/registrations?status=confirmed&amp;address=no"');
});

test('the home says who knows nothing of news of an event, and leads to them', () => {
  const homeOf = (event: Partial<typeof full> | { readonly cancelled: boolean }, untold: object, roles: readonly Role[] = ['organiser']) =>
    homePage({ network, now: new Date('2026-03-07T10:00:00Z'), events: [{ ...full, waiting: 0, ...event, untold }], roles });
  const off = homeOf({ cancelled: true }, { cancelled: 2 });
  expect(off).toContain('people have no email address, and no letter told them that the event is cancelled: tell them: A day');
  expect(off).toContain('href="/organise/events/evt_1/registrations?status=cancelled&amp;address=no"');
  const moved = homeOf({}, { changed: 1, 'joining-changed': 2 });
  expect(moved).toContain('person has no email address, and no letter told them that the event has changed: tell them: A day');
  expect(moved).toContain('href="/organise/events/evt_1/registrations?address=no"');
  expect(moved).toContain('people have no email address, and no letter told them of the new way to join: tell them: A day');
  expect(homeOf({}, { changed: 1 }, ['editor'])).not.toContain('no email address');
});

test('the home offers nobody what their role cannot do', () => {
  expect(home(2)).toContain('href="/organise/events/new"');
  expect(home(2, ['access-coordinator'])).not.toContain('/organise/events/new');
  expect(home(2, ['access-coordinator'])).toContain('people wait for a place');
  expect(home(2, ['editor'])).not.toContain('href="/organise/events/evt_1/registrations"');
  const over = { ...full, endsAt: '2026-03-01T11:00:00.000Z', unthemed: 1 };
  const after = (roles: readonly Role[]) => homePage({ network, now: new Date('2026-03-07T10:00:00Z'), events: [over], roles });
  expect(after(['editor'])).toContain('href="/organise/events/evt_1/themes"');
  expect(after(['access-coordinator'])).not.toContain('href="/organise/events/evt_1/themes"');
});

test('the home leads an access coordinator to what is counted elsewhere, the same whatever there is, and nobody else', () => {
  const link = '<a href="/organise/access">See what needs you about access</a>';
  expect([home(0, ['access-coordinator']), home(2, ['organiser', 'access-coordinator'])].every((page) => page.includes(link))).toBe(true);
  expect([home(0, ['organiser']), home(0, ['editor'])].some((page) => page.includes(link))).toBe(false);
});

test('the page to sign out has a way back, and the token a way to it', () => {
  expect(signOutPage({ network })).toContain('<a href="/organise">Stay signed in</a>');
  expect(organisersPage({ network, organisers: [] })).toContain('<a href="/organise/token">');
});

describe('every page', () => {
  const site = servePages();
  let browser: Awaited<ReturnType<typeof launchBrowser>>;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  test.each([
    ['audit log', audit],
    ['home', home(2)],
    ['organisers', organisersPage({ network, organisers: [] })],
    ['sign-out', signOutPage({ network })],
    ['token', tokenPage({ network, token: 'made-up' })],
  ])('%s: valid, and axe finds nothing', async (_name, html) => {
    const page = await browser.newPage({ viewport: { width: 320, height: 640 } });
    await site.attach(page);
    site.html = html;
    await page.goto(site.address);
    expect(await htmlProblems(html)).toEqual([]);
    expect(await axeViolations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await page.close();
  });
});
