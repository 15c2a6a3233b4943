import { noticeSeconds } from '@convener/signing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Answered, ask, fromOurPage, program } from '../system/asking.ts';
import { quiet } from '../system/quiet.ts';
import { runningSystem, type System } from '../system/running-system.ts';
import { signInAs } from './sign-in.ts';

/** Somebody who organises, with a page open and a program at work, is removed; the whole system hears of it within the notice's minute. */
const ailsa = { person: '33333333-3333-4333-8333-333333333333', address: 'ailsa.placeholder@example.org' };
const morag = '11111111-1111-4111-8111-111111111111';
const everyRole = ['organiser', 'access-coordinator', 'editor'];
let system: System;
let cookie: string;
let token: string;

const asProgram = (accept = 'application/json') => ({ headers: { authorization: `Bearer ${token}`, accept } });
const asPage = () => ({ headers: { cookie, accept: 'text/html' } });
/** One page of each of several services: none of them asks organisers. */
const pages = ['/organise', '/organise/events', '/organise/members', '/organise/statements', '/organise/mail'];
const asked = (how: () => Parameters<typeof ask>[2]): Promise<Answered[]> => Promise.all(pages.map((path) => ask(system, path, how())));
const statuses = (answers: readonly Answered[]) => answers.map(({ status }) => status);

async function idOfAilsa(): Promise<string> {
  const { organisers } = await program(system, 'organiser', '/organise/organisers');
  const found = Array.isArray(organisers) ? organisers.find(({ address }) => address === ailsa.address) : undefined;
  return String(found?.id);
}

beforeAll(async () => {
  system = await runningSystem();
  // Somebody must be left.
  await signInAs(system, morag);
  await signInAs(system, ailsa.person);
  await program(system, 'organiser', `/organise/organisers/${await idOfAilsa()}`, { roles: everyRole });
  cookie = await signInAs(system, ailsa.person);
  const made = fromOurPage(system, {}, cookie);
  token = JSON.parse(
    (await ask(system, '/organise/token', { ...made, headers: { ...made.headers, accept: 'application/json' } })).text,
  ).token;
}, 120_000);

// The others of this run know them as an editor.
afterAll(async () => {
  await program(system, 'organiser', '/organise/organisers', { address: ailsa.address, roles: ['editor'] });
  await quiet(system);
});

describe('somebody who is removed', () => {
  it('was in, with the page and the program', async () => {
    expect(statuses(await asked(asPage))).toEqual(pages.map(() => 200));
    expect(statuses(await asked(asProgram))).toEqual(pages.map(() => 200));
  });

  it('is out everywhere within a minute of the news: the page leads to signing in, the program is told', async () => {
    await program(system, 'organiser', `/organise/organisers/${await idOfAilsa()}`, { action: 'remove' });
    await quiet(system);
    system.cloud.clock.advance(noticeSeconds * 1000);
    const led = await asked(asPage);
    expect(led.map(({ status, headers }) => [status, headers.get('location')?.slice(0, 16)])).toEqual(
      pages.map(() => [303, '/sign-in?return=']),
    );
    expect(statuses(await asked(asProgram))).toEqual(pages.map(() => 401));
  });

  it('cannot renew the session: signing in begins anew', async () => {
    const answered = await ask(system, '/sign-in?return=%2Forganise', asPage());
    expect(answered.headers.get('location')).not.toBe('/organise');
  });

  it('has not lost what they were writing', async () => {
    const written = 'Half a page about ramps,\nand a "quotation".';
    const answered = await ask(
      system,
      '/organise/events',
      fromOurPage(system, { title: 'Written at length', description: written }, cookie),
    );
    expect(answered.status).toBe(401);
    expect(answered.text).toContain('name="title" value="Written at length"');
    expect(answered.text).toContain(`value="${written.replaceAll('"', '&quot;')}"`);
  });

  it('nobody else is out', async () => {
    expect(await program(system, 'organiser', '/organise/events')).toBeDefined();
  });
});
