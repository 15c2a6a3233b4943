import { describe, expect, test } from 'vitest';
import { clock, confirmed, cookieOf, expectSound, good, linkOf, stored, world } from '../testing/attendee.ts';
import { expireUnconfirmed } from '../use-cases/leave.ts';

describe('links in mail (S05)', () => {
  test('opening one ten times changes nothing; pressing its button confirms and opens the place', async () => {
    const mine = await world();
    await mine.visitor.visit('POST', `/events/${mine.event.slug}/register`, { fields: good });
    const before = await stored(mine);
    const link = await linkOf(mine, 'confirm');
    for (let scan = 0; scan < 10; scan += 1) await expectSound(await mine.visitor.visit('GET', link), 200, 'Confirm my registration');
    expect(await stored(mine)).toEqual(before);
    const pressed = await mine.visitor.visit('POST', link);
    expect(pressed.cookies[0]).toMatch(/^__Host-place=.+; Path=\/; Max-Age=7200; HttpOnly; SameSite=Lax; Secure$/);
    await expectSound(await mine.visitor.visit('GET', '/my-place', cookieOf(pressed)), 200, 'You have a place');
    expect((await mine.visitor.visit('POST', link)).status).toBe(303);
  });

  test('is bound to its purpose, its version and its secret, has 192 bits, and is stored nowhere', async () => {
    const mine = await world();
    await confirmed(mine);
    const token = (await linkOf(mine, 'manage')).split('/').at(-1) ?? '';
    expect(Buffer.from(token.split('.')[2] ?? '', 'base64url')).toHaveLength(24);
    const registration = await stored(mine);
    expect(JSON.stringify(registration)).not.toContain(token);
    const [subject, version, mac] = token.split('.');
    const forged = [
      `/registrations/confirm/${token}`,
      `/registrations/calendar/${token}`,
      `/registrations/manage/${subject}.${Number(version) + 1}.${mac}`,
      `/registrations/manage/${subject}.${version}.${'A'.repeat(32)}`,
      `/registrations/manage/${subject}x.${version}.${mac}`,
      '/registrations/manage/nonsense',
    ];
    for (const path of forged) await expectSound(await mine.visitor.visit('GET', path), 410, 'This link no longer works');
    const posted = await mine.visitor.visit('POST', `/registrations/confirm/${token}`);
    expect([posted.status, posted.cookies]).toEqual([410, []]);
  });

  test('dies with its registration, and a later registration has another', async () => {
    const mine = await world();
    await mine.visitor.visit('POST', `/events/${mine.event.slug}/register`, { fields: good });
    const old = await linkOf(mine, 'confirm');
    clock.advance(25 * 60 * 60 * 1000);
    await expireUnconfirmed(clock.now(), mine.event.ports);
    await expectSound(await mine.visitor.visit('POST', old), 410, 'Send me a new link');
    await mine.visitor.visit('POST', `/events/${mine.event.slug}/register`, { fields: good });
    await expectSound(await mine.visitor.visit('POST', old), 410, 'Send me a new link');
    expect((await mine.visitor.visit('POST', await linkOf(mine, 'confirm'))).status).toBe(303);
  });

  test('a post from elsewhere, or from nowhere, is refused', async () => {
    const mine = await world();
    await mine.visitor.visit('POST', `/events/${mine.event.slug}/register`, { fields: good });
    const link = await linkOf(mine, 'confirm');
    for (const origin of ['https://elsewhere.example', 'null', '']) {
      expect((await mine.visitor.visit('POST', link, { headers: { origin } })).status).toBe(403);
    }
    expect((await stored(mine))?.state.kind).toBe('pending');
  });
});

describe('the calendar file', () => {
  test('keeps its id while its number rises with each change, and says when the place is gone', async () => {
    const mine = await world();
    const cookies = await confirmed(mine);
    const read = async () => {
      const file = await mine.visitor.visit('GET', '/my-place/calendar.ics', cookies);
      expect(file.headers['content-type']).toContain('text/calendar');
      return { uid: /UID:(.*)\r/.exec(file.body)?.[1], sequence: Number(/SEQUENCE:(\d+)/.exec(file.body)?.[1]), body: file.body };
    };
    const first = await read();
    await mine.event.ports.events.keepFacts({ ...mine.event.facts, title: 'Moved' }, 3, '2024-10-05T08:00:00.000Z');
    const second = await read();
    await mine.visitor.visit('POST', '/my-place/cancel', cookies);
    const third = await read();
    expect(new Set([first.uid, second.uid, third.uid]).size).toBe(1);
    expect(first.sequence).toBeLessThan(second.sequence);
    expect(second.sequence).toBeLessThan(third.sequence);
    expect([first.body, third.body].map((body) => /STATUS:(\w+)/.exec(body)?.[1])).toEqual(['CONFIRMED', 'CANCELLED']);
    // They register again: the event is as it was, and what they hear now is a later word than the cancellation.
    const again = await confirmed(mine);
    const fourth = /SEQUENCE:(\d+)/.exec((await mine.visitor.visit('GET', '/my-place/calendar.ics', again)).body)?.[1];
    expect(Number(fourth)).toBeGreaterThan(third.sequence);
    const byLink = await mine.visitor.visit('GET', await linkOf(mine, 'calendar'));
    expect([byLink.status, byLink.headers['content-disposition']]).toEqual([200, `attachment; filename="${mine.event.slug}.ics"`]);
    expect(byLink.body).not.toMatch(/ada|example group/i);
  });
});
