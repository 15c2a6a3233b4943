import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decideSave, type Held, type SaveCommand } from './decide-save.ts';
import type { EventOutline } from './event.ts';
import { deleteFrom, goneBy } from './keeping.ts';
import { currentConsent, kindsFor, type Need, usualReply } from './need.ts';

const day = 24 * 60 * 60 * 1000;
const event: EventOutline = {
  eventId: 'evt_one',
  slug: 'one',
  title: 'One',
  startsAt: '2124-11-20T10:00:00.000Z',
  endsAt: '2124-11-20T12:30:00.000Z',
  timeZone: 'Europe/London',
  mode: 'online',
  provisions: [],
  calledOffAt: undefined,
  version: 2,
};
const before = new Date('2124-11-01T09:00:00.000Z');
const command: SaveCommand = {
  registrationId: 'reg_one',
  answer: { kinds: ['breaks'], ownWords: '', talkFirst: undefined },
  consent: currentConsent,
  expectedVersion: undefined,
};
const held = (changes: Partial<Held> = {}): Held => ({ event, standing: 'here', need: undefined, ...changes });
const saved: Need = {
  eventId: 'evt_one',
  registrationId: 'reg_one',
  answer: command.answer,
  ...usualReply,
  consent: { ...currentConsent, at: before.toISOString() },
  changedAt: before.toISOString(),
  version: 1,
};

describe('how long an answer is kept', () => {
  test('whenever the event ends, deleting starts within 30 days of it, with a day to spare, and nothing is shown after them', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date('2020-01-01'), max: new Date('2200-01-01'), noInvalidDate: true }), (end) => {
        const dates = { endsAt: end.toISOString(), calledOffAt: undefined };
        expect(goneBy(dates).getTime()).toBe(end.getTime() + 30 * day);
        expect(goneBy(dates).getTime() - deleteFrom(dates).getTime()).toBe(day);
      }),
    );
  });

  test('a called-off event keeps nothing', () => {
    const dates = { endsAt: event.endsAt, calledOffAt: before.toISOString() };
    expect([goneBy(dates), deleteFrom(dates)]).toEqual([before, before]);
  });
});

describe('saving', () => {
  test('keeps the answer with the words that were agreed to, and when', () => {
    expect(decideSave(held(), command, before)).toEqual({ kind: 'save', need: saved, goneBy: goneBy(event) });
  });
  test('the same again changes nothing, whatever version the page had', () => {
    expect(decideSave(held({ need: saved }), { ...command, expectedVersion: 0 }, before).kind).toBe('same');
  });
  test('something else from an old page is not taken over what was said since', () => {
    const other = { ...command, answer: { ...command.answer, ownWords: 'More.' } };
    expect(decideSave(held({ need: saved }), { ...other, expectedVersion: 0 }, before).kind).toBe('meanwhile');
    expect(decideSave(held(), { ...other, expectedVersion: 1 }, before)).toEqual({ kind: 'meanwhile', need: undefined });
    expect(decideSave(held({ need: saved }), { ...other, expectedVersion: 1 }, before)).toMatchObject({ need: { version: 2 } });
  });
  test.each([
    ['gone', held({ standing: 'gone' }), before],
    ['over', held(), new Date(event.endsAt)],
    ['called-off', held({ event: { ...event, calledOffAt: before.toISOString() } }), before],
  ] as const)('is closed: %s', (because, state, now) => {
    expect(decideSave(state, command, now)).toEqual({ kind: 'closed', because });
  });
});

test('an online event does not ask about parking', () => {
  expect(kindsFor('online')).not.toContain('parking');
  expect(kindsFor('hybrid')).toContain('parking');
});
