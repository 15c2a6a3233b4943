import { htmlProblems } from '@convener/ui/testing';
import { beforeAll, describe, expect, test } from 'vitest';
import { anEvent, directoryTwin, emptyTable, handClock, sendPorts, sesTwin } from '../testing/send-ports.ts';
import { type Sent, type Visit, visitorOf } from '../testing/visitor.ts';
import { sendRun } from '../use-cases/send-run.ts';

type World = Awaited<ReturnType<typeof world>>;

async function world(attendees = 2) {
  const table = await emptyTable();
  const clock = handClock('2026-06-02T09:00:00.000Z');
  const ses = sesTwin();
  const people = new Map(Array.from({ length: attendees }, (_, at) => [`reg_${at}`, {}] as const));
  const ports = sendPorts(table, { directory: directoryTwin(people), door: ses, clock });
  await ports.facts.saveEvent(anEvent, 1);
  const visitor = await visitorOf(table, () => clock.now());
  /** The newest letter to an address, and the links in it. */
  const letterTo = async (address: string) => {
    await sendRun(ports);
    const at = ses.addresses.lastIndexOf(address);
    const mime = [...ses.mimes.values()][at];
    const text = Buffer.from(mime ?? new Uint8Array())
      .toString()
      .replaceAll('=\r\n', '')
      .replaceAll('=3D', '=');
    return { text, link: (path: string) => new RegExp(`https://example\\.org(${path}/[\\w.-]+)`).exec(text)?.[1] ?? 'none' };
  };
  return { ports, clock, ses, visitor, visit: visitor.visit, letterTo };
}

async function expectSound(visit: Visit, status: number, says: string): Promise<void> {
  expect([visit.status, visit.body.includes(says)]).toEqual([status, true]);
  expect(await htmlProblems(visit.body)).toEqual([]);
}

const cookieOf = ({ cookies }: Visit): Sent => ({ cookies: cookies.map((cookie) => cookie.split(';')[0] ?? '') });
const joining = { email: 'ada@example.org', name: 'Ada', format: 'html', language: 'en', interests: '' };

async function joined({ visit, letterTo }: World, email = 'ada@example.org'): Promise<Sent> {
  await visit('POST', '/join', { fields: { ...joining, email } });
  const pressed = await visit('POST', (await letterTo(email)).link('/join/confirm'));
  expect([pressed.status, pressed.headers.location]).toEqual([303, '/my-preferences?said=joined']);
  return cookieOf(pressed);
}

describe('joining the network', () => {
  test('form, letter, button, choices', async () => {
    const the = await world();
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
    const { visit } = await world();
    const page = await visit('POST', '/join', { fields: { ...joining, email: 'ada at example', interests: 'Gardens & "more"' } });
    await expectSound(page, 422, 'Gardens &amp; &quot;more');
    expect(page.body).toMatch(/<title>Error: /);
    const json = await visit('POST', '/join', { json: { ...joining, email: '' } });
    expect([json.status, JSON.parse(json.body).errors[0].field]).toEqual([422, 'email']);
  });

  test('known and unknown addresses get the same answer, and the same number of writes', async () => {
    const the = await world();
    await joined(the);
    const known = await the.visit('POST', '/join', { fields: joining });
    const unknown = await the.visit('POST', '/join', { fields: { ...joining, email: 'new@example.org' } });
    expect(known).toEqual(unknown);
    const resendKnown = await the.visit('POST', '/preferences/resend', { fields: { email: 'ada@example.org' } });
    expect(await the.visit('POST', '/preferences/resend', { fields: { email: 'other@example.org' } })).toEqual(resendKnown);
  });

  test('a meddled, old or used link says so and does nothing', async () => {
    const { visit } = await world();
    for (const path of ['/join/confirm/mem_x.1.abc', '/preferences/mem_x.1.abc', '/unsubscribe/x.1.abc']) {
      await expectSound(await visit('GET', path), 410, 'no longer works');
      await expectSound(await visit('POST', path), 410, 'no longer works');
    }
  });

  test('a post from elsewhere is refused, but for the mail reader’s own unsubscribe', async () => {
    const { visit } = await world();
    const elsewhere = { headers: { origin: 'https://example.net' } };
    expect((await visit('POST', '/join', { ...elsewhere, fields: joining })).status).toBe(403);
    expect((await visit('POST', '/unsubscribe/x.1.abc', elsewhere)).status).toBe(410);
  });
});

describe('choices', () => {
  test('change, come back by letter, leave', async () => {
    const the = await world();
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
    const the = await world();
    const here = await joined(the);
    the.clock.advance(3_601_000);
    await expectSound(await the.visit('GET', '/my-preferences', here), 401, 'closed on this device');
    expect((await the.visit('POST', '/my-preferences/leave', here)).status).toBe(401);
  });
});

describe('unsubscribing', () => {
  test('by the mail reader’s one click, without sign-in, cookie or origin; and by the page’s button', async () => {
    const the = await world();
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

describe('organisers', () => {
  let the: World;
  let console: Sent;
  beforeAll(async () => {
    the = await world(3);
    console = await the.visitor.organiser();
  });

  test('nobody else may see or do anything', async () => {
    const editor = await the.visitor.organiser(['editor']);
    for (const path of ['/organise/members', '/organise/members.csv', '/organise/mail', '/organise/events/evt_1/mailings']) {
      expect((await the.visit('GET', path)).headers.location).toMatch(/^\/sign-in/);
      expect((await the.visit('GET', path, editor)).status).toBe(403);
    }
  });

  test('import, find and export members', async () => {
    await expectSound(await the.visit('GET', '/organise/members/import', console), 200, 'Import members');
    await expectSound(await the.visit('POST', '/organise/members/import', { ...console, fields: { pasted: '' } }), 422, 'Choose a file');
    const file = 'email,name\nada@example.org,"=HYPERLINK(""https://example.net"")"\nnobody,Bob\n';
    const upload = (text: string) => {
      const boundary = 'XX';
      const body = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="m.csv"\r\nContent-Type: text/csv\r\n\r\n${text}\r\n--${boundary}--\r\n`;
      return { ...console, body, headers: { 'content-type': `multipart/form-data; boundary=${boundary}` } };
    };
    await expectSound(await the.visit('POST', '/organise/members/import', upload(file)), 201, 'It is no email address');
    await expectSound(await the.visit('GET', '/organise/members', console), 200, 'ada@example.org');
    await expectSound(await the.visit('POST', '/organise/members', { ...console, fields: { search: 'nowhere' } }), 200, 'Nobody was found');
    const csv = await the.visit('GET', '/organise/members.csv', console);
    expect(csv.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(csv.body).toContain(`"'=HYPERLINK(""https://example.net"")"`);
  });

  test('the report: preview, test letter, start, progress', async () => {
    await expectSound(
      await the.visit('GET', '/organise/events/evt_1/mailings', console),
      200,
      'Once the report of this event is published',
    );
    expect((await the.visit('POST', '/organise/events/evt_1/mailings', { ...console, fields: { audience: 'members' } })).status).toBe(409);
    await the.ports.facts.saveReport(
      { id: 'rpt_1', eventId: 'evt_1', slug: 'a', title: 'The report', edition: 1, publishedAt: '2026-06-01T00:00:00.000Z' },
      1,
    );
    await expectSound(await the.visit('GET', '/organise/events/evt_1/mailings', console), 200, 'Prepare the mailing');
    await expectSound(await the.visit('POST', '/organise/events/evt_1/mailings', { ...console, fields: {} }), 422, 'Choose at least one');
    const made = await the.visit('POST', '/organise/events/evt_1/mailings', { ...console, fields: { audience: 'attendees' } });
    const path = made.headers.location ?? '';
    await expectSound(await the.visit('GET', path, console), 200, 'Being prepared');
    await sendRun(the.ports);
    await expectSound(await the.visit('GET', path, console), 200, 'Goes to 3 people.');
    await expectSound(await the.visit('POST', `${path}/test`, { ...console, fields: { email: 'me' } }), 422, 'Error');
    expect((await the.visit('POST', `${path}/test`, { ...console, fields: { email: 'me@example.org' } })).headers.location).toBe(
      `${path}?said=testSent`,
    );
    await the.visit('POST', path, { ...console, fields: { command: 'start' } });
    const sending = await the.visit('GET', `${path}?watch=yes`, console);
    // The one page that loads again by itself: asked for, and with a link to stop it (WCAG 2.2.1).
    expect([sending.status, await htmlProblems(sending.body)]).toEqual([200, [expect.stringContaining('meta-refresh')]]);
    expect(sending.body).toContain('Stop loading this page again');
    expect((await the.visit('GET', path, console)).body).not.toContain('http-equiv="refresh"');
    await sendRun(the.ports);
    await expectSound(await the.visit('GET', path, console), 200, '3 of 3');
    expect((await the.visit('POST', path, { ...console, fields: { command: 'pause' } })).headers.location).toBe(`${path}?said=impossible`);
    await expectSound(await the.visit('GET', '/organise/events/evt_1/mailings', console), 200, 'The report has its mailing');
  });

  test('a letter in their own words', async () => {
    await expectSound(await the.visit('GET', '/organise/events/evt_1/mailings/note', console), 200, 'Write to attendees');
    await expectSound(
      await the.visit('POST', '/organise/events/evt_1/mailings/note', { ...console, fields: { subject: 'x' } }),
      422,
      'Error',
    );
    const fields = { to: 'both', subject: 'Thank <you>', body: 'One.\n\nTwo.' };
    const made = await the.visit('POST', '/organise/events/evt_1/mailings/note', { ...console, fields });
    await expectSound(await the.visit('GET', made.headers.location ?? '', console), 200, 'Thank &lt;you>');
  });

  test('letters in doubt are listed, and go again after a while by an organiser’s hand', async () => {
    await the.ports.letters.queue({
      id: 'let_d',
      template: 'registration.confirmed',
      recipient: { kind: 'attendee', id: 'reg_0' },
      eventId: 'evt_1',
      now: the.clock.now(),
    });
    the.ses.answer({ kind: 'unknown' });
    await sendRun(the.ports);
    await expectSound(await the.visit('GET', '/organise/mail', console), 200, 'Wait for news');
    the.clock.advance(7 * 3_600_000);
    const later = await the.visitor.organiser();
    await expectSound(await the.visit('GET', '/organise/mail', later), 200, 'Send again');
    expect((await the.visit('POST', '/organise/mail/letters/let_d/send-again', later)).headers.location).toBe('/organise/mail?said=queued');
    expect((await the.visit('POST', '/organise/mail/letters/let_none/send-again', later)).status).toBe(404);
    await sendRun(the.ports);
    expect((await the.ports.letters.find('let_d'))?.state).toBe('sent');
  });

  test('letters to an address that bounced are allowed again', async () => {
    const later = await the.visitor.organiser();
    await the.ports.suppression.suppress(await the.ports.addressKey('ada@example.org'), 'bounce', the.clock.now().toISOString());
    const lift = () => the.visit('POST', '/organise/mail/suppression', { ...later, fields: { email: 'ADA@example.org' } });
    expect((await lift()).headers.location).toBe('/organise/mail?said=lifted');
    expect((await lift()).headers.location).toBe('/organise/mail?said=notSuppressed');
    await expectSound(await the.visit('POST', '/organise/mail/suppression', { ...later, fields: { email: '' } }), 422, 'Error');
  });
});
