import { describe, expect, test } from 'vitest';
import { guessLimits } from '../domain/attendance-code.ts';
import { tallies } from '../store/tallies.ts';
import { clock, confirmed, expectSound, good, stored, type World, world } from '../testing/attendee.ts';
import { codeOf, during, here } from '../testing/attending.ts';
import { attendByCode } from '../use-cases/attend.ts';

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
