import { describe, expect, test } from 'vitest';
import {
  everyone,
  held,
  holdsPlace,
  idOf,
  type OpenEvent,
  openEvent,
  openFrom,
  placesIn,
  plainDetails,
  press,
  ridingOn,
} from '../testing/open-event.ts';
import { claimOffer, declineOffer } from './answer-offer.ts';
import { keepEvent } from './keep-event.ts';
import { cancel } from './leave.ts';
import { moveInLine } from './move-in-line.ts';
import { register } from './register.ts';
import { saveGroup, saveOffers } from './reserve-places.ts';
import { tendEvents } from './tend-events.ts';

const by = { organiserId: 'org_sample', now: openFrom };
const later = (hours: number) => new Date(openFrom.getTime() + hours * 60 * 60 * 1000);

async function withGroup(capacity: number, places: number, releaseAt?: string): Promise<OpenEvent> {
  const event = await openEvent({ capacity });
  const saved = await saveGroup(event.eventId, { id: undefined, name: 'Speakers', places, releaseAt }, by, event.ports);
  expect(saved).toEqual({ kind: 'saved', id: 'speakers' });
  return event;
}

let senders = 0;
async function come(event: OpenEvent, who: string, group?: string, now = openFrom): Promise<string | undefined> {
  senders += 1;
  const viewerIp = `10.9.${senders >> 8}.${senders & 255}`;
  const form = { slug: event.slug, email: `${who}@example.org`, details: plainDetails, attemptId: undefined, viewerIp, group };
  await register(form, now, event.ports);
  await press(event, who, now);
  return (await held(event, who))?.state.kind;
}

const leave = async (event: OpenEvent, who: string, now = openFrom) =>
  cancel(await idOf(event, who), { kind: 'attendee' }, now, event.ports);
const stateOf = async (event: OpenEvent, who: string) => (await held(event, who))?.state;

describe('reserved places', () => {
  test('are for their group alone; whoever is of the group takes one of them first, and one for everybody after that', async () => {
    const event = await withGroup(3, 2);
    expect([await come(event, 'ada'), await come(event, 'ben')]).toEqual(['confirmed', 'waitlisted']);
    expect(await come(event, 'sam', 'speakers')).toBe('confirmed');
    expect(await stateOf(event, 'sam')).toMatchObject({ pool: 'speakers' });
    expect(await placesIn(event)).toMatchObject({ taken: 2, waiting: 1, setAside: 1 });
    expect(await come(event, 'sue', 'speakers')).toBe('confirmed');
    expect(await come(event, 'sid', 'speakers')).toBe('waitlisted');
    expect(await placesIn(event)).toMatchObject({ taken: 3, waiting: 2, setAside: 0 });
  });

  test('that become free go to the first of the group, whoever waits before them; others go to the first of all', async () => {
    const event = await withGroup(2, 1);
    await come(event, 'ada');
    await come(event, 'sam', 'speakers');
    await come(event, 'ben', undefined, later(1));
    await come(event, 'sue', 'speakers', later(2));
    await leave(event, 'sam', later(3));
    expect([(await stateOf(event, 'ben'))?.kind, await stateOf(event, 'sue')]).toMatchObject([
      'waitlisted',
      { kind: 'offered', pool: 'speakers' },
    ]);
    await leave(event, 'ada', later(3));
    expect((await stateOf(event, 'ben'))?.kind).toBe('offered');
    await declineOffer(await idOf(event, 'ben'), later(4), event.ports);
    expect(await placesIn(event)).toMatchObject({ taken: 1, waiting: 0, setAside: 0 });
    await claimOffer(await idOf(event, 'sue'), later(4), event.ports);
    expect(await stateOf(event, 'sue')).toMatchObject({ kind: 'confirmed', pool: 'speakers' });
  });

  test('a group that nobody knows is none', async () => {
    const event = await withGroup(2, 1);
    expect(await come(event, 'ada', 'nonsense')).toBe('confirmed');
    expect((await held(event, 'ada'))?.group).toBeUndefined();
    expect(await come(event, 'ben', '__proto__')).toBe('waitlisted');
  });

  test('go to everybody at their date, once, and a place of theirs that is given up after that is everybody’s', async () => {
    const event = await withGroup(3, 2, later(24).toISOString());
    await come(event, 'sam', 'speakers');
    await come(event, 'ada');
    await come(event, 'ben');
    expect((await stateOf(event, 'ben'))?.kind).toBe('waitlisted');
    await tendEvents(later(23), event.ports);
    expect((await stateOf(event, 'ben'))?.kind).toBe('waitlisted');
    for (let sweep = 0; sweep < 3; sweep += 1) await tendEvents(later(24), event.ports);
    expect(await stateOf(event, 'ben')).toMatchObject({ kind: 'offered' });
    expect(await placesIn(event)).toMatchObject({ taken: 3, setAside: 0, waiting: 0 });
    await come(event, 'cy');
    await leave(event, 'sam', later(25));
    expect(await stateOf(event, 'cy')).toMatchObject({ kind: 'offered' });
    expect(await placesIn(event)).toMatchObject({ taken: 3, setAside: 0, waiting: 0 });
    const after = await saveGroup(event.eventId, { id: 'speakers', name: 'Speakers', places: 1, releaseAt: undefined }, by, event.ports);
    expect(after.kind).toBe('released');
  });

  test('cannot be more than are free, nor fewer than are taken; fewer frees places at once', async () => {
    const event = await withGroup(4, 3);
    await come(event, 'ada');
    await come(event, 'sam', 'speakers');
    await come(event, 'ben');
    const save = (places: number, id: string | undefined, name: string) =>
      saveGroup(event.eventId, { id, name, places, releaseAt: undefined }, by, event.ports);
    const change = (places: number) => save(places, 'speakers', 'Speakers');
    expect(await change(4)).toEqual({ kind: 'no-room', free: 3 });
    expect(await change(0)).toEqual({ kind: 'below-taken', taken: 1 });
    expect(await save(1, undefined, 'Carers')).toEqual({ kind: 'no-room', free: 0 });
    expect(await save(1, undefined, ' SPEAKERS')).toEqual({ kind: 'same-name' });
    expect(await save(1, 'nobody', 'Nobody')).toEqual({ kind: 'unknown' });
    expect(await change(2)).toEqual({ kind: 'saved', id: 'speakers' });
    expect(await stateOf(event, 'ben')).toMatchObject({ kind: 'offered' });
    expect((await event.ports.events.byId(event.eventId))?.places.groups).toMatchObject([{ id: 'speakers', places: 2, taken: 1 }]);
  });
});

describe('another capacity', () => {
  const capacityIs = (event: OpenEvent, capacity: number, version: number, now = openFrom) =>
    keepEvent({ facts: { ...event.facts, capacity }, version, at: now.toISOString() }, now, event.ports);

  test('more: offers go out at once, as many as there are places', async () => {
    const event = await openEvent({ capacity: 1 });
    for (const who of ['ada', 'ben', 'cy', 'dee']) await come(event, who);
    await capacityIs(event, 3, 3);
    const kinds = await Promise.all(['ada', 'ben', 'cy', 'dee'].map(async (who) => (await stateOf(event, who))?.kind));
    expect(kinds.sort()).toEqual(['confirmed', 'offered', 'offered', 'waitlisted']);
  });

  test('fewer: nobody is thrown out, nobody new gets in until it fits, and unsold reserved places go first', async () => {
    const event = await withGroup(5, 2);
    for (const who of ['ada', 'ben', 'cy']) await come(event, who);
    await come(event, 'sam', 'speakers');
    await capacityIs(event, 2, 3);
    expect((await everyone(event)).filter(holdsPlace)).toHaveLength(4);
    expect(await placesIn(event)).toMatchObject({ capacity: 2, taken: 4, setAside: 0 });
    expect(await come(event, 'sue', 'speakers')).toBe('waitlisted');
    await leave(event, 'ada');
    await leave(event, 'ben');
    expect((await stateOf(event, 'sue'))?.kind).toBe('waitlisted');
    await leave(event, 'cy');
    expect((await stateOf(event, 'sue'))?.kind).toBe('offered');
  });
});

describe('an organiser', () => {
  test('moves somebody up, down and up again: the line is as they said, and the reason stays with the registration alone', async () => {
    const event = await openEvent({ capacity: 1 });
    const people = ['ada', 'ben', 'cy', 'dee', 'eve'];
    for (const [at, who] of people.entries()) await come(event, who, undefined, later(at));
    const order = async () => {
      const line = await event.ports.line.all(event.eventId);
      const names = new Map(await Promise.all(people.map(async (who) => [await idOf(event, who), who] as const)));
      return line.map(({ registrationId }) => names.get(registrationId)).join(' ');
    };
    const move = async (who: string, to: number, hours: number) =>
      moveInLine(await idOf(event, who), { to, reason: 'Comes from far away.', by: 'org_sample' }, later(hours), event.ports);
    expect(await move('eve', 1, 10)).toEqual({ kind: 'moved', to: 1 });
    expect(await order()).toBe('eve ben cy dee');
    expect(await move('dee', 1, 11)).toEqual({ kind: 'moved', to: 1 });
    expect(await order()).toBe('dee eve ben cy');
    expect(await move('dee', 3, 12)).toEqual({ kind: 'moved', to: 3 });
    expect(await order()).toBe('eve ben dee cy');
    // The clock went back: the key does not care.
    expect(await move('cy', 2, 5)).toEqual({ kind: 'moved', to: 2 });
    expect(await move('ben', 2, 5)).toEqual({ kind: 'moved', to: 2 });
    expect(await order()).toBe('eve ben cy dee');
    expect(await move('dee', 99, 13)).toEqual({ kind: 'same', to: 4 });
    expect(await move('ada', 1, 13)).toEqual({ kind: 'not-waiting' });
    expect((await held(event, 'dee'))?.moves).toMatchObject([
      { from: 4, to: 1, reason: 'Comes from far away.' },
      { from: 1, to: 3 },
    ]);
    expect(await ridingOn(event, 'eve')).toContain('registration.moved.v1');
    await leave(event, 'ada', later(14));
    expect((await stateOf(event, 'eve'))?.kind).toBe('offered');
  });

  test('says how long offers stand', async () => {
    const event = await openEvent({ capacity: 1 });
    await come(event, 'ada');
    await come(event, 'ben');
    const setting = { quietFrom: '22:00', quietUntil: '08:00', longestHours: 6 };
    expect(await saveOffers(event.eventId, setting, by, event.ports)).toEqual({ kind: 'saved' });
    await leave(event, 'ada');
    expect(await stateOf(event, 'ben')).toMatchObject({ until: later(6).toISOString() });
    expect(await saveOffers('evt_nobody', setting, by, event.ports)).toEqual({ kind: 'unknown-event' });
  });
});

describe('A sold-out page races with a freed place (failure 1, pretix#4072)', () => {
  test('with people waiting, the place is theirs, whoever sends the form first', async () => {
    const event = await openEvent({ capacity: 1 });
    await come(event, 'ada');
    await come(event, 'ben');
    const [newcomer] = await Promise.all([come(event, 'cy', undefined, later(1)), leave(event, 'ada', later(1))]);
    await tendEvents(later(1), event.ports);
    expect([(await stateOf(event, 'ben'))?.kind, newcomer]).toEqual(['offered', 'waitlisted']);
  });

  test('with nobody waiting, whoever read that it was full gets the place as they press their link', async () => {
    const event = await openEvent({ capacity: 1 });
    await come(event, 'ada');
    const soldOut = await event.ports.events.bySlug(event.slug);
    await leave(event, 'ada');
    const stale = { ...event, ports: { ...event.ports, events: { ...event.ports.events, bySlug: async () => soldOut } } };
    expect(await come(stale, 'ben')).toBe('confirmed');
    expect(await placesIn(event)).toMatchObject({ taken: 1, waiting: 0 });
  });
});
