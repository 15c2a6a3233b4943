import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { moment } from './dates.ts';
import { decideCancel, decideExpire } from './decide-leave.ts';
import { decideRegister, type RegisterCommand } from './decide-register.ts';
import { oneMoreLetter } from './letter-count.ts';
import { normalisedAddress, type Registration, type RegistrationState } from './registration.ts';
import { heldShare, viewerLine, viewerNetwork } from './viewer-network.ts';
import { waitingKeyOf } from './waiting-line.ts';

const now = new Date('2024-10-10T09:00:00.000Z');
const details = { name: 'Sample Person', organisation: '', comingAs: '', wantsReport: true, format: 'html' } as const;

function registered(state: RegistrationState): Registration {
  return {
    registrationId: 'reg_sample',
    eventId: 'evt_sample',
    email: 'sample@example.org',
    details,
    registeredAt: '2024-10-10T08:00:00.000Z',
    linkVersion: 1,
    letters: { since: '2024-10-10T08:00:00.000Z', count: 1 },
    state,
  };
}

const command: RegisterCommand = {
  registrationId: 'reg_sample',
  eventId: 'evt_sample',
  email: 'sample@example.org',
  details: { ...details, name: 'Another Name' },
  expiresAt: '2024-10-11T09:00:00.000Z',
};

describe('registering again', () => {
  const anyState = fc.constantFrom<RegistrationState>(
    { kind: 'pending', holds: 'place', expiresAt: '2024-10-11T08:00:00.000Z' },
    { kind: 'confirmed', at: '2024-10-10T08:00:00.000Z' },
    { kind: 'waitlisted', waitingKey: '2024-10-10T08:00:00.000Z#reg_sample' },
  );

  test('never touches places, and never moves the end of a pending one', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        const decision = decideRegister({ kind: 'held', version: 3, registration: registered(state) }, command, now);
        if (decision.kind !== 'remind') throw new Error('It is known.');
        expect(decision.change.places.kind).toBe('while-open');
        expect(decision.change.next?.state).toEqual(state);
      }),
    );
  });

  test('the latest form counts until the link is pressed, and not after', () => {
    const nameAfter = (state: RegistrationState) => {
      const decision = decideRegister({ kind: 'held', version: 3, registration: registered(state) }, command, now);
      return decision.kind === 'remind' ? decision.change.next?.details.name : undefined;
    };
    expect(nameAfter({ kind: 'pending', holds: 'place', expiresAt: command.expiresAt })).toBe('Another Name');
    expect(nameAfter({ kind: 'confirmed', at: command.expiresAt })).toBe('Sample Person');
  });

  test('after a cancellation it begins anew, with links of its own', () => {
    const cancelled = registered({ kind: 'cancelled', by: 'attendee', at: '2024-10-10T08:30:00.000Z' });
    const decision = decideRegister({ kind: 'held', version: 3, registration: cancelled }, command, now);
    if (decision.kind !== 'ask') throw new Error('It begins anew.');
    expect(decision.holdingPlace.next?.linkVersion).toBe(4);
    expect(decision.holdingPlace.next?.state.kind).toBe('pending');
  });
});

test('letters that anybody can set off are four an hour', () => {
  let letters = { since: now.toISOString(), count: 1 };
  let sent = 1;
  for (let minute = 1; minute <= 180; minute += 1) {
    const next = oneMoreLetter(letters, new Date(now.getTime() + minute * 60_000));
    letters = next.letters;
    sent += next.allowed ? 1 : 0;
  }
  expect(sent).toBe(13);
});

test('cancelling gives back exactly what was held', () => {
  const placesAfter = (state: RegistrationState) => {
    const decision = decideCancel(registered(state), 'attendee', now);
    return decision.kind === 'cancel' ? decision.change.places.kind : decision.kind;
  };
  expect(placesAfter({ kind: 'pending', holds: 'place', expiresAt: '' })).toBe('release');
  expect(placesAfter({ kind: 'pending', holds: 'nothing', expiresAt: '' })).toBe('none');
  expect(placesAfter({ kind: 'confirmed', at: '' })).toBe('release');
  expect(placesAfter({ kind: 'waitlisted', waitingKey: 'x' })).toBe('leave-line');
  expect(placesAfter({ kind: 'cancelled', by: 'attendee', at: '' })).toBe('already');
});

test('only what is pending and over runs out', () => {
  const expiresAt = now.toISOString();
  expect(decideExpire(registered({ kind: 'pending', holds: 'place', expiresAt }), now)?.next).toBeUndefined();
  expect(decideExpire(registered({ kind: 'pending', holds: 'place', expiresAt }), new Date(now.getTime() - 1))).toBeUndefined();
  expect(decideExpire(registered({ kind: 'confirmed', at: expiresAt }), now)).toBeUndefined();
});

test('the line is in the order of time', () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date(0), max: new Date('2099-01-01'), noInvalidDate: true }),
      fc.integer({ min: 1, max: 1e9 }),
      (first, wait) => {
        expect(waitingKeyOf('reg_z', first) < waitingKeyOf('reg_a', new Date(first.getTime() + wait))).toBe(true);
      },
    ),
  );
});

test.each([
  ['192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['2001:0DB8:0000:0000:ffff::9', '2001:db8:0:0::/64'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['::1', '0:0:0:0::/64'],
])('%s is counted as %s', (ip, network) => expect(viewerNetwork(ip)).toBe(network));

test.each([
  ['192.0.2.7', '192.0.2.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1::/48'],
  ['2001:db8:1:ffff::1', '2001:db8:1::/48'],
])('%s is on the line %s', (ip, line) => expect(viewerLine(ip)).toBe(line));

test('one network holds a quarter of an event unconfirmed, never more than twenty places, and of the smallest events three', () => {
  expect([1, 12, 20, 40, 60, 80, 100, 5000].map(heldShare)).toEqual([3, 3, 5, 10, 15, 20, 20, 20]);
  fc.assert(fc.property(fc.integer({ min: 12, max: 10_000 }), (capacity) => heldShare(capacity) <= capacity / 4));
});

test.each([[' Ada@Example.ORG', 'ada@example.org']])('%s is the same address as %s', (typed, address) =>
  expect(normalisedAddress(typed)).toBe(address),
);

test('times are written in the zone of the event', () => {
  // Whether a comma follows the weekday is the runtime's own affair.
  const plain = (text: string) => text.replace(/day,/g, 'day');
  expect(plain(moment('2024-11-20T00:05:00.000Z', 'Europe/London'))).toBe('Wednesday 20 November 2024, 12:05am');
});
