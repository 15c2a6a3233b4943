import { directoryAnswer } from '@convener/contracts/calls';
import { describe, expect, test } from 'vitest';
import { unconfirmedLimit } from '../domain/viewer-network.ts';
import { clock, expectSound, good, linkOf, stored, type World, world } from '../testing/attendee.ts';
import { holdsPlace } from '../testing/open-event.ts';
import { directory } from '../use-cases/directory.ts';

const at = (mine: World) => `/events/${mine.event.slug}/register`;

async function register(mine: World, email: string, viewerIp: string) {
  const sent = await mine.visitor.visit('POST', at(mine), { fields: { ...good, email }, viewerIp });
  expect(sent.status).toBe(303);
  return sent.headers.location ?? '';
}

/** What mailing learns as it writes the letter. */
async function toConfirm(mine: World, email: string) {
  const id = await mine.visitor.identify(email, mine.event.eventId);
  const links = { mint: async () => 'https://example.org/', read: async () => undefined };
  const answered = await directory({ kind: 'resolve', purpose: 'letter', ids: [id], links: [] }, { ...mine.event.ports, links });
  const parsed = directoryAnswer.parse(answered);
  return parsed.kind === 'resolved' ? parsed.entries[0]?.toConfirm : undefined;
}

describe('what a registration that is not confirmed can count on', () => {
  test('the one place is held for the first, and not for the second: letter and page say which', async () => {
    const mine = await world({ capacity: 1 });
    const [first, second] = ['first@example.org', 'second@example.org'];
    const toFirst = await register(mine, first, '10.9.0.1');
    const toSecond = await register(mine, second, '10.9.0.2');
    const until = new Date(clock.now().getTime() + 24 * 60 * 60 * 1000).toISOString();
    expect([await toConfirm(mine, first), await toConfirm(mine, second)]).toEqual([
      { until, placeHeld: true },
      { until, placeHeld: false },
    ]);
    const held = await mine.visitor.visit('GET', await linkOf(mine, 'confirm', first));
    await expectSound(held, 200, 'A place is held for you until Friday, 11 October 2024, 10am, UK time.');
    const none = await mine.visitor.visit('GET', await linkOf(mine, 'confirm', second));
    await expectSound(none, 200, 'All places are taken at the moment');
    expect(none.body).not.toContain('held');
    // Each page that follows the form says what was so as it was sent.
    await expectSound(await mine.visitor.visit('GET', toFirst), 200, 'The letter says whether a place is held for you');
    await expectSound(await mine.visitor.visit('GET', toSecond), 200, 'All places were taken when you sent the form');
    const json = { headers: { accept: 'application/json' } };
    expect(JSON.parse((await mine.visitor.visit('GET', await linkOf(mine, 'confirm', second), json)).body).place).toEqual({ kind: 'full' });
  });

  test('of many from one network only those who hold a place are told so', async () => {
    const mine = await world({ capacity: 200 });
    const people = Array.from({ length: unconfirmedLimit + 5 }, (_person, number) => `office-${number}@example.org`);
    for (const email of people) await register(mine, email, '198.51.100.9');
    for (const email of people) {
      const found = await stored(mine, email);
      const holds = found !== undefined && holdsPlace(found);
      expect((await toConfirm(mine, email))?.placeHeld).toBe(holds);
    }
    const last = people.at(-1) ?? '';
    expect((await toConfirm(mine, last))?.placeHeld).toBe(false);
    const page = await mine.visitor.visit('GET', await linkOf(mine, 'confirm', last));
    await expectSound(page, 200, 'No place is held for you yet');
    expect(page.body).not.toContain('held for you until');
  });

  test('once the event has begun there is no line to join, and once it is over or called off nothing to confirm', async () => {
    const mine = await world({ capacity: 1, registrationClosesAt: '2024-11-20T10:00:00.000Z' });
    clock.set('2024-11-20T09:50:00Z');
    await register(mine, 'first@example.org', '10.9.0.1');
    await register(mine, 'second@example.org', '10.9.0.2');
    const [first, second] = [await linkOf(mine, 'confirm', 'first@example.org'), await linkOf(mine, 'confirm', 'second@example.org')];
    clock.set('2024-11-20T11:00:00Z');
    const begun = await mine.visitor.visit('GET', second);
    await expectSound(begun, 200, 'The event has begun. If a place is free');
    expect(begun.body).not.toContain('waiting list');
    clock.set('2024-11-20T13:00:00Z');
    await expectSound(await mine.visitor.visit('GET', first), 200, 'This event is over');
    await expectSound(await mine.visitor.visit('POST', first), 409, 'This event is over');
    expect((await stored(mine, 'first@example.org'))?.state.kind).toBe('pending');
    const off = await world();
    await register(off, 'first@example.org', '10.9.0.1');
    await off.event.ports.events.callOff(off.event.eventId, clock.now().toISOString());
    const cancelled = await off.visitor.visit('GET', await linkOf(off, 'confirm', 'first@example.org'));
    await expectSound(cancelled, 200, 'This event has been cancelled');
    expect(cancelled.body).not.toContain('is held for you');
  });

  test('the page after the form is the same for a known and a new address, whether the event is full or not', async () => {
    for (const capacity of [1, 30]) {
      const mine = await world({ capacity });
      await register(mine, 'known@example.org', '10.9.0.1');
      const [known, fresh] = [await register(mine, 'known@example.org', '10.9.0.2'), await register(mine, 'new@example.org', '10.9.0.3')];
      expect(known).toBe(fresh);
    }
  });
});
