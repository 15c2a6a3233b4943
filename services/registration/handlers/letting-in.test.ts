import { beforeEach, describe, expect, test } from 'vitest';
import { countsOf } from '../domain/retention.ts';
import { opened } from '../testing/asking.ts';
import { clock, confirmed, expectSound, stored, type World, world } from '../testing/attendee.ts';
import { announced, asOrganiser, codeOf, door, during, here } from '../testing/attending.ts';
import { placesIn } from '../testing/open-event.ts';
import { cancel } from '../use-cases/leave.ts';

const waits = 'waits@example.org';
const beforeDoor = '2024-11-20T09:29:00Z';

/** One place, taken, and somebody who waits for it. */
let mine: World;
let waiting: string;
let holding: string;
beforeEach(async () => {
  mine = await world({ capacity: 1 });
  await confirmed(mine, 'holds@example.org');
  await confirmed(mine, waits);
  waiting = await mine.visitor.identify(waits, mine.event.eventId);
  holding = await mine.visitor.identify('holds@example.org', mine.event.eventId);
});

const press = async (json: object) =>
  JSON.parse((await mine.visitor.visit('POST', door(mine), { ...(await asOrganiser(mine)), json })).body);
const list = async () => JSON.parse((await mine.visitor.visit('GET', door(mine), await asOrganiser(mine, true))).body);

describe('whoever waits, at the door of a full event', () => {
  test('stands in the list, is let in by an organiser, and takes no place', async () => {
    clock.set(during);
    const before = await placesIn(mine.event);
    const page = await mine.visitor.visit('GET', door(mine), await asOrganiser(mine));
    await expectSound(page, 200, 'waits, no place');
    expect(await press({ here: [waiting] })).toEqual({ marked: 1, unknown: [] });
    const registration = await stored(mine, waits);
    expect(registration).toMatchObject({
      state: { kind: 'waitlisted' },
      attended: { how: 'organiser', by: expect.stringMatching(/^org_/) },
    });
    expect(await placesIn(mine.event)).toEqual(before);
    const { here: count, expected, people } = await list();
    expect([count, expected]).toEqual([1, 1]);
    expect(people.map(({ registrationId, place }: Record<string, string>) => [registrationId, place])).toEqual([
      [holding, 'held'],
      [waiting, 'none'],
    ]);
    expect(await announced(mine, waits)).toContain('registration.attended.v1');
    const own = await opened(mine, waits);
    await expectSound(await mine.visitor.visit('GET', '/my-place', own), 200, 'the organisers have let you in');
    await press({ notHere: [waiting] });
    expect((await stored(mine, waits))?.attended).toBeUndefined();
    expect((await mine.visitor.visit('GET', '/my-place', own)).body).not.toContain('let you in');
  });

  test('is let in from their own page as well, which then says who did what', async () => {
    const address = `/organise/events/${mine.event.eventId}/registrations/${waiting}`;
    const open = async () => mine.visitor.visit('GET', address, await asOrganiser(mine));
    expect((await open()).body).not.toContain('Let them in');
    clock.set(during);
    await expectSound(await open(), 200, 'Let them in without a place');
    const pressed = await mine.visitor.visit('POST', door(mine), { ...(await asOrganiser(mine)), fields: { here: waiting } });
    expect([pressed.status, pressed.headers.location]).toEqual([303, `${door(mine)}#${waiting}`]);
    const after = await open();
    await expectSound(after, 200, 'an organiser let them in without a place');
    expect(after.body).not.toContain('<button class="button" type="submit">Let them in');
  });

  test('is let in neither too early nor by themselves', async () => {
    clock.set(beforeDoor);
    expect(await press({ here: [waiting, holding] })).toEqual({ marked: 1, unknown: [waiting] });
    expect((await list()).people).toHaveLength(1);
    clock.set(during);
    const code = await codeOf(mine);
    await mine.visitor.visit('POST', here(mine), { fields: { code, email: waits } });
    expect((await stored(mine, waits))?.attended).toBeUndefined();
  });

  test('is written to with those who came, and counted apart from those who had a place', async () => {
    clock.set(during);
    await press({ here: [waiting, holding] });
    const { registrations } = mine.event.ports;
    const everybody = async (standings: readonly ('attended' | 'confirmed' | 'waitlisted')[]) => {
      const ids: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await registrations.audience(mine.event.eventId, { standings, wantingReport: false, cursor });
        ids.push(...page.ids);
        cursor = page.cursor;
      } while (cursor);
      return ids.sort();
    };
    const both = [waiting, holding].sort();
    for (const standings of [['attended'], ['confirmed', 'attended'], ['waitlisted', 'attended']] as const)
      expect(await everybody(standings)).toEqual(both);
    expect(await everybody(['confirmed'])).toEqual([holding]);
    expect(countsOf(await registrations.ofEvent(mine.event.eventId))).toMatchObject({ confirmed: 1, waitlisted: 1, attended: 1, letIn: 1 });
  });

  test('is given a place that becomes free after all, and nobody can lose what they stand in', async () => {
    clock.set('2024-11-20T09:40:00Z');
    await press({ here: [waiting] });
    await cancel(holding, { kind: 'attendee' }, clock.now(), mine.event.ports);
    expect(await stored(mine, waits)).toMatchObject({ state: { kind: 'confirmed' }, attended: { how: 'organiser' } });
    expect(await placesIn(mine.event)).toMatchObject({ taken: 1, waiting: 0 });
  });

  test('whose place is held for them is named, to be asked', async () => {
    clock.set('2024-11-20T09:40:00Z');
    await cancel(holding, { kind: 'attendee' }, clock.now(), mine.event.ports);
    expect((await list()).offered).toMatchObject([{ registrationId: waiting }]);
    await expectSound(await mine.visitor.visit('GET', door(mine), await asOrganiser(mine)), 200, 'A place is held for these people');
    expect(await press({ here: [waiting] })).toEqual({ marked: 0, unknown: [waiting] });
  });
});
