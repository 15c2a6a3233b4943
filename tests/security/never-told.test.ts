import { beforeAll, describe, expect, it } from 'vitest';
import { ask, fromOurPage, program, sessionOf } from '../system/asking.ts';
import { type MadeEvent, makeEvent } from '../system/events.ts';
import { letterAbout } from '../system/mailbox.ts';
import { hiddenFields, registerAndConfirm, type SomebodyRegistered } from '../system/people.ts';
import { afterSweeps, until } from '../system/quiet.ts';
import { runningSystem, type System } from '../system/running-system.ts';
import { type MarkerSearch, markerSearch } from './marker-search.ts';
import { everythingStored } from './stored.ts';

/**
 * What somebody said would help them is planted as a marker and the system lives on: letters, exports, a report, a move of the event. Then
 * the marker is looked for wherever data comes to rest or passes. It may be in one table, and on one page.
 */
const need = 'Marker-of-a-need-4711';
/** The twin: an organisation may be told to organisers, and the same search must find it. */
const organisation = 'Marker-of-an-organisation-4712';

let system: System;
let event: MadeEvent;
let somebody: SomebodyRegistered;
let search: MarkerSearch;

beforeAll(async () => {
  system = await runningSystem();
  event = await makeEvent(system, { title: 'An event with somebody who told us' });
  search = markerSearch(system, event);
  somebody = await registerAndConfirm(system, event, { organisation });
  await tell(somebody.cookie);
  await liveOn();
  for (const role of ['organiser', 'editor'] as const) await search.readEverything(role);
}, 180_000);

async function tell(cookie: string): Promise<void> {
  const form = await until('accessibility to know the event', async () => {
    const page = await search.visit('/my-place/access', cookie);
    return page.status === 200 ? page : undefined;
  });
  const words = { ownWords: need, talkFirst: 'yes', talkHow: 'phone', talkWhen: need, kinds: ['live-captions'], consent: 'yes' };
  const told = await ask(system, '/my-place/access', fromOurPage(system, { ...hiddenFields(form.text), ...words }, cookie));
  search.addresses.push(told.headers.get('location') ?? '');
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

describe('what somebody said would help them', () => {
  it('is in the table of needs, and on the coordinator’s page', async () => {
    const needs = [...(await everythingStored(system))].find(([table]) => table.endsWith('-needs'))?.[1] ?? [];
    expect(needs.filter((item) => item.includes(need))).toHaveLength(1);
    const cookie = `organiser=${await sessionOf(system, 'access-coordinator')}`;
    expect((await ask(system, `/organise/events/${event.eventId}/access`, { headers: { cookie } })).text).toContain(need);
  });

  it('is nowhere else: no table, event, queue, log, mail, file or address, and on no other page', async () => {
    await afterSweeps(system);
    expect(await search.lookFor(need)).toEqual([]);
  });

  it('nor in anything that the system keeps of them elsewhere, when they ask for it', async () => {
    const held = await ask(system, '/my-place/data.json', { headers: { cookie: somebody.cookie } });
    expect(held.text).toContain(somebody.email);
    expect(held.text).not.toContain(need);
  });

  it('the search reads pages of organisers, mails, files and tables, and finds what may be told', async () => {
    const where = (await search.lookFor(organisation)).map((found) => found.where);
    expect(where).toContain('the table convener-dev-registration');
    expect(where.filter((place) => place.startsWith('organiser at'))).not.toEqual([]);
    expect(search.seen.size).toBeGreaterThan(40);
    expect((await search.lookFor(event.eventId)).map((found) => found.where)).toEqual(
      expect.arrayContaining(['the table convener-dev-events', 'addresses']),
    );
    expect((await search.lookFor(`person`)).some((found) => found.where.startsWith('the mail'))).toBe(true);
    expect((await search.lookFor('registration.confirmed.v1')).some((found) => found.where.includes('archive'))).toBe(true);
  });
});
