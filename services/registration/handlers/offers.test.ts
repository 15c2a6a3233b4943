import { describe, expect, test } from 'vitest';
import { clock, confirmed, cookieOf, expectSound, good, linkOf, stored, type World, world } from '../testing/attendee.ts';
import { placesIn } from '../testing/open-event.ts';
import { lapseOffers } from '../use-cases/answer-offer.ts';
import { callOffEvent } from '../use-cases/keep-event.ts';

const second = 'second@example.org';
const third = 'third@example.org';

/** A full event of one place, given up: it is held for the second, and the third waits. */
async function offeredPlace(): Promise<{ readonly mine: World; readonly link: string }> {
  const mine = await world({ capacity: 1 });
  const first = await confirmed(mine);
  for (const email of [second, third]) {
    clock.advance(60_000);
    await confirmed(mine, email);
  }
  await mine.visitor.visit('POST', '/my-place/cancel', first);
  return { mine, link: await linkOf(mine, 'offer', second) };
}

const statusOf = async (mine: World, email: string) => (await stored(mine, email))?.state.kind;
const pressing = (mine: World, link: string, answer: string) => mine.visitor.visit('POST', link, { fields: { answer } });

describe('the page of an offer', () => {
  test('says until when, and opening it ten times changes nothing (S05)', async () => {
    const { mine, link } = await offeredPlace();
    const before = await stored(mine, second);
    for (let scan = 0; scan < 10; scan += 1) await expectSound(await mine.visitor.visit('GET', link), 200, 'Take the place');
    const page = await mine.visitor.visit('GET', link);
    // Offered at 10:02 by the clock of London, 41 days before.
    expect(page.body).toMatch(/until Saturday,? 12 October 2024, 10:02am, UK time\./);
    expect(page.body).not.toContain('third');
    expect(await stored(mine, second)).toEqual(before);
    expect(before?.state).toMatchObject({ kind: 'offered' });
  });

  test('gives the place by one press; a second press, and a late no, change nothing', async () => {
    const { mine, link } = await offeredPlace();
    const taken = await pressing(mine, link, 'take');
    expect([taken.status, taken.headers.location]).toEqual([303, '/my-place']);
    await expectSound(await mine.visitor.visit('GET', '/my-place', cookieOf(taken)), 200, 'You have a place');
    expect((await pressing(mine, link, 'take')).status).toBe(303);
    expect((await pressing(mine, link, 'decline')).status).toBe(303);
    expect([await statusOf(mine, second), await statusOf(mine, third)]).toEqual(['confirmed', 'waitlisted']);
    await expectSound(await mine.visitor.visit('GET', link), 200, 'The place is yours');
    expect(await placesIn(mine.event)).toMatchObject({ taken: 1, waiting: 1 });
  });

  test('no thank you asks the next at once', async () => {
    const { mine, link } = await offeredPlace();
    const declined = await pressing(mine, link, 'decline');
    await expectSound(await mine.visitor.visit('GET', '/my-place', cookieOf(declined)), 200, 'You said no to a place');
    await expectSound(await mine.visitor.visit('GET', link), 200, 'Register again');
    expect([await statusOf(mine, second), await statusOf(mine, third)]).toEqual(['cancelled', 'offered']);
  });

  test('once its time is over it says so before and after the sweep, and one press joins the line again', async () => {
    const { mine, link } = await offeredPlace();
    clock.advance(48 * 60 * 60 * 1000);
    await expectSound(await mine.visitor.visit('GET', link), 200, 'The time for this place is over');
    // Too late is too late, even before the sweep: the place goes on, and the page says what can be done.
    const late = await pressing(mine, link, 'take');
    await expectSound(await mine.visitor.visit('GET', '/my-place', cookieOf(late)), 200, 'Join the line again');
    expect([await statusOf(mine, second), await statusOf(mine, third)]).toEqual(['cancelled', 'offered']);
    await lapseOffers(clock.now(), mine.event.ports);
    await expectSound(await mine.visitor.visit('GET', link), 200, 'The time for this place is over');
    const back = await mine.visitor.visit('POST', '/my-place/offer', { ...cookieOf(late), fields: { answer: 'rejoin' } });
    expect(back.headers.location).toBe('/my-place');
    expect((await pressing(mine, link, 'rejoin')).status).toBe(303);
    expect(await statusOf(mine, second)).toBe('waitlisted');
    await expectSound(await mine.visitor.visit('GET', link), 200, 'You are in the line again');
    expect(await placesIn(mine.event)).toMatchObject({ taken: 1, waiting: 1 });
  });

  test('is answered on one’s own place too', async () => {
    const { mine } = await offeredPlace();
    const cookies = cookieOf(await mine.visitor.visit('POST', await linkOf(mine, 'manage', second)));
    await expectSound(await mine.visitor.visit('GET', '/my-place', cookies), 200, 'Take the place');
    expect((await mine.visitor.visit('POST', '/my-place/offer', { ...cookies, fields: { answer: 'nonsense' } })).status).toBe(422);
    await mine.visitor.visit('POST', '/my-place/offer', { ...cookies, fields: { answer: 'take' } });
    expect(await statusOf(mine, second)).toBe('confirmed');
  });

  test('of an event that was called off, of a registration that was cancelled, and with another link', async () => {
    const { mine, link } = await offeredPlace();
    for (const path of [await linkOf(mine, 'manage', second), '/registrations/offer/nonsense']) {
      const crossed = path.replace('/manage/', '/offer/');
      await expectSound(await mine.visitor.visit('GET', crossed), 410, 'This link no longer works');
      expect((await mine.visitor.visit('POST', crossed, { fields: { answer: 'take' } })).status).toBe(410);
    }
    await callOffEvent({ facts: mine.event.facts, version: 3, at: clock.now().toISOString() }, clock.now(), mine.event.ports);
    await expectSound(await mine.visitor.visit('GET', link), 200, 'This event has been cancelled');
    await pressing(mine, link, 'take');
    expect(await statusOf(mine, second)).toBe('cancelled');
    const other = await offeredPlace();
    const cookies = cookieOf(await other.mine.visitor.visit('POST', await linkOf(other.mine, 'manage', second)));
    await other.mine.visitor.visit('POST', '/my-place/cancel', cookies);
    await expectSound(await other.mine.visitor.visit('GET', other.link), 200, 'Your registration is cancelled');
  });

  test('is the same for programs', async () => {
    const { mine, link } = await offeredPlace();
    const json = { headers: { accept: 'application/json' } };
    expect(JSON.parse((await mine.visitor.visit('GET', link, json)).body)).toMatchObject({ kind: 'open' });
    const taken = await mine.visitor.visit('POST', link, { ...json, fields: { answer: 'take' } });
    expect(JSON.parse(taken.body)).toMatchObject({ status: 'confirmed' });
    expect(good.email).toContain('example.org');
  });
});
