import { type Provision, provisionKinds } from '@convener/contracts';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { copiedFor, withUsual } from './provisions.ts';

const event = { startsAt: '2026-03-20T10:00:00.000Z', timeZone: 'Europe/London' };
const now = new Date('2026-02-01T12:00:00Z');

const provision: fc.Arbitrary<Provision> = fc.record(
  {
    kind: fc.constantFrom(...provisionKinds),
    detail: fc.string(),
    by: fc.string(),
    people: fc.integer({ min: 1, max: 9 }),
    knownBy: fc.constantFrom('2025-01-01', '2026-03-01', '2027-01-01'),
  },
  { requiredKeys: ['kind', 'detail'] },
);
const provisions = fc.uniqueArray(provision, { selector: ({ kind }) => kind });

describe('provisions taken over from elsewhere', () => {
  test('keep what is simply there, and promise nothing of what must be booked', () => {
    const usual: readonly Provision[] = [
      { kind: 'bsl-interpretation', detail: 'All day', by: 'Sample Interpreting', people: 2 },
      { kind: 'regular-breaks', detail: '' },
    ];
    expect(copiedFor(usual, event, now)).toEqual([
      { kind: 'bsl-interpretation', detail: 'All day', by: 'Sample Interpreting', people: 2, knownBy: '2026-03-06' },
      { kind: 'regular-breaks', detail: '' },
    ]);
  });

  test('are settled on the day of the event at the latest, where two weeks before it have passed', () => {
    expect(copiedFor([{ kind: 'live-captions', detail: '' }], event, new Date('2026-03-15T12:00:00Z'))).toEqual([
      { kind: 'live-captions', detail: '', knownBy: '2026-03-20' },
    ]);
  });

  test('never claim that somebody is booked, and never date a promise after the event', () => {
    fc.assert(
      fc.property(provisions, fc.date({ min: new Date('2025-06-01'), max: new Date('2026-03-20'), noInvalidDate: true }), (usual, at) => {
        for (const { kind, knownBy } of copiedFor(usual, event, at)) {
          if (kind === 'live-captions' || kind === 'bsl-interpretation') expect(knownBy).toBeDefined();
          if (knownBy !== undefined) expect(knownBy <= '2026-03-20').toBe(true);
        }
      }),
    );
  });

  test('are caught by that test: a twin that copies them as they stand', () => {
    const twin = (usual: readonly Provision[]) => usual;
    expect(twin([{ kind: 'live-captions', detail: '' }])).not.toEqual(copiedFor([{ kind: 'live-captions', detail: '' }], event, now));
  });
});

test('the usual ones join an event’s own, which stay as they are; a second time changes nothing', () => {
  fc.assert(
    fc.property(provisions, provisions, (own, usual) => {
      const once = withUsual(own, usual, event, now);
      expect(withUsual(once, usual, event, now)).toEqual(once);
      for (const each of own) expect(once).toContainEqual(each);
      const kinds = once.map(({ kind }) => kind);
      expect(new Set(kinds)).toEqual(new Set([...own, ...usual].map(({ kind }) => kind)));
      expect(new Set(kinds).size).toBe(kinds.length);
    }),
  );
});
