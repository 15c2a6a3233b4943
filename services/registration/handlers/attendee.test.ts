import { clockAt } from '@convener/testing';
import { htmlProblems } from '@convener/ui/testing';
import { beforeAll, describe, expect, test } from 'vitest';
import { type OpenEvent, openEvent, openFrom, placesIn } from '../testing.ts';
import { callOffEvent, keepJoining } from '../use-cases/keep-event.ts';
import { expireUnconfirmed } from '../use-cases/leave.ts';
import { type Visit, type Visitor, visitorOf } from '../visitor.ts';

const good = { email: 'ada@example.org', name: 'Ada', organisation: 'Example Group', comingAs: 'a carer', wantsReport: 'yes' };
const clock = clockAt(openFrom.toISOString());

interface World {
  readonly event: OpenEvent;
  readonly visitor: Visitor;
}

async function world(changes: Parameters<typeof openEvent>[0] = {}): Promise<World> {
  clock.set(openFrom.toISOString());
  const event = await openEvent(changes);
  return { event, visitor: await visitorOf(event.table, () => clock.now()) };
}

async function stored({ event, visitor }: World, email = good.email) {
  const { stored: found } = await event.ports.registrations.load(await visitor.identify(email, event.eventId));
  return found.kind === 'held' ? found.registration : undefined;
}

async function linkOf(world: World, purpose: 'confirm' | 'manage' | 'calendar', email = good.email): Promise<string> {
  const registration = await stored(world, email);
  if (!registration) throw new Error(`${email} has no registration.`);
  return world.visitor.linkTo(purpose, registration);
}

function cookieOf({ cookies }: Visit): { cookies: string[] } {
  return { cookies: cookies.map((cookie) => cookie.split(';')[0] ?? '') };
}

/** From the form to the open place, as a person goes. */
async function confirmed(world: World, email = good.email): Promise<{ cookies: string[] }> {
  await world.visitor.visit('POST', `/events/${world.event.slug}/register`, { fields: { ...good, email } });
  const pressed = await world.visitor.visit('POST', await linkOf(world, 'confirm', email));
  expect([pressed.status, pressed.headers.location]).toEqual([303, '/my-place']);
  return cookieOf(pressed);
}

async function expectSound(visit: Visit, status: number, says: string): Promise<void> {
  expect(visit.status).toBe(status);
  expect(visit.body).toContain(says);
  expect(await htmlProblems(visit.body)).toEqual([]);
}

let one: World;
beforeAll(async () => {
  one = await world({ capacity: 30 });
});

describe('the form', () => {
  test('asks for an address and a name to be called by, and carries a hidden id of its own', async () => {
    const page = await one.visitor.visit('GET', `/events/${one.event.slug}/register`);
    await expectSound(page, 200, 'What should we call you?');
    const again = await one.visitor.visit('GET', `/events/${one.event.slug}/register`);
    const attempt = /name="attempt" value="([^"]+)"/;
    expect(attempt.exec(page.body)?.[1]).not.toBe(attempt.exec(again.body)?.[1]);
    expect(page.headers['cache-control']).toBe('no-store');
  });

  test('says what is wrong three times over, and keeps what was typed', async () => {
    const page = await one.visitor.visit('POST', `/events/${one.event.slug}/register`, {
      fields: { email: 'nonsense', organisation: 'Kept <b>' },
    });
    await expectSound(page, 422, '<title>Error: ');
    expect(page.body).toContain('href="#email"');
    expect(page.body).toContain('Enter what we should call you');
    expect(page.body).toContain('value="nonsense"');
    expect(page.body).toContain('Kept &lt;b>');
  });

  test('the same form with other answers comes back with a sentence and a new id; sent again it goes through', async () => {
    const mine = await world();
    const path = `/events/${mine.event.slug}/register`;
    const attempt = 'attempt-0000-0000-0001';
    expect((await mine.visitor.visit('POST', path, { fields: { ...good, attempt } })).status).toBe(303);
    const again = await mine.visitor.visit('POST', path, { fields: { ...good, attempt, email: 'bea@example.org' } });
    await expectSound(again, 422, 'You have sent this form before');
    expect(again.body).toContain('value="bea@example.org"');
    const fresh = /name="attempt" value="([^"]+)"/.exec(again.body)?.[1] ?? '';
    expect(fresh).not.toBe(attempt);
    expect((await mine.visitor.visit('POST', path, { fields: { ...good, attempt: fresh, email: 'bea@example.org' } })).status).toBe(303);
    expect(await placesIn(mine.event)).toMatchObject({ taken: 2 });
  });

  test('programs send JSON and get JSON, by the same rules', async () => {
    const mine = await world();
    const path = `/events/${mine.event.slug}/register`;
    const accepted = await mine.visitor.visit('POST', path, { json: { ...good, wantsReport: true } });
    expect([accepted.status, JSON.parse(accepted.body)]).toEqual([202, { status: 'check-your-email' }]);
    const refused = await mine.visitor.visit('POST', path, { json: { email: 'x' } });
    expect([refused.status, refused.headers['content-type']]).toEqual([422, 'application/problem+json']);
    expect(JSON.parse(refused.body).errors.map((each: { field: string }) => each.field)).toEqual(['email', 'name', 'wantsReport']);
  });

  test.each([
    ['2024-09-01T00:00:00Z', 'Registration is not open yet'],
    ['2024-11-19T18:00:00Z', 'Registration is closed'],
    ['2024-12-01T00:00:00Z', 'This event is over'],
  ])('at %s says: %s', async (at, says) => {
    const mine = await world();
    clock.set(at);
    await expectSound(await mine.visitor.visit('GET', `/events/${mine.event.slug}/register`), 200, says);
    await expectSound(await mine.visitor.visit('POST', `/events/${mine.event.slug}/register`, { fields: good }), 200, says);
    expect((await mine.visitor.visit('POST', `/events/${mine.event.slug}/register`, { json: { ...good, wantsReport: true } })).status).toBe(
      409,
    );
    expect(await stored(mine)).toBeUndefined();
  });

  test('when full says so, and offers the line', async () => {
    const mine = await world({ capacity: 1 });
    await confirmed(mine, 'first@example.org');
    await expectSound(await mine.visitor.visit('GET', `/events/${mine.event.slug}/register`), 200, 'All places are taken at the moment');
    const cookies = await confirmed(mine, 'second@example.org');
    await expectSound(await mine.visitor.visit('GET', '/my-place', cookies), 200, 'You are next');
  });

  test('an old address of the event leads on to the present one', async () => {
    const mine = await world();
    const { keepFacts } = mine.event.ports.events;
    await keepFacts({ ...mine.event.facts, slug: 'a-new-address' }, 3, '2024-10-05T08:00:00.000Z');
    const moved = await mine.visitor.visit('GET', `/events/${mine.event.slug}/register`);
    expect([moved.status, moved.headers.location]).toEqual([303, '/events/a-new-address/register']);
  });

  test('an event that nobody knows is not found', async () => {
    expect((await one.visitor.visit('GET', '/events/nothing/register')).status).toBe(404);
    expect((await one.visitor.visit('POST', '/events/nothing/register', { fields: good })).status).toBe(404);
  });
});

describe('registering tells nobody who is registered (S07)', () => {
  test('known and unknown addresses get the same status, headers, cookies and body, for the form and for the link', async () => {
    const mine = await world({ capacity: 30 });
    await confirmed(mine);
    await mine.visitor.visit('POST', `/events/${mine.event.slug}/register`, { fields: { ...good, email: 'pending@example.org' } });
    const answers = new Set<string>();
    const links = new Set<string>();
    for (const email of ['ada@example.org', 'pending@example.org', 'unknown@example.org', 'ADA@example.org', 'other@example.org']) {
      for (const json of [undefined, { ...good, email, wantsReport: true }]) {
        const sent = json ? { json } : { fields: { ...good, email } };
        answers.add(JSON.stringify([json === undefined, await mine.visitor.visit('POST', `/events/${mine.event.slug}/register`, sent)]));
      }
      links.add(JSON.stringify(await mine.visitor.visit('POST', '/registrations/resend', { fields: { email } })));
    }
    expect(answers.size).toBe(2);
    expect(links.size).toBe(1);
    await expectSound(await mine.visitor.visit('GET', `/registrations/sent?event=${mine.event.slug}`), 200, 'Check your email');
    await expectSound(await mine.visitor.visit('GET', '/registrations/resend?sent=yes'), 200, 'Check your email');
    await expectSound(await mine.visitor.visit('GET', '/registrations/resend'), 200, 'Have your link sent again');
    await expectSound(
      await mine.visitor.visit('POST', '/registrations/resend', { fields: { email: '' } }),
      422,
      'Enter your email address',
    );
  });
});

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

  test('shows the joining link to the confirmed, from a day before until the end, and to nobody else', async () => {
    const mine = await world({ capacity: 1 });
    const link = 'https://meet.example.org/secret-room';
    await keepJoining(mine.event.eventId, {
      events: mine.event.ports.events,
      joiningOf: async () => ({ link, instructions: 'Come early.', version: 1 }),
    });
    const [first, second] = [await confirmed(mine), await confirmed(mine, 'waits@example.org')];
    const shown = async (cookies: { cookies: string[] }) => (await mine.visitor.visit('GET', '/my-place', cookies)).body.includes(link);
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

  test('details can be changed, with errors as plain as in the form', async () => {
    const mine = await world();
    const cookies = await confirmed(mine);
    await expectSound(await mine.visitor.visit('GET', '/my-place/details', cookies), 200, 'value="Example Group"');
    const wrong = await mine.visitor.visit('POST', '/my-place/details', {
      ...cookies,
      fields: { name: '', wantsReport: 'no', format: 'text' },
    });
    await expectSound(wrong, 422, 'Enter what we should call you');
    const right = await mine.visitor.visit('POST', '/my-place/details', {
      ...cookies,
      fields: { name: 'Ada L', wantsReport: 'no', format: 'text' },
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
    expect((await mine.visitor.visit('GET', '/my-place', cookies)).status).toBe(401);
    await expectSound(await mine.visitor.visit('GET', '/registrations/ended?by=deleted'), 200, 'What we held of you is deleted');
  });

  test('closes on this device', async () => {
    const closed = await one.visitor.visit('POST', '/my-place/sign-out');
    expect(closed.cookies[0]).toMatch(/^__Host-place=; .*Max-Age=0/);
    await expectSound(await one.visitor.visit('GET', '/registrations/ended?by=closed'), 200, 'closed on this device');
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
    const byLink = await mine.visitor.visit('GET', await linkOf(mine, 'calendar'));
    expect([byLink.status, byLink.headers['content-disposition']]).toEqual([200, `attachment; filename="${mine.event.slug}.ics"`]);
    expect(byLink.body).not.toMatch(/ada|example group/i);
  });
});
