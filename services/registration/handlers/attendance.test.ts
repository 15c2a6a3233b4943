import { fromItem, getItem } from '@convener/dynamodb';
import { describe, expect, test } from 'vitest';
import { codeFrom, guessLimits, isCode } from '../domain/attendance-code.ts';
import { registrationKey } from '../store/keys.ts';
import { tallies } from '../store/tallies.ts';
import { clock, confirmed, expectSound, good, stored, type World, world } from '../testing/attendee.ts';
import { attendByCode } from '../use-cases/attend.ts';
import { keepJoining } from '../use-cases/keep-event.ts';

const during = '2024-11-20T10:15:00Z';

async function codeOf({ visitor, event }: World): Promise<string> {
  const door = await visitor.visit('GET', `/organise/events/${event.eventId}/attendance/code`, await asOrganiser({ visitor }, true));
  return JSON.parse(door.body).code;
}

async function asOrganiser({ visitor }: Pick<World, 'visitor'>, program = false) {
  const session = await visitor.organiser(['organiser']);
  return program ? { ...session, headers: { accept: 'application/json' } } : session;
}

const here = (world: World) => `/events/${world.event.slug}/here`;
const door = (world: World) => `/organise/events/${world.event.eventId}/attendance`;

function say(mine: World, code: string, email = good.email, viewerIp = '203.0.113.9') {
  return mine.visitor.visit('POST', here(mine), { fields: { code, email }, viewerIp });
}

function wrongOf(code: string): string {
  return String((Number(code) + 1) % 1_000_000).padStart(6, '0');
}

describe('by the code', () => {
  test('from half an hour before the start until two hours after the end, and at no other time', async () => {
    const mine = await world();
    await confirmed(mine);
    const code = await codeOf(mine);
    for (const [at, says] of [
      ['2024-11-20T09:29:59Z', 'It is too early'],
      ['2024-11-20T14:30:00Z', 'This event is over'],
    ] as const) {
      clock.set(at);
      await expectSound(await mine.visitor.visit('GET', here(mine)), 200, says);
      await expectSound(await say(mine, code), 200, says);
      expect((await mine.visitor.visit('POST', here(mine), { json: { code, email: good.email } })).status).toBe(409);
    }
    expect((await stored(mine))?.attended).toBeUndefined();
    for (const at of ['2024-11-20T09:30:00Z', '2024-11-20T14:29:59Z']) {
      clock.set(at);
      await expectSound(await mine.visitor.visit('GET', here(mine)), 200, 'The code that is shown at the event');
    }
  });

  test('notes it once, however often it is sent and however it is typed', async () => {
    const mine = await world();
    await confirmed(mine);
    clock.set(during);
    const code = await codeOf(mine);
    for (const typed of [code, ` ${code.slice(0, 3)} ${code.slice(3)}`, `${code.slice(0, 3)}-${code.slice(3)}`]) {
      const sent = await say(mine, typed);
      expect([sent.status, sent.headers.location]).toEqual([303, `${here(mine)}?noted=yes`]);
      clock.advance(1000);
    }
    await expectSound(await mine.visitor.visit('GET', `${here(mine)}?noted=yes`), 200, 'Thank you');
    expect((await stored(mine))?.attended).toEqual({ at: new Date(during).toISOString(), how: 'code' });
  });

  test('tells nobody who has a place: known, unknown, waiting and unconfirmed addresses get the same (S07)', async () => {
    const mine = await world({ capacity: 2 });
    await confirmed(mine);
    await mine.visitor.visit('POST', `/events/${mine.event.slug}/register`, { fields: { ...good, email: 'pending@example.org' } });
    await confirmed(mine, 'waits@example.org');
    clock.set(during);
    const code = await codeOf(mine);
    const answers = new Set<string>();
    for (const email of [good.email, 'unknown@example.org', 'pending@example.org', 'waits@example.org', good.email.toUpperCase()]) {
      answers.add(JSON.stringify(await say(mine, code, email)));
    }
    expect(answers.size).toBe(1);
    expect((await stored(mine, 'waits@example.org'))?.attended).toBeUndefined();
    const wrong = new Set<string>();
    for (const email of [good.email, 'unknown@example.org']) {
      wrong.add((await say(mine, wrongOf(code), email)).body.replaceAll(email, ''));
    }
    expect(wrong.size).toBe(1);
  });

  test('a wrong one comes back with a sentence and everything that was typed', async () => {
    const mine = await world();
    clock.set(during);
    const page = await say(mine, wrongOf(await codeOf(mine)));
    await expectSound(page, 422, 'This is not the code of this event');
    expect(page.body).toContain(`value="${good.email}"`);
    await expectSound(await mine.visitor.visit('POST', here(mine), { fields: {} }), 422, 'Enter the code that is shown at the event');
  });

  test('guesses are limited by network and by event, a room of people behind one address is not, and claiming addresses helps nobody', async () => {
    const mine = await world({ capacity: 500 });
    await confirmed(mine);
    clock.set(during);
    const code = await codeOf(mine);
    // The whole room, from one address: more of them than wrong codes are allowed.
    for (let person = 0; person < guessLimits.network + 20; person += 1)
      expect((await say(mine, code, `p${person}@example.org`)).status).toBe(303);
    const guess = (at: number, forged: string) =>
      mine.visitor.visit('POST', here(mine), {
        fields: { code: wrongOf(code), email: `x${at}@example.org` },
        viewerIp: '198.51.100.7',
        headers: { 'x-forwarded-for': forged },
      });
    const statuses = [];
    for (let at = 0; at < guessLimits.network + 5; at += 1) statuses.push((await guess(at, `192.0.2.${at}`)).status);
    expect(statuses.slice(0, guessLimits.network)).toEqual(Array(guessLimits.network).fill(422));
    expect(statuses.slice(guessLimits.network)).toEqual(Array(5).fill(429));
    // From there the right one is refused too; the room goes on.
    expect((await say(mine, code, good.email, '198.51.100.7')).status).toBe(429);
    expect((await say(mine, code, good.email)).status).toBe(303);
    clock.advance(20 * 60_000);
    expect((await say(mine, code, good.email, '198.51.100.7')).status).toBe(303);
  });

  /** After many more guesses than are allowed, from the networks that `from` names: may the room still say that it is here? */
  async function roomGoesOn(from: (guess: number) => string): Promise<boolean> {
    const { event } = await world();
    const code = '123456';
    const ports = { ...event.ports, tallies: tallies(event.table, async (name) => name), codes: { codeOf: async () => code } };
    const at = new Date(during);
    const saying = (typed: string, viewerIp: string) =>
      attendByCode({ slug: event.slug, code: typed, email: good.email, viewerIp }, at, ports);
    for (let done = 0; done < guessLimits.event + 50; done += 50)
      await Promise.all(Array.from({ length: 50 }, (_, guess) => saying('000000', from(done + guess))));
    return (await saying(code, '192.0.2.200')).kind === 'noted';
  }

  test('one network that goes on and on stops nobody but itself', async () => {
    expect(await roomGoesOn(() => '198.51.100.7')).toBe(true);
  });

  test('the claim notices guesses that count against everybody, as those of many networks do', async () => {
    expect(await roomGoesOn((guess) => `198.51.${guess % 10}.7`)).toBe(false);
  });

  test('a twin that goes by what a header claims lets every guess through: this test would see it', async () => {
    const mine = await world();
    clock.set(during);
    const wrong = wrongOf(await codeOf(mine));
    const statuses = new Set<number>();
    for (let at = 0; at < guessLimits.network + 5; at += 1) statuses.add((await say(mine, wrong, good.email, `192.0.2.${at}`)).status);
    expect([...statuses]).toEqual([422]);
  });

  test('an event that nobody knows is not found', async () => {
    const mine = await world();
    expect((await mine.visitor.visit('GET', '/events/nothing/here')).status).toBe(404);
    expect((await mine.visitor.visit('POST', '/events/nothing/here', { fields: { code: '1', email: good.email } })).status).toBe(404);
  });
});

describe('by one’s own place', () => {
  test('one press where the place is open, at its own event only', async () => {
    const mine = await world();
    const cookies = await confirmed(mine);
    clock.set('2024-11-20T09:40:00Z');
    const fresh = await reopened(mine);
    await expectSound(await mine.visitor.visit('GET', here(mine), fresh), 200, 'one press is enough');
    expect((await mine.visitor.visit('POST', here(mine), { ...fresh, fields: { me: 'yes' } })).status).toBe(303);
    expect((await stored(mine))?.attended?.how).toBe('link');
    // The session of weeks ago is over, and opens nothing.
    await expectSound(await mine.visitor.visit('POST', here(mine), { ...cookies, fields: { me: 'yes' } }), 422, 'Enter the code');
  });

  test('the joining link notes near the time; pressed a day early it only leads in', async () => {
    const mine = await withLink();
    await confirmed(mine);
    clock.set('2024-11-19T12:00:00Z');
    const early = await mine.visitor.visit('POST', '/my-place/join', await reopened(mine));
    expect([early.status, early.headers.location]).toEqual([303, '/my-place/joining']);
    expect((await stored(mine))?.attended).toBeUndefined();
    clock.set(during);
    const cookies = await reopened(mine);
    await mine.visitor.visit('POST', '/my-place/join', cookies);
    await mine.visitor.visit('POST', '/my-place/join', cookies);
    expect((await stored(mine))?.attended).toEqual({ at: new Date(during).toISOString(), how: 'link' });
    expect((await announced(mine, good.email)).filter((type) => type === 'registration.attended.v1')).toHaveLength(1);
    await expectSound(await mine.visitor.visit('GET', '/my-place/joining', cookies), 200, 'https://meet.example.org/room');
    await expectSound(await mine.visitor.visit('GET', '/my-place', cookies), 200, 'Join now');
  });

  test('leads nowhere but to the stored link, whatever is asked for (S11)', async () => {
    const mine = await withLink();
    await confirmed(mine);
    clock.set(during);
    const cookies = await reopened(mine);
    for (const trick of ['https://evil.example.net', '//evil.example.net', '/\\evil.example.net', 'javascript:alert(1)']) {
      const fields = { link: trick, to: trick, next: trick, return: trick, url: trick };
      const query = new URLSearchParams(fields).toString();
      const posted = await mine.visitor.visit('POST', `/my-place/join?${query}`, { ...cookies, fields });
      expect(posted.headers.location).toBe('/my-place/joining');
      expect((await mine.visitor.visit('GET', `/my-place/joining?${query}`, cookies)).body).not.toContain('evil.example.net');
    }
  });

  test('is closed before, after, and for whoever has no place', async () => {
    const mine = await withLink({ capacity: 1 });
    await confirmed(mine);
    await confirmed(mine, 'waits@example.org');
    clock.set(during);
    const waits = await reopened(mine, 'waits@example.org');
    await expectSound(await mine.visitor.visit('POST', '/my-place/join', waits), 409, 'There is nothing to join right now');
    await expectSound(await mine.visitor.visit('GET', '/my-place/joining', waits), 409, 'There is nothing to join right now');
    clock.set('2024-11-20T12:30:00Z');
    const late = await reopened(mine);
    expect((await mine.visitor.visit('POST', '/my-place/join', { ...late, headers: { accept: 'application/json' } })).status).toBe(409);
    expect((await mine.visitor.visit('POST', '/my-place/join')).status).toBe(401);
  });
});

describe('by an organiser', () => {
  test('the page shows who is expected and who is here, and lets its script send; the page for the big screen shows the code and nobody', async () => {
    const mine = await world({ capacity: 1 });
    await confirmed(mine);
    await confirmed(mine, 'waits@example.org');
    const page = await mine.visitor.visit('GET', door(mine), await asOrganiser(mine));
    await expectSound(page, 200, 'Everybody who has a place');
    const screen = await mine.visitor.visit('GET', `${door(mine)}/code`, await asOrganiser(mine));
    await expectSound(screen, 200, `events.example.org/events/${mine.event.slug}/here`);
    expect(screen.body).not.toContain(good.name);
    expect(page.body).not.toContain(await codeOf(mine));
    expect(page.body.match(/aria-pressed/g)).toHaveLength(1);
    expect(page.headers['content-security-policy']).toContain("connect-src 'self'");
    const other = await mine.visitor.visit('GET', `/organise/events/${mine.event.eventId}/registrations`, await asOrganiser(mine));
    expect(other.headers['content-security-policy']).not.toContain('connect-src');
  });

  test('marks many at once, each once, takes back, and leads back to the name', async () => {
    const mine = await world();
    const emails = ['a@example.org', 'b@example.org', 'c@example.org'];
    for (const email of emails) await confirmed(mine, email);
    const ids = await Promise.all(emails.map((email) => mine.visitor.identify(email, mine.event.eventId)));
    clock.set(during);
    const organiser = await asOrganiser(mine);
    const pressed = await mine.visitor.visit('POST', door(mine), { ...organiser, fields: { here: ids } });
    expect([pressed.status, pressed.headers.location]).toEqual([303, `${door(mine)}#${ids[0]}`]);
    const first = (await stored(mine, 'a@example.org'))?.attended;
    expect(first).toEqual({ at: new Date(during).toISOString(), how: 'organiser', by: expect.stringMatching(/^org_/) });
    clock.advance(60_000);
    const again = await mine.visitor.visit('POST', door(mine), { ...organiser, json: { here: ids, notHere: [] } });
    expect(JSON.parse(again.body)).toEqual({ marked: 3, unknown: [] });
    expect((await stored(mine, 'a@example.org'))?.attended).toEqual(first);
    await mine.visitor.visit('POST', door(mine), { ...organiser, fields: { notHere: ids[1] ?? '' } });
    expect((await stored(mine, 'b@example.org'))?.attended).toBeUndefined();
    const { here: count, expected } = JSON.parse((await mine.visitor.visit('GET', door(mine), await asOrganiser(mine, true))).body);
    expect([count, expected]).toEqual([2, 3]);
    expect(await announced(mine, 'b@example.org')).toEqual(
      expect.arrayContaining(['registration.attended.v1', 'registration.attendance-undone.v1']),
    );
    // A letter to those who came goes to them alone.
    const { registrations } = mine.event.ports;
    const audience = (standings: readonly ('attended' | 'confirmed')[]) =>
      registrations.audience(mine.event.eventId, { standings, wantingReport: false, cursor: undefined });
    expect([...(await audience(['attended'])).ids].sort()).toEqual([ids[0], ids[2]].sort());
    expect((await audience(['confirmed', 'attended'])).ids).toHaveLength(3);
  });

  test('of another event, of nobody, too many or none are not marked', async () => {
    const mine = await world();
    const other = await world();
    await confirmed(other);
    const stranger = await other.visitor.identify(good.email, other.event.eventId);
    clock.set(during);
    const organiser = await asOrganiser(mine);
    const post = (json: object) => mine.visitor.visit('POST', door(mine), { ...organiser, json });
    expect(JSON.parse((await post({ here: [stranger, 'reg_nobody-at-all'] })).body).unknown).toHaveLength(2);
    expect((await post({})).status).toBe(422);
    expect((await post({ here: ['<script>', 5, null, { reg_x: 1 }] })).status).toBe(422);
    expect((await post({ here: Array.from({ length: 201 }, (_id, at) => `reg_${String(at).padStart(10, '0')}`) })).status).toBe(422);
    await expectSound(await mine.visitor.visit('POST', door(mine), { ...organiser, fields: {} }), 422, 'Nothing was marked');
    await expectSound(
      await mine.visitor.visit('POST', door(mine), { ...organiser, fields: { here: 'reg_nobody-at-all' } }),
      422,
      'have no place any more',
    );
  });

  test('is not for editors and access coordinators', async () => {
    const mine = await world();
    for (const role of ['editor', 'access-coordinator'] as const) {
      expect((await mine.visitor.visit('GET', door(mine), await mine.visitor.organiser([role]))).status).toBe(403);
    }
  });
});

test('a code is six figures for whatever bytes, and only itself', () => {
  expect(codeFrom(new Uint8Array(32))).toBe('000000');
  expect(codeFrom(new Uint8Array(32).fill(255))).toBe('967295');
  for (const typed of ['967295', '967 295', '９６７２９５', '967–295']) expect(isCode(typed, '967295')).toBe(true);
  for (const typed of ['', '96729', '9672955', '967294', 'x']) expect(isCode(typed, '967295')).toBe(false);
});

async function withLink(changes: Parameters<typeof world>[0] = {}): Promise<World> {
  const mine = await world(changes);
  await keepJoining(mine.event.eventId, {
    events: mine.event.ports.events,
    joiningOf: async () => ({ link: 'https://meet.example.org/room', instructions: 'Come early.', version: 1 }),
  });
  return mine;
}

/** The link in the letter, pressed again: a session lasts two hours. */
async function reopened(mine: World, email = good.email): Promise<{ cookies: string[] }> {
  const registration = await stored(mine, email);
  if (!registration) throw new Error('No registration.');
  const opened = await mine.visitor.visit('POST', await mine.visitor.linkTo('manage', registration));
  return { cookies: opened.cookies.map((cookie) => cookie.split(';')[0] ?? '') };
}

/** Types of the domain events that ride on somebody's registration. */
async function announced(mine: World, email: string): Promise<readonly string[]> {
  const item = await getItem(mine.event.table, registrationKey(await mine.visitor.identify(email, mine.event.eventId)));
  const { envelopes } = fromItem(item ?? {});
  return Array.isArray(envelopes) ? envelopes.map(({ type }: { type: string }) => type) : [];
}
