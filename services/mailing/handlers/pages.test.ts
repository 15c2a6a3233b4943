import { describe, expect, test } from 'vitest';
import { expectSound, type PagesWorld, pagesWorld } from '../testing/pages-world.ts';
import type { Sent, Visit } from '../testing/visitor.ts';
import { sendRun } from '../use-cases/send-run.ts';

const cookieOf = ({ cookies }: Visit): Sent => ({ cookies: cookies.map((cookie) => cookie.split(';')[0] ?? '') });
const joining = { email: 'ada@example.org', name: 'Ada', format: 'html', language: 'en', interests: '' };

async function joined({ visit, letterTo }: PagesWorld, email = 'ada@example.org'): Promise<Sent> {
  await visit('POST', '/join', { fields: { ...joining, email } });
  const pressed = await visit('POST', (await letterTo(email)).link('/join/confirm'));
  expect([pressed.status, pressed.headers.location]).toEqual([303, '/my-preferences?said=joined']);
  return cookieOf(pressed);
}

describe('joining the network', () => {
  test('form, letter, button, choices', async () => {
    const the = await pagesWorld();
    await expectSound(await the.visit('GET', '/join'), 200, 'Join the network');
    const sent = await the.visit('POST', '/join', { fields: joining });
    expect([sent.status, sent.headers.location]).toEqual([303, '/join/check-your-mail']);
    await expectSound(await the.visit('GET', '/join/check-your-mail'), 200, 'Check your email');
    const link = (await the.letterTo('ada@example.org')).link('/join/confirm');
    await expectSound(await the.visit('GET', link), 200, 'Yes, I want to join');
    expect(await the.ports.members.count()).toBe(0);
    const here = await joined(the);
    await expectSound(await the.visit('GET', '/my-preferences?said=joined', here), 200, 'You are a member');
    expect(await the.ports.members.count()).toBe(1);
  });

  test('what is missing is said three times, and nothing that was entered is lost', async () => {
    const { visit } = await pagesWorld();
    const page = await visit('POST', '/join', { fields: { ...joining, email: 'ada at example', interests: 'Gardens & "more"' } });
    await expectSound(page, 422, 'Gardens &amp; &quot;more');
    expect(page.body).toMatch(/<title>Error: /);
    const json = await visit('POST', '/join', { json: { ...joining, email: '' } });
    expect([json.status, JSON.parse(json.body).errors[0].field]).toEqual([422, 'email']);
  });

  test('known and unknown addresses get the same answer, and the same number of writes', async () => {
    const the = await pagesWorld();
    await joined(the);
    const known = await the.visit('POST', '/join', { fields: joining });
    const unknown = await the.visit('POST', '/join', { fields: { ...joining, email: 'new@example.org' } });
    expect(known).toEqual(unknown);
    const resendKnown = await the.visit('POST', '/preferences/resend', { fields: { email: 'ada@example.org' } });
    expect(await the.visit('POST', '/preferences/resend', { fields: { email: 'other@example.org' } })).toEqual(resendKnown);
  });

  test('a meddled, old or used link says so and does nothing', async () => {
    const { visit } = await pagesWorld();
    for (const path of ['/join/confirm/mem_x.1.abc', '/preferences/mem_x.1.abc', '/unsubscribe/x.1.abc']) {
      await expectSound(await visit('GET', path), 410, 'no longer works');
      await expectSound(await visit('POST', path), 410, 'no longer works');
    }
  });

  test('a post from elsewhere is refused, but for the mail reader’s own unsubscribe', async () => {
    const { visit } = await pagesWorld();
    const elsewhere = { headers: { origin: 'https://example.net' } };
    expect((await visit('POST', '/join', { ...elsewhere, fields: joining })).status).toBe(403);
    expect((await visit('POST', '/unsubscribe/x.1.abc', elsewhere)).status).toBe(410);
  });
});

describe('choices', () => {
  test('change, come back by letter, leave', async () => {
    const the = await pagesWorld();
    const here = await joined(the);
    const changed = await the.visit('POST', '/my-preferences', {
      ...here,
      fields: { streams: 'news', name: 'Ada L', format: 'text', language: 'gd' },
    });
    expect(changed.headers.location).toBe('/my-preferences?said=saved');
    await the.visit('POST', '/preferences/resend', { fields: { email: 'ada@example.org' } });
    const link = (await the.letterTo('ada@example.org')).link('/preferences');
    await expectSound(await the.visit('GET', link), 200, 'Open my choices');
    const again = cookieOf(await the.visit('POST', link));
    const page = await the.visit('GET', '/my-preferences', again);
    await expectSound(page, 200, 'value="Ada L"');
    await expectSound(await the.visit('GET', '/my-preferences/leave', again), 200, 'Yes, delete everything');
    expect((await the.visit('POST', '/my-preferences/leave', again)).headers.location).toBe('/left');
    await expectSound(await the.visit('GET', '/left'), 200, 'You have left');
    await expectSound(await the.visit('GET', '/my-preferences', again), 401, 'closed on this device');
    expect((await the.visit('GET', link)).status).toBe(410);
  });

  test('closed without a cookie, and after an hour', async () => {
    const the = await pagesWorld();
    const here = await joined(the);
    the.clock.advance(3_601_000);
    await expectSound(await the.visit('GET', '/my-preferences', here), 401, 'closed on this device');
    expect((await the.visit('POST', '/my-preferences/leave', here)).status).toBe(401);
  });
});

describe('unsubscribing', () => {
  test('by the mail reader’s one click, without sign-in, cookie or origin; and by the page’s button', async () => {
    const the = await pagesWorld();
    await joined(the);
    await the.ports.facts.saveReport(
      { id: 'rpt_1', eventId: 'evt_1', slug: 'a', title: 'The report', edition: 1, publishedAt: '2026-06-01T00:00:00.000Z' },
      1,
    );
    const console = await the.visitor.organiser();
    const made = await the.visit('POST', '/organise/events/evt_1/mailings', { ...console, fields: { audience: 'members' } });
    await sendRun(the.ports);
    await the.visit('POST', made.headers.location ?? '', { ...console, fields: { command: 'start' } });
    const letter = await the.letterTo('ada@example.org');
    const link = letter.link('/unsubscribe');
    await expectSound(await the.visit('GET', link), 200, 'Unsubscribe');
    const body = { 'List-Unsubscribe': 'One-Click' };
    await expectSound(await the.visit('POST', link, { fields: body, headers: { origin: 'null' } }), 200, 'You are unsubscribed');
    const { stored } = await the.ports.members.find(`mem_${await the.ports.addressKey('ada@example.org')}`);
    expect(stored).toMatchObject({ member: { membership: { streams: ['news'] } } });
  });
});
