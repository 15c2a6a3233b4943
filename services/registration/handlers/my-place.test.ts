import { describe, expect, test } from 'vitest';
import { clock, confirmed, cookieOf, expectSound, good, linkOf, stored, world } from '../testing/attendee.ts';
import { placesIn } from '../testing/open-event.ts';
import { callOffEvent, keepJoining } from '../use-cases/keep-event.ts';

describe('my place', () => {
  test('is shown with the cookie only, for two hours', async () => {
    const mine = await world();
    const cookies = await confirmed(mine);
    await expectSound(await mine.visitor.visit('GET', '/my-place'), 401, 'Open your place again');
    expect((await mine.visitor.visit('GET', '/my-place', { ...cookies, headers: { accept: 'application/json' } })).status).toBe(200);
    clock.advance(2 * 60 * 60 * 1000 + 1000);
    await expectSound(await mine.visitor.visit('GET', '/my-place', cookies), 401, 'Open your place again');
    await expectSound(await mine.visitor.visit('GET', await linkOf(mine, 'manage')), 200, 'Open my place');
    expect((await mine.visitor.visit('POST', await linkOf(mine, 'manage'))).status).toBe(303);
  });

  test.each([
    ['online', '10am to 12:30pm, UK time'],
    ['in-person', '10am to 12:30pm'],
  ] as const)('of an event that is %s says when it is: %s', async (mode, when) => {
    const mine = await world({ mode, place: mode === 'online' ? '' : 'Village hall' });
    expect((await mine.visitor.visit('GET', '/my-place', await confirmed(mine))).body).toContain(`${when}<`);
  });

  test('shows the joining link to the confirmed, from a day before until the end, and to nobody else', async () => {
    const mine = await world({ capacity: 1 });
    const link = 'https://meet.example.org/secret-room';
    await keepJoining(mine.event.eventId, {
      events: mine.event.ports.events,
      joiningOf: async () => ({ link, instructions: 'Come early.', version: 1 }),
    });
    const [first, second] = [await confirmed(mine), await confirmed(mine, 'waits@example.org')];
    const shown = async (cookies: { cookies: string[] }) => {
      // The way in is a button; the bare link would let people go in without being noted as there.
      const json = { ...cookies, headers: { accept: 'application/json' } };
      const [place, data] = [await mine.visitor.visit('GET', '/my-place', cookies), await mine.visitor.visit('GET', '/my-place', json)];
      expect([place.body, data.body].filter((body) => body.includes(link))).toEqual([]);
      expect(data.body.includes('"join":"/my-place/join"')).toBe(place.body.includes('action="/my-place/join"'));
      const way = await mine.visitor.visit('GET', '/my-place/joining', cookies);
      expect(way.body.includes(link)).toBe(place.body.includes('action="/my-place/join"'));
      return way.body.includes(link);
    };
    expect(await shown(first)).toBe(false);
    const reopen = async (email: string) => cookieOf(await mine.visitor.visit('POST', await linkOf(mine, 'manage', email)));
    clock.set('2024-11-19T09:59:00Z');
    expect(await shown(await reopen(good.email))).toBe(false);
    clock.set('2024-11-19T10:00:00Z');
    expect(await shown(await reopen(good.email))).toBe(true);
    expect(await shown(await reopen('waits@example.org'))).toBe(false);
    await expectSound(await mine.visitor.visit('GET', '/my-place', await reopen(good.email)), 200, 'Come early.');
    clock.set('2024-11-20T12:30:00Z');
    expect(await shown(await reopen(good.email))).toBe(false);
    expect(second.cookies).toHaveLength(1);
  });

  test('says where one stands, then the event and the way in, then what one can do, then what one told', async () => {
    const mine = await world();
    await keepJoining(mine.event.eventId, {
      events: mine.event.ports.events,
      joiningOf: async () => ({ link: 'https://meet.example.org/room', instructions: '', version: 1 }),
    });
    await confirmed(mine);
    const seenAt = async (at: string) => {
      clock.set(at);
      const cookies = cookieOf(await mine.visitor.visit('POST', await linkOf(mine, 'manage')));
      const { body } = await mine.visitor.visit('GET', '/my-place', cookies);
      const marks = [
        'You have a place</',
        'calendar.ics',
        'action="/my-place/join"',
        '/my-place/access',
        'Give up my place',
        'Your details',
      ];
      return { body, order: marks.map((mark) => body.indexOf(mark)).filter((position) => position >= 0) };
    };
    const before = await seenAt('2024-11-19T12:00:00Z');
    expect(before.order).toHaveLength(6);
    expect(before.order).toEqual(before.order.toSorted((one, other) => one - other));
    expect(before.body).not.toContain('how the event went');
    const after = await seenAt('2024-11-20T13:00:00Z');
    expect(after.body).toContain('Tell us how the event went for you');
    expect(after.body).not.toMatch(/Give up my place|calendar\.ics|Captions, an interpreter/);
  });

  test('details can be changed, with errors as plain as in the form', async () => {
    const mine = await world();
    const cookies = await confirmed(mine);
    await expectSound(await mine.visitor.visit('GET', '/my-place/details', cookies), 200, 'value="Example Group"');
    const wrong = await mine.visitor.visit('POST', '/my-place/details', {
      ...cookies,
      fields: { name: '', wantsReport: 'no', format: 'text', version: '2' },
    });
    await expectSound(wrong, 422, 'Enter what we should call you');
    const right = await mine.visitor.visit('POST', '/my-place/details', {
      ...cookies,
      fields: { name: 'Ada L', wantsReport: 'no', format: 'text', version: '2' },
    });
    expect([right.status, right.headers.location]).toEqual([303, '/my-place?saved=yes']);
    await expectSound(await mine.visitor.visit('GET', '/my-place?saved=yes', cookies), 200, 'Your details are saved');
    expect((await stored(mine))?.details).toEqual({ name: 'Ada L', organisation: '', comingAs: '', wantsReport: false, format: 'text' });
  });

  test('can be given up: a page asks first, and the place is free', async () => {
    const mine = await world();
    const cookies = await confirmed(mine);
    await expectSound(await mine.visitor.visit('GET', '/my-place/cancel', cookies), 200, 'Give up your place?');
    expect(await placesIn(mine.event)).toMatchObject({ taken: 1 });
    expect((await mine.visitor.visit('POST', '/my-place/cancel', cookies)).headers.location).toBe('/my-place');
    expect((await mine.visitor.visit('POST', '/my-place/cancel', cookies)).headers.location).toBe('/my-place');
    await expectSound(await mine.visitor.visit('GET', '/my-place', cookies), 200, 'You have given your place up');
    expect(await placesIn(mine.event)).toMatchObject({ taken: 0 });
  });

  test('can be taken away as data, and deleted', async () => {
    const mine = await world();
    const cookies = await confirmed(mine);
    const data = await mine.visitor.visit('GET', '/my-place/data.json', cookies);
    expect(JSON.parse(data.body)).toMatchObject({ email: 'ada@example.org', name: 'Ada', status: 'confirmed' });
    expect(data.headers['content-disposition']).toContain('attachment');
    await expectSound(await mine.visitor.visit('GET', '/my-place/delete', cookies), 200, 'Delete what we hold of you?');
    const deleted = await mine.visitor.visit('POST', '/my-place/delete', cookies);
    expect(deleted.headers.location).toBe('/registrations/ended?by=deleted');
    expect(deleted.cookies[0]).toContain('Max-Age=0');
    expect(await stored(mine)).toBeUndefined();
    // Another tab still has the session: its link is dead, and nobody is told to press it again.
    const otherTab = await mine.visitor.visit('GET', '/my-place', cookies);
    await expectSound(otherTab, 410, 'This registration is no longer here');
    expect(otherTab.body).not.toMatch(/two hours|Press the link/);
    expect((await mine.visitor.visit('POST', '/my-place/cancel', cookies)).status).toBe(410);
    // Without the session nothing tells whether there ever was a registration.
    const nobody = await mine.visitor.visit('GET', '/my-place');
    await expectSound(nobody, 401, 'Links to a registration that was deleted no longer work.');
    expect((await mine.visitor.visit('GET', '/my-place', { cookies: ['__Host-place=nonsense'] })).body).toBe(nobody.body);
    await expectSound(await mine.visitor.visit('GET', '/registrations/ended?by=deleted'), 200, 'What we held of you is deleted');
  });

  test('closes on this device', async () => {
    const closed = await (await world()).visitor.visit('POST', '/my-place/sign-out');
    expect(closed.cookies[0]).toMatch(/^__Host-place=; .*Max-Age=0/);
    await expectSound(await (await world()).visitor.visit('GET', '/registrations/ended?by=closed'), 200, 'closed on this device');
  });

  test('says so when the event is called off, before anybody was marked', async () => {
    const mine = await world();
    const cookies = await confirmed(mine);
    await mine.event.ports.events.callOff(mine.event.eventId, clock.now().toISOString());
    await expectSound(await mine.visitor.visit('GET', '/my-place', cookies), 200, 'This event has been cancelled');
    await callOffEvent({ facts: mine.event.facts, version: 3, at: clock.now().toISOString() }, clock.now(), mine.event.ports);
    await expectSound(await mine.visitor.visit('GET', '/my-place', cookies), 200, 'This event has been cancelled');
    expect((await mine.visitor.visit('POST', await linkOf(mine, 'confirm'))).headers.location).toBe('/my-place');
    await expectSound(await mine.visitor.visit('GET', `/events/${mine.event.slug}/register`), 200, 'This event has been cancelled');
  });
});
