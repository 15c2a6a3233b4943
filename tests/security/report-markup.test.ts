import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask, fromOurPage, program, sessionOf } from '../system/asking.ts';
import { type MadeEvent, makeEvent } from '../system/events.ts';
import { lettersTo } from '../system/mailbox.ts';
import { registerAndConfirm } from '../system/people.ts';
import { quiet, until } from '../system/quiet.ts';
import { runningSystem, type System } from '../system/running-system.ts';
import { sharedBrowser } from '../system/shared-browser.ts';
import { harmlessText, hostileLines, hostileTexts } from './hostile-markup.ts';
import { shownFields } from './shown-fields.ts';

/**
 * Two events are written by the same steps: one with hostile words in every field, one with the same number of harmless ones. What the
 * browser makes of every page and letter of the first must have no element and no attribute that the second does not have.
 */
interface Written {
  readonly event: MadeEvent;
  readonly report: string;
  readonly reader: string;
}

interface Words {
  readonly title: string;
  readonly line: (at: number) => string;
  readonly text: (at: number) => string;
}

const count = hostileTexts.length;
const [firstHostile = ''] = hostileLines;
const hostile: Words = {
  title: `"><svg/onload=alert(1)>' ${firstHostile}`,
  line: (at) => `${at} ${hostileLines[at % count]}`,
  text: (at) => hostileTexts[at % count] ?? '',
};
const harmless: Words = { title: 'A harmless event', line: (at) => `Line ${at}`, text: (at) => `${harmlessText}\n\nText ${at}.` };

let system: System;
let page: Page;
let written: { readonly hostile: Written; readonly harmless: Written };

beforeAll(async () => {
  system = await runningSystem();
  page = await (await sharedBrowser()).newPage();
  written = { hostile: await write(hostile), harmless: await write(harmless) };
}, 180_000);
afterAll(() => page?.context().close());

async function write({ title, line, text }: Words): Promise<Written> {
  const event = await makeEvent(system, { title, mode: 'hybrid' });
  const base = `/organise/events/${event.eventId}`;
  const cookie = `organiser=${await sessionOf(system, 'organiser')}`;
  const edit = await ask(system, `${base}/edit`, { headers: { cookie } });
  const fields = {
    ...shownFields(edit.text),
    description: text(0),
    purpose: line(1),
    series: line(2).slice(0, 100),
    place: line(3),
    question: text(4).slice(0, 900),
  };
  const saved = await ask(system, base, fromOurPage(system, fields, cookie));
  expect(saved.status, /<div class="error-summary[\s\S]*?<\/div>/.exec(saved.text)?.[0] ?? saved.text.slice(0, 3000)).toBe(303);
  for (const at of [5, 8, 11, 14])
    await program(system, 'organiser', `${base}/speakers`, { name: line(at), role: line(at + 1), organisation: line(at + 2) });
  await program(system, 'organiser', `${base}/links`, { label: line(17), url: 'https://example.org/a?b=1&c="d"' });
  const provisions = [
    { kind: 'bsl-interpretation', detail: line(9), by: line(10), people: 2, knownBy: '2024-01-01' },
    { kind: 'other', detail: line(12) },
  ];
  await program(system, 'organiser', `${base}/provisions`, { provisions });
  const { email } = await registerAndConfirm(system, event, { name: line(18), organisation: line(19), comingAs: line(20) });
  const theme = (at: number) => program(system, 'editor', `${base}/themes`, { label: line(at), prose: text(at) });
  await until('reflections to know the event', () => theme(0).catch(() => undefined));
  for (let at = 1; at < count; at += 1) await theme(at);
  return { event, report: await publish(base, { title, line, text }), reader: await sendReport(base, email) };
}

async function publish(base: string, { line, text }: Words): Promise<string> {
  await quiet(system);
  await until('reports to know the event', () => program(system, 'editor', `${base}/report`, {}).catch(() => undefined));
  await quiet(system);
  const all = Array.from({ length: count }, (_, at) => text(at)).join('\n\n');
  await program(system, 'editor', `${base}/report/introduction`, { introduction: all.slice(0, 15_000) });
  await program(system, 'editor', `${base}/report/context`, { heading: line(21), prose: text(22) });
  await program(system, 'editor', `${base}/report/ending`, { ending: text(23) });
  const { speakers } = await program(system, 'organiser', `${base}/speakers`);
  for (const [at, { id }] of (Array.isArray(speakers) ? speakers : []).entries())
    await program(system, 'editor', `${base}/report/speakers/${id}`, { section: text(24 + at) });
  await program(system, 'editor', `${base}/report/settings`, { showSpread: true });
  const { slug } = await program(system, 'editor', `${base}/report/publish`, {});
  await program(system, 'editor', `${base}/report/ending`, { ending: text(25) });
  await program(system, 'editor', `${base}/report/publish`, { correction: line(26) });
  await quiet(system);
  return String(slug);
}

/** Sends the report to whoever is registered; gives their address. */
async function sendReport(base: string, email: string): Promise<string> {
  const prepare = () => program(system, 'organiser', `${base}/mailings`, { audience: ['attendees'] }).catch(() => undefined);
  const { mailingId } = await until('mailing to know the report', prepare);
  const start = () => program(system, 'organiser', `/organise/mailings/${mailingId}`, { command: 'start' }).catch(() => undefined);
  await until('the letters to be prepared', start);
  await until('the report to arrive', async () => ((await lettersTo(system, email)).length >= 3 ? true : undefined));
  return email;
}

/** Elements with their attributes, and where links lead, as a browser reads this HTML. */
function made(html: string): Promise<readonly string[]> {
  return page.evaluate((source) => {
    const parsed = new DOMParser().parseFromString(source, 'text/html');
    const found = new Set<string>();
    for (const element of parsed.querySelectorAll('*')) {
      found.add(`<${element.localName}>`);
      for (const { name, value } of element.attributes) {
        found.add(`<${element.localName} ${name}>`);
        const scheme = URL.parse(value, 'https://this-site.example')?.protocol;
        if (['href', 'src', 'action', 'formaction', 'data'].includes(name) && scheme) found.add(`${name} to ${scheme}`);
      }
    }
    return [...found];
  }, html);
}

const onceInATwin = (found: readonly string[], twin: readonly string[]) => found.filter((each) => !twin.includes(each));

const pagesOf = ({ event: { eventId, slug }, report }: Written): readonly (readonly [name: string, path: string])[] => [
  ['the report', `/reports/${report}`],
  ['the list of reports', '/reports/'],
  ['the page of the event', `/events/${slug}`],
  ['the form to register', `/events/${slug}/register`],
  ...[
    '',
    '/edit',
    '/speakers',
    '/links',
    '/provisions',
    '/copy',
    '/cancel',
    '/registrations',
    '/reflections',
    '/themes',
    '/report',
    '/report/introduction',
    '/report/preview',
    '/mailings',
  ].map((path) => [`the console at ${path || 'the event'}`, `/organise/events/${eventId}${path}`] as const),
];

async function shown(path: string): Promise<string> {
  const cookie = `organiser=${await sessionOf(system, 'organiser')}`;
  const answered = await ask(system, path, { headers: { cookie, accept: 'text/html' } });
  expect(answered.status, path).toBe(200);
  return answered.text;
}

describe('hostile words in every field', () => {
  it('make no element, attribute or kind of link on any page that harmless ones do not make', async () => {
    const found: Record<string, readonly string[]> = {};
    const [bad, good] = [pagesOf(written.hostile), pagesOf(written.harmless)];
    for (const [at, [name, path]] of bad.entries()) {
      const odd = onceInATwin(await made(await shown(path)), await made(await shown(good[at]?.[1] ?? '')));
      if (odd.length > 0) found[name] = odd;
    }
    expect(found).toEqual({});
  });

  it('nor in any letter', async () => {
    const html = async ({ reader }: Written) => (await lettersTo(system, reader)).map((letter) => letter.html ?? '');
    const [bad, good] = [await html(written.hostile), await html(written.harmless)];
    expect(bad.length).toBe(good.length);
    expect(bad.length).toBeGreaterThanOrEqual(3);
    expect(onceInATwin(await made(bad.join('\n')), await made(good.join('\n')))).toEqual([]);
  });

  it('are all there to be read: nothing was left out to be safe', async () => {
    const text = await page.evaluate(
      (html) => new DOMParser().parseFromString(html, 'text/html').body.textContent,
      await shown(`/reports/${written.hostile.report}`),
    );
    for (const words of ['<svg/onload=alert(1)>', '<script>alert(1)</script>', '" onmouseover="alert(1)', '<b id=broke>'])
      expect(text).toContain(words);
  });

  it('run nothing where the report is opened', async () => {
    const complaints: string[] = [];
    page.on('dialog', (dialog) => {
      complaints.push(dialog.message());
      void dialog.dismiss();
    });
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    await page.goto(`${system.baseUrl}/reports/${written.hostile.report}`);
    expect(complaints).toEqual([]);
  });

  it('would be noticed if a page let them through', async () => {
    const careful = await shown(`/reports/${written.harmless.report}`);
    const twin = await made(careful);
    const caught = await Promise.all(
      hostileLines.map(async (line) => onceInATwin(await made(careful.replace('</main>', `${line}</main>`)), twin)),
    );
    const asMarkup = hostileLines.filter((line) => /^<[a-z]/.test(line) && !line.startsWith('<https:'));
    expect(caught.filter((odd) => odd.length > 0).length).toBeGreaterThanOrEqual(asMarkup.length);
    const inAttribute = careful.replace(
      /<meta name="description" content="[^"]*"/,
      '<meta name="description" content="" onmouseover="alert(1)"',
    );
    expect(onceInATwin(await made(inAttribute), twin)).toEqual(['<meta onmouseover>']);
  });
});
