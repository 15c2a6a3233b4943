import { describe, expect, test } from 'vitest';
import { opened } from '../testing/asking.ts';
import { clock, confirmed, expectSound, good, stored, type World, world } from '../testing/attendee.ts';
import { announced, during, here } from '../testing/attending.ts';
import { keepJoining } from '../use-cases/keep-event.ts';

async function withLink(changes: Parameters<typeof world>[0] = {}): Promise<World> {
  const mine = await world(changes);
  await keepJoining(mine.event.eventId, {
    events: mine.event.ports.events,
    joiningOf: async () => ({ link: 'https://meet.example.org/room', instructions: 'Come early.', version: 1 }),
  });
  return mine;
}

describe('by one’s own place', () => {
  test('one press where the place is open, at its own event only', async () => {
    const mine = await world();
    const cookies = await confirmed(mine);
    clock.set('2024-11-20T09:40:00Z');
    const fresh = await opened(mine);
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
    const early = await mine.visitor.visit('POST', '/my-place/join', await opened(mine));
    expect([early.status, early.headers.location]).toEqual([303, '/my-place/joining']);
    expect((await stored(mine))?.attended).toBeUndefined();
    clock.set(during);
    const cookies = await opened(mine);
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
    const cookies = await opened(mine);
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
    const waits = await opened(mine, 'waits@example.org');
    await expectSound(await mine.visitor.visit('POST', '/my-place/join', waits), 409, 'There is nothing to join right now');
    await expectSound(await mine.visitor.visit('GET', '/my-place/joining', waits), 409, 'There is nothing to join right now');
    clock.set('2024-11-20T12:30:00Z');
    const late = await opened(mine);
    expect((await mine.visitor.visit('POST', '/my-place/join', { ...late, headers: { accept: 'application/json' } })).status).toBe(409);
    expect((await mine.visitor.visit('POST', '/my-place/join')).status).toBe(401);
  });
});
