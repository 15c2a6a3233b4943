import { describe, expect, test } from 'vitest';
import { held, idOf, openEvent, openFrom, placesIn, plainDetails, press, ridingOn, send } from '../testing/open-event.ts';
import { callOffEvent } from './keep-event.ts';
import { cancel, erase, expireUnconfirmed } from './leave.ts';

const later = (hours: number) => new Date(openFrom.getTime() + hours * 60 * 60 * 1000);

describe('registering', () => {
  test('holds a place until the link is pressed, and keeps it then', async () => {
    const event = await openEvent();
    expect(await send(event, 'ada')).toEqual({ kind: 'asked' });
    expect((await held(event, 'ada'))?.state).toEqual({ kind: 'pending', holds: 'place', expiresAt: later(24).toISOString() });
    expect(await placesIn(event)).toMatchObject({ taken: 1, waiting: 0 });
    expect((await press(event, 'ada')).kind).toBe('confirmed');
    expect(await placesIn(event)).toMatchObject({ taken: 1, waiting: 0 });
    expect(await ridingOn(event, 'ada')).toEqual(['registration.requested.v1', 'registration.confirmed.v1']);
    expect((await press(event, 'ada')).kind).toBe('already');
  });

  test('twice is harmless: one registration, its own letter, and the same outcome', async () => {
    const event = await openEvent();
    await send(event, 'ada');
    expect(await send(event, 'ADA')).toEqual({ kind: 'asked' });
    expect(await ridingOn(event, 'ada')).toEqual(['registration.requested.v1', 'registration.requested.v1']);
    await press(event, 'ada');
    expect(await send(event, 'ada', { details: { ...plainDetails, name: 'Somebody Else' } })).toEqual({ kind: 'asked' });
    expect((await ridingOn(event, 'ada')).at(-1)).toBe('registration.repeated.v1');
    expect((await held(event, 'ada'))?.details.name).toBe('Sample Person');
    expect(await placesIn(event)).toMatchObject({ taken: 1 });
  });

  test('does not let anybody flood somebody else’s inbox', async () => {
    const event = await openEvent();
    for (let round = 0; round < 30; round += 1) expect(await send(event, 'ada')).toEqual({ kind: 'asked' });
    expect(await ridingOn(event, 'ada')).toHaveLength(4);
    await send(event, 'ada', { now: later(1) });
    expect(await ridingOn(event, 'ada')).toHaveLength(5);
  });

  test('when full it holds nothing; pressing the link joins the line, in order', async () => {
    const event = await openEvent({ capacity: 1 });
    await send(event, 'ada');
    await send(event, 'ben');
    await send(event, 'cy');
    expect((await held(event, 'ben'))?.state).toMatchObject({ kind: 'pending', holds: 'nothing' });
    expect((await press(event, 'cy', later(1))).kind).toBe('waitlisted');
    expect((await press(event, 'ben', later(2))).kind).toBe('waitlisted');
    expect(await placesIn(event)).toMatchObject({ taken: 1, waiting: 2 });
    await cancel(await idOf(event, 'ada'), { kind: 'attendee' }, later(3), event.ports);
    expect((await held(event, 'cy'))?.state.kind).toBe('offered');
    expect((await held(event, 'ben'))?.state.kind).toBe('waitlisted');
    expect(await ridingOn(event, 'cy')).toContain('registration.offered.v1');
    expect(await placesIn(event)).toMatchObject({ taken: 1, waiting: 1 });
  });

  test('one that held nothing takes a place that became free before its link was pressed', async () => {
    const event = await openEvent({ capacity: 1 });
    await send(event, 'ada');
    await send(event, 'ben');
    await cancel(await idOf(event, 'ada'), { kind: 'attendee' }, later(1), event.ports);
    expect((await press(event, 'ben', later(2))).kind).toBe('confirmed');
    expect(await placesIn(event)).toMatchObject({ taken: 1, waiting: 0 });
  });

  test('nobody overtakes the line: a place that is free while somebody waits is not given to the next who comes', async () => {
    const event = await openEvent({ capacity: 1 });
    await send(event, 'ada');
    await send(event, 'ben');
    await press(event, 'ben');
    const { registrations } = event.ports;
    const ada = await registrations.load(await idOf(event, 'ada'));
    if (ada.stored.kind !== 'held') throw new Error('Ada registered.');
    // The place is given back, and whoever gave it back is killed before the line moves.
    await registrations.save(
      ada,
      { next: undefined, places: { kind: 'release', pool: undefined }, announces: undefined },
      { now: openFrom, actor: { kind: 'system' } },
    );
    await send(event, 'cy');
    expect((await held(event, 'cy'))?.state).toMatchObject({ holds: 'nothing' });
    expect((await press(event, 'cy', later(1))).kind).toBe('waitlisted');
    expect((await held(event, 'ben'))?.state.kind).toBe('offered');
  });

  test('what nobody confirms runs out; its place is free, its data gone, its links dead, and its owner may come again', async () => {
    const event = await openEvent({ capacity: 1 });
    await send(event, 'ada');
    const before = await held(event, 'ada');
    expect(await expireUnconfirmed(later(23), event.ports)).toBe(0);
    expect((await press(event, 'ada', later(25))).kind).toBe('old-link');
    expect(await expireUnconfirmed(later(25), event.ports)).toBe(1);
    expect(await held(event, 'ada')).toBeUndefined();
    expect(await ridingOn(event, 'ada')).toEqual(['registration.expired.v1']);
    expect(await placesIn(event)).toMatchObject({ taken: 0 });
    await send(event, 'ada', { now: later(26) });
    const again = await held(event, 'ada');
    expect(again?.linkVersion).toBeGreaterThan(before?.linkVersion ?? 0);
    expect(await ridingOn(event, 'ada')).toEqual(['registration.expired.v1', 'registration.requested.v1']);
  });

  test('somebody who cancelled may come again; somebody who erased themselves leaves an id and nothing else', async () => {
    const event = await openEvent();
    await send(event, 'ada');
    await press(event, 'ada');
    const id = await idOf(event, 'ada');
    expect((await cancel(id, { kind: 'attendee' }, openFrom, event.ports)).kind).toBe('changed');
    expect((await cancel(id, { kind: 'attendee' }, openFrom, event.ports)).kind).toBe('left');
    expect(await placesIn(event)).toMatchObject({ taken: 0 });
    await send(event, 'ada');
    expect((await held(event, 'ada'))?.state.kind).toBe('pending');
    await erase(id, { kind: 'attendee' }, openFrom, event.ports);
    expect(await held(event, 'ada')).toBeUndefined();
    expect(await placesIn(event)).toMatchObject({ taken: 0 });
  });

  test.each([
    ['before it opens', new Date('2024-09-01T00:00:00Z'), 'not-yet'],
    ['after it closes', new Date('2024-11-19T18:00:00Z'), 'closed'],
    ['after the event', new Date('2024-12-01T00:00:00Z'), 'over'],
  ])('%s nobody gets in', async (_, now, kind) => {
    const event = await openEvent();
    expect(await send(event, 'ada', { now })).toMatchObject({ kind: 'not-open', openness: { kind } });
    expect(await held(event, 'ada')).toBeUndefined();
  });

  test('an event that is called off lets nobody in, confirms nobody, and marks everybody', async () => {
    const event = await openEvent({ capacity: 2 });
    for (const who of ['ada', 'ben', 'cy']) await send(event, who);
    await press(event, 'ada');
    await press(event, 'cy');
    await callOffEvent({ facts: event.facts, version: 3, at: openFrom.toISOString() }, openFrom, event.ports);
    expect(await send(event, 'dee')).toMatchObject({ kind: 'not-open', openness: { kind: 'called-off' } });
    expect((await press(event, 'ben')).kind).toBe('cancelled');
    expect((await held(event, 'ada'))?.state).toMatchObject({ kind: 'cancelled', by: 'event', was: 'confirmed' });
    expect((await held(event, 'cy'))?.state).toMatchObject({ kind: 'cancelled', by: 'event', was: 'waitlisted' });
    expect(await placesIn(event)).toMatchObject({ taken: 0, waiting: 0 });
    // The letter about it still finds those who had a place or waited.
    const { registrations } = event.ports;
    const found = await registrations.audience(event.eventId, { standings: ['confirmed'], wantingReport: false, cursor: undefined });
    expect(found.ids).toEqual([await idOf(event, 'ada')]);
  });

  test('an event that nobody knows', async () => {
    const event = await openEvent();
    expect(await send({ ...event, slug: 'another' }, 'ada')).toEqual({ kind: 'unknown-event' });
  });
});

describe('the same form again (R06)', () => {
  const attemptId = 'attempt-0000-0000-0001';

  test('100 times at once, after 25 hours, after 15 days: one registration, the same outcome', async () => {
    const event = await openEvent();
    const outcomes = await Promise.all(Array.from({ length: 100 }, () => send(event, 'ada', { attemptId })));
    expect(new Set(outcomes.map((outcome) => outcome.kind))).toEqual(new Set(['asked']));
    expect(await ridingOn(event, 'ada')).toEqual(['registration.requested.v1']);
    await press(event, 'ada');
    for (const hours of [25, 15 * 24]) expect(await send(event, 'ada', { attemptId, now: later(hours) })).toEqual({ kind: 'asked' });
    expect(await placesIn(event)).toMatchObject({ taken: 1 });
    expect(await ridingOn(event, 'ada')).toHaveLength(2);
  });

  test('with other answers it is refused and nothing changes', async () => {
    const event = await openEvent();
    await send(event, 'ada', { attemptId });
    expect(await send(event, 'ben', { attemptId })).toEqual({ kind: 'other-answers' });
    expect(await send(event, 'ada', { attemptId, details: { ...plainDetails, name: 'Other' } })).toEqual({ kind: 'other-answers' });
    expect(await held(event, 'ben')).toBeUndefined();
    expect(await placesIn(event)).toMatchObject({ taken: 1 });
  });

  test('after its registration ran out, it registers anew rather than promising a letter that never comes', async () => {
    const event = await openEvent();
    await send(event, 'ada', { attemptId });
    await expireUnconfirmed(later(25), event.ports);
    expect(await send(event, 'ada', { attemptId, now: later(26) })).toEqual({ kind: 'asked' });
    expect((await held(event, 'ada'))?.state.kind).toBe('pending');
  });
});

describe('many from one network (S12)', () => {
  test('past 20 a registration holds no place until its link is pressed; an office of 60 gets its 60 places', async () => {
    const event = await openEvent({ capacity: 100 });
    const people = Array.from({ length: 60 }, (_, number) => `person${number}`);
    for (const who of people) expect(await send(event, who, { viewerIp: '192.0.2.7' })).toEqual({ kind: 'asked' });
    expect(await placesIn(event)).toMatchObject({ taken: 20 });
    for (const who of people) expect((await press(event, who)).kind).toBe('confirmed');
    expect(await placesIn(event)).toMatchObject({ taken: 60 });
  });

  test('another network, and the same one two days later, are not held back', async () => {
    const event = await openEvent({ capacity: 100 });
    for (let number = 0; number < 25; number += 1) await send(event, `person${number}`, { viewerIp: '2001:db8::1' });
    await send(event, 'neighbour', { viewerIp: '2001:db8:0:0:9::9' });
    await send(event, 'stranger', { viewerIp: '2001:db8:1:1::9' });
    await send(event, 'later', { viewerIp: '2001:db8::1', now: later(49) });
    expect((await held(event, 'neighbour'))?.state).toMatchObject({ holds: 'nothing' });
    expect((await held(event, 'stranger'))?.state).toMatchObject({ holds: 'place' });
    expect((await held(event, 'later'))?.state).toMatchObject({ holds: 'place' });
  });
});
