import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aroundKinds, momentOf, mostAmount, standingOf, timingUnits, usualTimings } from './around.ts';
import { decideChange, decideJoiningChange } from './event-change.ts';
import { decidePlan, emptyPlan } from './letter-plan.ts';
import { filled, textFields, unknownFields } from './letter-texts.ts';

/** The clocks go back in Scotland on 25 October 2026. */
const autumn = {
  startsAt: '2026-10-28T10:00:00.000Z',
  endsAt: '2026-10-28T12:30:00.000Z',
  timeZone: 'Europe/London',
  cancelled: false,
};
const momentFor = (kind: (typeof aroundKinds)[number], event = autumn) => momentOf(kind, usualTimings[kind], event).toISOString();

describe('when letters around an event go', () => {
  test('by the clock where the event is, also across a change of the clocks', () => {
    expect(aroundKinds.map((kind) => momentFor(kind))).toEqual([
      '2026-10-21T09:00:00.000Z',
      '2026-10-27T10:00:00.000Z',
      '2026-10-29T10:00:00.000Z',
    ]);
    const elsewhere = { ...autumn, timeZone: 'Asia/Kolkata' };
    expect(momentFor('thanks', elsewhere)).toBe('2026-10-29T04:30:00.000Z');
  });

  test('an event that goes on past midnight is thanked for on the day after its end', () => {
    const late = { ...autumn, startsAt: '2026-10-28T20:00:00.000Z', endsAt: '2026-10-29T01:00:00.000Z' };
    expect(momentFor('thanks', late)).toBe('2026-10-30T10:00:00.000Z');
  });

  test('each is off, coming, due or missed; due only around its moment, never after the start for a reminder, never once called off', () => {
    const timing = fc.record({ on: fc.boolean(), unit: fc.constantFrom(...timingUnits), amount: fc.integer({ min: 1, max: mostAmount }) });
    const hours = fc.integer({ min: -2000, max: 2000 });
    fc.assert(
      fc.property(fc.constantFrom(...aroundKinds), timing, hours, fc.boolean(), (kind, chosen, off, cancelled) => {
        const now = new Date(Date.parse(autumn.startsAt) + off * 3_600_000);
        const standing = standingOf(kind, chosen, { ...autumn, cancelled }, now);
        if (cancelled || !chosen.on) expect(standing.kind).toBe('off');
        if (standing.kind === 'coming') expect(standing.at.getTime()).toBeGreaterThan(now.getTime());
        if (standing.kind === 'due') {
          expect(now.getTime() - standing.at.getTime()).toBeLessThanOrEqual(72 * 3_600_000);
          expect(kind === 'thanks' || now.toISOString() < autumn.startsAt).toBe(true);
          expect(kind !== 'thanks' || now.toISOString() > autumn.endsAt).toBe(true);
        }
      }),
    );
  });
});

describe('what changed', () => {
  const event = { ...autumn, mode: 'online' as const, place: '', changedAt: '2026-10-01T09:00:00.000Z' };
  const at = (iso: string) => new Date(iso);

  test('is told once it has settled; taken back before that, it was nothing', () => {
    const moved = { ...event, startsAt: '2026-10-28T11:00:00.000Z' };
    expect(decideChange(event, moved, at('2026-10-01T09:09:59Z')).kind).toBe('settles');
    expect(decideChange(event, moved, at('2026-10-01T09:10:00Z')).kind).toBe('tell');
    expect(decideChange(event, event, at('2026-10-01T09:10:00Z')).kind).toBe('nothing');
  });

  test('is told at once near the start, and to nobody once it is over or called off', () => {
    const moved = { ...event, place: 'Room 2', changedAt: '2026-10-28T09:00:00.000Z' };
    expect(decideChange(event, moved, at('2026-10-28T09:00:00Z')).kind).toBe('tell');
    expect(decideChange(event, moved, at('2026-10-28T12:30:00Z')).kind).toBe('noted');
    expect(decideChange(event, { ...moved, cancelled: true }, at('2026-10-28T09:00:00Z')).kind).toBe('nothing');
  });

  test('of the joining details is told only where people had them already', () => {
    const changed = { version: 5, at: '2026-10-27T12:00:00.000Z' };
    const now = at('2026-10-27T13:00:00Z');
    expect(decideJoiningChange({ openedAt: undefined, changed }, event, now).kind).toBe('nothing');
    expect(decideJoiningChange({ openedAt: '2026-10-27T12:30:00.000Z', changed }, event, now).kind).toBe('nothing');
    expect(decideJoiningChange({ openedAt: '2026-10-27T10:00:00.000Z', changed }, event, now)).toEqual({ kind: 'tell', version: 5 });
  });
});

describe('an organiser’s own words', () => {
  const values = { name: 'Ada {event}', event: 'Bread {name}', when: 'then', where: 'there', network: 'N' };

  test('fields are put in once: what somebody typed is never a field', () => {
    expect(filled('{name}: {event}, { when }', values)).toBe('Ada {event}: Bread {name}, then');
  });

  test('what stands for nothing is named; the known fields are taken', () => {
    expect(unknownFields('Dear {nmae}, {name} {} {where}')).toEqual(['nmae', '']);
    expect(unknownFields(textFields.map((name) => `{${name}}`).join(' '))).toEqual([]);
  });

  test('the same choice twice is one', () => {
    const text = { subject: 'S', body: 'B' };
    const once = decidePlan(emptyPlan('evt_1'), { kind: 'set-text', letter: 'thanks', text });
    expect(once?.texts).toEqual({ thanks: text });
    expect(once && decidePlan(once, { kind: 'set-text', letter: 'thanks', text })).toBeUndefined();
    expect(once && decidePlan(once, { kind: 'standard-text', letter: 'thanks' })?.texts).toEqual({});
    expect(decidePlan(emptyPlan('evt_1'), { kind: 'set-timing', letter: 'thanks', timing: usualTimings.thanks })).toBeUndefined();
  });
});
