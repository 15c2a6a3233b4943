import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Role } from '@convener/contracts';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Answered, ask, fromOurPage, program, sessionOf } from '../system/asking.ts';
import { type MadeEvent, makeEvent } from '../system/events.ts';
import { letterAbout } from '../system/mailbox.ts';
import { hiddenFields, registerAndConfirm, type SomebodyRegistered } from '../system/people.ts';
import { afterSweeps, until } from '../system/quiet.ts';
import { runningSystem, type System } from '../system/running-system.ts';
import { everythingStored } from './stored.ts';

/**
 * What somebody said would help them is planted as a marker and the system lives on: letters, exports, a report, a move of the event. Then
 * the marker is looked for wherever data comes to rest or passes. It may be in one table, and on one page.
 */
const need = 'Marker-of-a-need-4711';
/** The twin: an organisation may be told to organisers, and the same search must find it. */
const organisation = 'Marker-of-an-organisation-4712';

interface Found {
  readonly where: string;
  readonly marker: string;
}

let system: System;
let event: MadeEvent;
let somebody: SomebodyRegistered;
const addresses: string[] = [];
const seen = new Map<string, string>();

beforeAll(async () => {
  system = await runningSystem();
  event = await makeEvent(system, { title: 'An event with somebody who told us' });
  somebody = await registerAndConfirm(system, event, { organisation });
  await tell(somebody.cookie);
  await liveOn();
  for (const role of ['organiser', 'editor'] as const) await readEverything(role);
}, 180_000);

async function tell(cookie: string): Promise<void> {
  const form = await until('accessibility to know the event', async () => {
    const page = await visit('/my-place/access', cookie);
    return page.status === 200 ? page : undefined;
  });
  const words = { ownWords: need, talkFirst: 'yes', talkHow: 'phone', talkWhen: need, kinds: ['live-captions'], consent: 'yes' };
  const told = await ask(system, '/my-place/access', fromOurPage(system, { ...hiddenFields(form.text), ...words }, cookie));
  addresses.push(told.headers.get('location') ?? '');
  expect(told.status).toBe(303);
}

/** Everything that may carry a word away: changes, sweeps, letters to one and to many, a subject's file, a report. */
async function liveOn(): Promise<void> {
  const base = `/organise/events/${event.eventId}`;
  await ask(
    system,
    '/my-place/details',
    fromOurPage(system, { name: somebody.name, organisation, comingAs: '', wantsReport: 'yes', format: 'html' }, somebody.cookie),
  );
  await ask(system, '/registrations/resend', fromOurPage(system, { email: somebody.email }));
  const note = { to: 'both', subject: 'A word before the event', body: 'See you soon.' };
  const { mailingId } = await until('mailing to know the event', () =>
    program(system, 'organiser', `${base}/mailings/note`, note).catch(() => undefined),
  );
  await until('the letters to go out', () =>
    program(system, 'organiser', `/organise/mailings/${mailingId}`, { command: 'start' }).catch(() => undefined),
  );
  await letterAbout(system, somebody.email, /A word before/);
  await until('reports to know the event', () => program(system, 'editor', `${base}/report`, {}).catch(() => undefined));
  await program(system, 'editor', `${base}/report/introduction`, { introduction: 'It was a good day.' });
  await program(system, 'editor', `${base}/report/publish`, {});
  await afterSweeps(system);
}

async function visit(path: string, cookie: string): Promise<Answered> {
  const page = await ask(system, path, { headers: { cookie, accept: 'text/html' } });
  addresses.push(path, page.headers.get('location') ?? '');
  return page;
}

/** Follows every link that a role is shown, of this event and of the pages above it. */
async function readEverything(role: Role): Promise<void> {
  const cookie = `organiser=${await sessionOf(system, role)}`;
  const next = ['/organise', '/organise/events', `/events/${event.slug}`, `/organise/events/${event.eventId}/access`, '/reports'];
  const done = new Set<string>();
  while (next.length > 0) {
    const path = next.pop() ?? '';
    if (done.has(path) || done.size > 150) continue;
    done.add(path);
    const page = await visit(path, cookie);
    seen.set(`${role} at ${path}`, page.text);
    next.push(...linksOn(page));
  }
}

function linksOn({ text, headers }: Answered): readonly string[] {
  const links = [...text.matchAll(/\shref="([^"]+)"/g)].map(([, href = '']) => href.replaceAll('&amp;', '&').split('#')[0] ?? '');
  const ofOthers = (path: string) => /\/events\/[^/]+/.test(path) && !path.includes(event.eventId) && !path.includes(event.slug);
  return [...links, headers.get('location') ?? ''].filter(
    (path) => path.startsWith('/') && !path.startsWith('/_local') && !path.startsWith('/assets') && !ofOthers(path),
  );
}

/** Everywhere that somebody without the role of an access coordinator could look, with what is there. */
async function places(): Promise<readonly (readonly [where: string, text: string])[]> {
  const stored = [...(await everythingStored(system))].filter(([table]) => !table.endsWith('-needs'));
  const { journal } = system.cloud;
  const kinds = ['invocation', 'domain-event', 'call', 'mail', 'log'] as const;
  const mails = system.cloud.identityAndMail.mailbox.list({ limit: 100_000 });
  return [
    ...stored.map(([table, items]) => [`the table ${table}`, items.join('\n')] as const),
    ...filesOf(system.cloud.dataFolder),
    ...kinds.map((kind) => [`the journal’s ${kind}`, JSON.stringify(journal.recent(kind, 500))] as const),
    ['the logs', system.told.logs.join('\n')],
    ['failures', system.told.failures.join('\n')],
    ['queues', JSON.stringify((await system.cloud.dataPlane.describe()).queues)],
    ['addresses', addresses.join('\n')],
    ...(await Promise.all(mails.map(async ({ id }) => [`the mail ${id}`, await everyPartOf(id)] as const))),
    ...seen,
  ];
}

/** As it went out and as it is read: base64 and quoted-printable hide words. */
async function everyPartOf(id: string): Promise<string> {
  const { mailbox } = system.cloud.identityAndMail;
  const [raw, letter] = [await mailbox.mime(id), await mailbox.open(id)];
  return `${Buffer.from(raw ?? []).toString('latin1')}\n${JSON.stringify(letter)}`;
}

/** Everything on disk but the tables themselves, which were read one by one: archive, queues, mail, files of readers, keys. */
function filesOf(folder: string): readonly (readonly [string, string])[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('tables.db'))
    .map(({ parentPath, name }) => join(parentPath, name))
    .map((file) => [`the file ${relative(folder, file)}`, readFileSync(file, 'latin1')] as const);
}

async function lookFor(...markers: readonly string[]): Promise<readonly Found[]> {
  return (await places()).flatMap(([where, text]) =>
    markers.filter((marker) => text.includes(marker)).map((marker) => ({ where, marker })),
  );
}

describe('what somebody said would help them', () => {
  it('is in the table of needs, and on the coordinator’s page', async () => {
    const needs = [...(await everythingStored(system))].find(([table]) => table.endsWith('-needs'))?.[1] ?? [];
    expect(needs.filter((item) => item.includes(need))).toHaveLength(1);
    const cookie = `organiser=${await sessionOf(system, 'access-coordinator')}`;
    expect((await ask(system, `/organise/events/${event.eventId}/access`, { headers: { cookie } })).text).toContain(need);
  });

  it('is nowhere else: no table, event, queue, log, mail, file or address, and on no other page', async () => {
    await afterSweeps(system);
    expect(await lookFor(need)).toEqual([]);
  });

  it('nor in anything that the system keeps of them elsewhere, when they ask for it', async () => {
    const held = await ask(system, '/my-place/data.json', { headers: { cookie: somebody.cookie } });
    expect(held.text).toContain(somebody.email);
    expect(held.text).not.toContain(need);
  });

  it('the search reads pages of organisers, mails, files and tables, and finds what may be told', async () => {
    const where = (await lookFor(organisation)).map((found) => found.where);
    expect(where).toContain('the table convener-dev-registration');
    expect(where.filter((place) => place.startsWith('organiser at'))).not.toEqual([]);
    expect([...seen.keys()].length).toBeGreaterThan(40);
    expect((await lookFor(event.eventId)).map((found) => found.where)).toEqual(
      expect.arrayContaining(['the table convener-dev-events', 'addresses']),
    );
    expect((await lookFor(`person`)).some((found) => found.where.startsWith('the mail'))).toBe(true);
    expect((await lookFor('registration.confirmed.v1')).some((found) => found.where.includes('archive'))).toBe(true);
  });
});
