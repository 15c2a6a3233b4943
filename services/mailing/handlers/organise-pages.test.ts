import { htmlProblems } from '@convener/ui/testing';
import { beforeAll, describe, expect, test } from 'vitest';
import { expectSound, type PagesWorld, pagesWorld } from '../testing/pages-world.ts';
import type { Sent } from '../testing/visitor.ts';
import { sendRun } from '../use-cases/send-run.ts';

describe('organisers', () => {
  let the: PagesWorld;
  let console: Sent;
  beforeAll(async () => {
    the = await pagesWorld(3);
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
