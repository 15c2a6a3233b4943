import { exampleEventFacts } from '@convener/contracts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Event, ParticipantListSetting } from './event.ts';
import { decideShown, latestDay, listIsOn, mayBeAsked, participantsFor } from './participants.ts';
import type { Registration, RegistrationState } from './registration.ts';

const { capacity, ...facts } = exampleEventFacts;
const at = '2024-10-10T09:00:00.000Z';

function eventWith(
  participantList: ParticipantListSetting | undefined,
  calledOffAt?: string,
): Pick<Event, 'outline' | 'places' | 'participantList'> {
  const places = {
    ...{ capacity, taken: 0, waiting: 0, setAside: 0, groups: [], settledAt: undefined },
    offers: { quietFrom: '21:00', quietUntil: '09:00', longestHours: 48 },
    opensAt: facts.registrationOpensAt,
    closesAt: facts.registrationClosesAt,
    calledOffAt,
  };
  return { outline: { ...facts, capacity, factsVersion: 1 }, places, participantList };
}

const setting = { from: '2024-11-13', until: '2024-12-04' };
const event = eventWith(setting);
const during = new Date('2024-11-20T10:00:00.000Z');
const wordsVersion = 2;

const states: readonly RegistrationState[] = [
  { kind: 'pending', holds: 'nothing', expiresAt: at },
  { kind: 'confirmed', at },
  { kind: 'waitlisted', waitingKey: `${at}#reg` },
  { kind: 'offered', waitingKey: `${at}#reg`, offeredAt: at, until: at },
  { kind: 'cancelled', by: 'attendee', at },
  { kind: 'cancelled', by: 'event', was: 'confirmed', at },
];

let made = 0;
function person(changes: Partial<Registration>): Registration {
  made += 1;
  return {
    registrationId: `reg_${made}`,
    eventId: facts.eventId,
    email: `person-${made}@example.org`,
    details: { name: `Person ${made}`, organisation: 'A choir', comingAs: 'a carer', wantsReport: true, format: 'html' },
    registeredAt: at,
    linkVersion: 1,
    letters: { since: at, count: 1 },
    state: { kind: 'confirmed', at },
    ...changes,
  };
}

const anybody = fc.array(
  fc.record({
    state: fc.constantFrom(...states),
    eventId: fc.constantFrom(facts.eventId, 'evt_other'),
    shownToOthers: fc.constantFrom(undefined, { at, words: 1 }, { at, words: wordsVersion }),
  }),
  { maxLength: 40 },
);

type Rule = typeof participantsFor;

/** The names that a rule shows, and those that it may: written down again here, by another road. */
function leaksOf(rule: Rule): boolean {
  try {
    fc.assert(
      fc.property(anybody, (kinds) => {
        const people = kinds.map((each) => person(each));
        const shown = rule(person({}), event, people, { now: during, wordsVersion }) ?? [];
        const may = new Set<string>();
        for (const each of people) {
          if (each.eventId !== facts.eventId || each.state.kind !== 'confirmed') continue;
          if (each.shownToOthers?.words === wordsVersion) may.add(each.details.name);
        }
        expect(new Set(shown.map(({ name }) => name))).toEqual(may);
        for (const each of shown) expect(Object.keys(each).sort()).toEqual(['comingAs', 'name', 'organisation']);
      }),
    );
    return false;
  } catch {
    return true;
  }
}

describe('the list of participants', () => {
  test('holds those who agreed to these words and have a place at this event, by name, organisation and what they come as; nobody else ever', () => {
    expect(leaksOf(participantsFor)).toBe(false);
  });

  test.each<readonly [string, (each: Registration) => boolean]>([
    ['forgets to ask for consent', (each) => each.state.kind === 'confirmed' && each.eventId === facts.eventId],
    [
      'takes an agreement to other words',
      (each) => each.state.kind === 'confirmed' && each.eventId === facts.eventId && !!each.shownToOthers,
    ],
    ['shows those who wait', (each) => each.eventId === facts.eventId && each.shownToOthers?.words === wordsVersion],
    ['shows people of another event', (each) => each.state.kind === 'confirmed' && each.shownToOthers?.words === wordsVersion],
  ])('a list that %s is caught', (_says, wrongly) => {
    const broken: Rule = (_viewer, _event, all) =>
      all.filter(wrongly).map(({ details: { name, organisation, comingAs } }) => ({ name, organisation, comingAs }));
    expect(leaksOf(broken)).toBe(true);
  });

  test('is there for nobody without a place, and for nobody of another event', () => {
    const about = { now: during, wordsVersion };
    for (const state of states) {
      expect(participantsFor(person({ state }), event, [], about) !== undefined).toBe(state.kind === 'confirmed');
    }
    expect(participantsFor(person({ eventId: 'evt_other' }), event, [], about)).toBeUndefined();
  });

  test('is on from its first day until its last, by the days of the event’s zone', () => {
    const on = (instant: string) => listIsOn(event, new Date(instant));
    expect(['2024-11-12T23:59:00Z', '2024-11-13T00:00:00Z', '2024-12-04T23:59:00Z', '2024-12-05T00:00:00Z'].map(on)).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(mayBeAsked(event, new Date('2024-10-10T09:00:00Z'))).toBe(true);
    expect(mayBeAsked(event, new Date('2024-12-05T00:00:00Z'))).toBe(false);
  });

  test('is off until somebody turns it on, once the event is called off, and 30 days after it whatever was set', () => {
    expect(listIsOn(eventWith(undefined), during)).toBe(false);
    expect(listIsOn(eventWith(setting, at), during)).toBe(false);
    expect(latestDay(event)).toBe('2024-12-20');
    expect(listIsOn(eventWith({ ...setting, until: '2025-12-31' }), new Date('2024-12-21T09:00:00Z'))).toBe(false);
  });

  test('whoever agreed can take it back, also after they cancelled; a cancelled registration cannot agree', () => {
    const agreed = decideShown(person({}), { words: wordsVersion }, during)?.next;
    expect(agreed?.shownToOthers).toEqual({ at: during.toISOString(), words: wordsVersion });
    const cancelled = person({ state: { kind: 'cancelled', by: 'attendee', at }, shownToOthers: { at, words: wordsVersion } });
    expect(decideShown(cancelled, undefined, during)?.next?.shownToOthers).toBeUndefined();
    expect(decideShown({ ...cancelled, shownToOthers: undefined }, { words: wordsVersion }, during)).toBeUndefined();
    expect(decideShown(person({}), undefined, during)).toBeUndefined();
  });
});
