import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bandOf, bandPence, byFinancialYear, costsOf } from './access-costs.ts';
import {
  type Adjustment,
  type AdjustmentState,
  adjustmentStates,
  bookBy,
  changeAdjustment,
  howManyFor,
  mayBecome,
  statesFrom,
  urgencyOf,
} from './adjustment.ts';
import { type Arrangement, deliver, link, noArrangement, personState, replyTo, tell } from './arrangement.ts';
import { currentConsent, type Need, usualReply } from './need.ts';
import type { Occasion } from './occasion.ts';
import { workingDaysBefore } from './working-days.ts';

const event = { startsAt: '2026-11-20T10:00:00.000Z', endsAt: '2026-11-20T12:30:00.000Z', timeZone: 'Europe/London' };
const now = new Date('2026-10-01T09:00:00.000Z');
const adjustment: Adjustment = {
  adjustmentId: 'adj_one',
  eventId: 'evt_one',
  kind: 'bsl-interpreter',
  what: 'Two interpreters',
  owner: { name: 'Sample Owner', email: 'owner@example.org' },
  supplierId: undefined,
  forEverybody: false,
  leadDays: 30,
  estimatedPence: 780_00,
  actualPence: undefined,
  state: 'to-arrange',
  heldFor: undefined,
  changedAt: now.toISOString(),
  version: 1,
};
const occasion: Occasion = { startsAt: event.startsAt, endsAt: event.endsAt, mode: 'online', place: '' };
const around = { event: occasion, adjustments: [] };
const as = (expected: number | undefined, at = occasion) => ({ expected, occasion: at, now });
const state = fc.constantFrom(...adjustmentStates);

describe('how far an adjustment is', () => {
  test('from every state it can be given up or begun anew, and what is offered is what is allowed', () => {
    fc.assert(
      fc.property(state, state, (from, to) => {
        expect(statesFrom(from).includes(to)).toBe(mayBecome(from, to));
        if (from !== 'cannot' && from !== 'rung-off') expect(mayBecome(from, 'cannot')).toBe(true);
      }),
    );
    expect(mayBecome('cannot', 'in-place')).toBe(false);
    expect(mayBecome('cannot', 'to-arrange')).toBe(true);
  });

  test('whatever is tried in whatever order, no change leads where none may, and versions count by one', () => {
    fc.assert(
      fc.property(fc.array(state, { maxLength: 12 }), (wanted) => {
        let held = adjustment;
        for (const each of wanted) {
          const change = changeAdjustment(held, { ...held, state: each }, as(undefined));
          if (change.kind === 'save') {
            expect(mayBecome(held.state, each)).toBe(true);
            expect(change.adjustment.version).toBe(held.version + 1);
            held = change.adjustment;
          } else expect(change.kind).toBe(each === held.state ? 'same' : 'not-from-here');
        }
      }),
    );
  });

  test('an old page does not overwrite, and the same again is harmless', () => {
    const wanted = { ...adjustment, what: 'Three interpreters' };
    expect(changeAdjustment({ ...adjustment, version: 4 }, wanted, as(3)).kind).toBe('meanwhile');
    expect(changeAdjustment({ ...wanted, version: 4 }, wanted, as(3)).kind).toBe('same');
  });
});

describe('when it has to be booked', () => {
  test('thirty working days before the event, St Andrew’s Day and the like left out', () => {
    expect(bookBy(event, 30)).toBe('2026-10-09');
    expect(bookBy({ startsAt: '2026-12-04T10:00:00.000Z', timeZone: 'Europe/London' }, 5)).toBe('2026-11-26');
  });

  const on = (day: string, of: AdjustmentState = 'to-arrange') =>
    urgencyOf({ ...adjustment, state: of }, event, new Date(`${day}T12:00:00Z`));
  test('at risk from five working days before, too late from the day after', () => {
    expect([on('2026-10-01'), on('2026-10-02'), on('2026-10-09'), on('2026-10-10')]).toEqual(['fine', 'at-risk', 'at-risk', 'too-late']);
    expect([on('2026-10-30', 'asked'), on('2026-10-30', 'booked'), on('2026-10-30', 'cannot')]).toEqual(['too-late', 'fine', 'fine']);
  });

  test('it never becomes less urgent as days go by', () => {
    const rank = { fine: 0, 'at-risk': 1, 'too-late': 2 };
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 90 }), fc.integer({ min: 0, max: 60 }), (days, leadDays) => {
        const at = (more: number) => new Date(Date.parse('2026-09-01T12:00:00Z') + (days + more) * 86_400_000);
        const urgency = (more: number) => rank[urgencyOf({ state: 'asked', leadDays }, event, at(more))];
        expect(urgency(1)).toBeGreaterThanOrEqual(urgency(0));
      }),
    );
    expect(workingDaysBefore('2026-11-20', 0)).toBe('2026-11-20');
  });

  test('two interpreters beyond half an hour', () => {
    const lasting = (minutes: number) => ({
      startsAt: event.startsAt,
      endsAt: new Date(Date.parse(event.startsAt) + minutes * 60_000).toISOString(),
    });
    expect([howManyFor('bsl-interpreter', lasting(30)), howManyFor('bsl-interpreter', lasting(31)), howManyFor('breaks', event)]).toEqual([
      1, 2, 1,
    ]);
  });
});

describe('what a funder is told', () => {
  test('any two totals within a step look alike, and an exact one would not', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 5_000_00 }), (pence) => {
        const { fromPence, toPence } = bandOf(pence);
        expect(fromPence <= pence && pence < toPence && toPence - fromPence === bandPence).toBe(true);
      }),
    );
    // The price of two interpreters, and of a captioner: told exactly they would tell which it was.
    const [interpreters, captioner] = [780_00, 640_00];
    expect(bandOf(interpreters)).toEqual(bandOf(captioner));
    expect(interpreters).not.toEqual(captioner);
    expect(bandOf(0)).toEqual(bandOf(499_99));
  });

  test('years do not overlap, so nothing is found by taking one total from another', () => {
    const spent = (eventId: string, endsAt: string, pence: number) => ({ eventId, title: eventId, endsAt, pence });
    const years = byFinancialYear([
      spent('a', '2026-03-31T12:00:00.000Z', 300_00),
      spent('b', '2026-04-01T12:00:00.000Z', 400_00),
      spent('c', '2027-03-01T12:00:00.000Z', 200_00),
    ]);
    expect(years.map(({ year, events, band }) => [year, events.length, band.fromPence])).toEqual([
      [2026, 2, 500_00],
      [2025, 1, 0],
    ]);
  });

  test('the bill counts, else the estimate; what cannot be had costs only what was billed', () => {
    const costs = costsOf([
      { state: 'booked', estimatedPence: 100, actualPence: 120 },
      { state: 'asked', estimatedPence: 50, actualPence: undefined },
      { state: 'cannot', estimatedPence: 70, actualPence: undefined },
      { state: 'cannot', estimatedPence: 70, actualPence: 10 },
    ]);
    expect(costs).toEqual({ estimatedPence: 150, actualPence: 130, expectedPence: 180 });
  });
});

const need: Need = {
  eventId: 'evt_one',
  registrationId: 'reg_one',
  ...usualReply,
  answer: { kinds: ['breaks'], ownWords: '', talkFirst: undefined },
  consent: { ...currentConsent, at: now.toISOString() },
  changedAt: now.toISOString(),
  version: 1,
};
const words = { provided: 'A break in every hour.', cannot: undefined, contact: 'Sample' };
const saved = (decision: { readonly kind: string; readonly arrangement?: Arrangement }): Arrangement => {
  if (decision.kind !== 'save' || !decision.arrangement) throw new Error(`Not saved: ${decision.kind}.`);
  return decision.arrangement;
};
const telling = (held: Arrangement, of = need, said = words, expected?: number, at = occasion, adjustments: readonly Adjustment[] = []) =>
  tell(held, of, said, { expected, occasion: at, adjustments, now, letterId: 'let_one' });

describe('telling somebody, and hearing back', () => {
  const start = noArrangement(need);
  const answered = saved(telling(start));

  test('new, being arranged, told, works; or opened again', () => {
    const said = (works: boolean) => saved(replyTo(answered, { works, ownWords: '', to: 1 }, now));
    expect(personState(need, start, around)).toBe('new');
    expect(personState(need, saved(link(start, ['adj_one'])), around)).toBe('arranging');
    expect(personState(need, answered, around)).toBe('told');
    expect(personState(need, said(true), around)).toBe('works');
    expect(personState(need, said(false), around)).toBe('reopened');
    expect(personState({ version: 2 }, said(true), around)).toBe('reopened');
  });

  test('the same again tells nobody anew, unless it did not work for them', () => {
    expect(telling(answered).kind).toBe('same');
    const unhappy = saved(replyTo(answered, { works: false, ownWords: 'No.', to: 1 }, now));
    expect(saved(telling(unhappy)).telling?.version).toBe(2);
    expect(telling(answered, need, { ...words, contact: 'Other' }, 0).kind).toBe('meanwhile');
  });

  test('a reply counts for the answer that was read, and can be changed', () => {
    expect(replyTo(start, { works: true, ownWords: '', to: 1 }, now).kind).toBe('nothing-to-answer');
    const anew = saved(telling(answered, need, { ...words, contact: 'Other' }));
    expect(replyTo(anew, { works: true, ownWords: '', to: 1 }, now).kind).toBe('meanwhile');
    const works = saved(replyTo(anew, { works: true, ownWords: '', to: 2 }, now));
    expect(replyTo(works, { works: true, ownWords: 'ignored', to: 2 }, now).kind).toBe('same');
    expect(saved(replyTo(works, { works: false, ownWords: 'No.', to: 2 }, now)).reply?.kind).toBe('does-not-work');
  });

  test('how it gets to them is what they chose, and only the latest answer moves on', () => {
    const by = (changes: Partial<Need>) => saved(telling(start, { ...need, ...changes })).telling?.delivery;
    expect([by({}), by({ answerByMail: true }), by({ answerFormat: 'phone' })]).toEqual(['notice', 'mail', 'ring']);
    expect(deliver(answered, 2, ['waiting'], 'done').kind).toBe('same');
    expect(saved(deliver(answered, 1, ['waiting'], 'sending')).telling?.delivered).toBe('sending');
    expect(deliver(answered, 1, ['sending'], 'done').kind).toBe('same');
  });
});
