import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { judge, type LetterCounts } from './breaker.ts';
import { decideTold, type LetterState, letterStates, readTold, statesBefore, type Told } from './letter.ts';
import { decideMove, type Mailing, type MailingCommand, type MailingState } from './mailing.ts';
import { decideConfirm, decideImport, decideJoin, type StoredMember } from './member.ts';
import { leftToday, nextSlot } from './pace.ts';

const now = new Date('2026-03-02T09:00:00.000Z');
const tolds: readonly Told[] = ['sent', 'delivered', 'bounced', 'complained', 'failed'];
const toldList = fc.array(fc.constantFrom(...tolds), { minLength: 1, maxLength: 8 });
const hear = (state: LetterState, told: readonly Told[]) =>
  told.reduce<LetterState>((before, each) => (decideTold(before, each).kind === 'changes' ? each : before), state);

describe('what SES tells', () => {
  test('ends the same in any order, however often', () => {
    fc.assert(
      fc.property(fc.constantFrom(...letterStates), toldList, toldList, (state, told, again) => {
        const repeats = again.filter((each) => told.includes(each));
        expect(hear(state, [...repeats, ...told].reverse())).toBe(hear(state, told));
      }),
    );
  });

  test('the store’s condition is the rule', () => {
    for (const told of tolds)
      for (const state of letterStates) expect(statesBefore(told).includes(state)).toBe(decideTold(state, told).kind === 'changes');
  });

  test('is understood by its type and by its detail type; what changes nothing is nothing', () => {
    expect(['Send', 'Email Sent', 'Delivery', 'Email Delivered'].map((type) => readTold(type, '')?.told)).toEqual([
      'sent',
      'sent',
      'delivered',
      'delivered',
    ]);
    expect(readTold('Bounce', 'Permanent')).toEqual({ told: 'bounced', suppress: 'bounce' });
    expect(readTold('Email Bounced', 'Transient')).toEqual({ told: 'bounced', suppress: undefined });
    expect(readTold('Email Complaint Received', '')).toEqual({ told: 'complained', suppress: 'complaint' });
    expect([readTold('DeliveryDelay', ''), readTold('Open', '')]).toEqual([undefined, undefined]);
  });
});

const states: readonly MailingState[] = [
  { kind: 'preparing' },
  { kind: 'ready' },
  { kind: 'sending', startedAt: 'then' },
  { kind: 'paused', startedAt: 'then', reason: 'organiser' },
  { kind: 'finished', startedAt: 'then', finishedAt: 'later' },
  { kind: 'discarded' },
];

function mailingIn(state: MailingState): Mailing {
  const audience = { statuses: [], wantingReport: false, members: false } as const;
  return {
    id: 'mlg_1',
    kind: 'report',
    eventId: 'evt_1',
    subjectId: 'rpt_1',
    letterStem: 'x',
    audience,
    expansion: { kind: 'done' },
    letters: 3,
    state,
    note: undefined,
    createdAt: 'then',
  };
}

test('a mailing moves only as it may, and a click made twice is one', () => {
  const commands: readonly MailingCommand[] = ['start', 'pause', 'resume', 'discard'];
  const table = states.map((state) => commands.map((command) => decideMove(mailingIn(state), command, now).kind));
  expect(table).toEqual([
    ['impossible', 'impossible', 'impossible', 'moves'],
    ['moves', 'impossible', 'impossible', 'moves'],
    ['stays', 'moves', 'stays', 'impossible'],
    ['impossible', 'stays', 'moves', 'impossible'],
    ['stays', 'impossible', 'stays', 'impossible'],
    ['impossible', 'impossible', 'impossible', 'stays'],
  ]);
});

test('the breaker: from 50 on, 2 % bounced or 0.08 % complained of', () => {
  const of = (counts: Partial<LetterCounts>) => {
    const none = { queued: 9, sending: 0, 'in-doubt': 0, withheld: 0, failed: 0, sent: 0, delivered: 0, bounced: 0, complained: 0 };
    return judge({ ...none, ...counts }).kind;
  };
  expect([of({ delivered: 48, bounced: 1 }), of({ delivered: 48, bounced: 2 })]).toEqual(['fine', 'trips']);
  expect([of({ delivered: 981, bounced: 19 }), of({ delivered: 980, bounced: 20 })]).toEqual(['fine', 'trips']);
  expect([of({ delivered: 1260, complained: 1 }), of({ delivered: 1249, complained: 1 })]).toEqual(['fine', 'trips']);
});

describe('the pace', () => {
  test('never more than the rate and half a second’s worth, however unevenly it is asked', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50 }), fc.array(fc.nat(2000), { minLength: 2, maxLength: 200 }), (rate, waits) => {
        let at = 0;
        let slot = 0;
        const sent: number[] = [];
        for (const wait of waits) {
          at += wait;
          slot = nextSlot(slot, rate, at);
          at = Math.max(at, slot);
          sent.push(at);
        }
        for (const start of sent) {
          const within = sent.filter((each) => each >= start && each < start + 1000).length;
          expect(within).toBeLessThanOrEqual(rate * 1.5 + 1);
        }
      }),
    );
  });

  test('a mailing leaves some of the day to people’s own letters', () => {
    const allowance = { perSecond: 1, perDay: 200, sentLastDay: 190 };
    expect([leftToday(allowance, 'mailing'), leftToday(allowance, 'service')]).toEqual([0, 10]);
  });
});

describe('members', () => {
  const joining = {
    id: 'mem_1',
    address: 'ada@example.org',
    details: { name: '', format: 'html', language: 'en', interests: '' },
  } as const;

  test('a link made before somebody left is dead for good', () => {
    fc.assert(
      fc.property(fc.nat(50), (version) => {
        const back = decideJoin({ kind: 'gone', version, left: true }, joining, now);
        expect(back.member.linkVersion).toBeGreaterThan(version);
      }),
    );
  });

  test('nobody who left is brought back by a file', () => {
    const gone: StoredMember = { kind: 'gone', version: 4, left: true };
    expect(decideImport(gone, joining, now)).toEqual({ kind: 'refused', reason: 'left' });
    expect(decideImport({ ...gone, left: false }, joining, now).kind).toBe('added');
  });

  test('a request that ran out cannot be confirmed', () => {
    const { member } = decideJoin({ kind: 'none' }, joining, now);
    const stored: StoredMember = { kind: 'held', version: 1, member };
    const day = (days: number) => new Date(now.getTime() + days * 86_400_000);
    expect([decideConfirm(stored, 1, day(6)).kind, decideConfirm(stored, 1, day(7)).kind]).toEqual(['joined', 'dead-link']);
  });
});
