import { describe, expect, test } from 'vitest';
import { clock, confirmed, expectSound, good, stored, world } from '../testing/attendee.ts';
import { announced, asOrganiser, codeOf, door, during } from '../testing/attending.ts';

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
