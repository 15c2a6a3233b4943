import fc from 'fast-check';
import type { Op } from './model.ts';

export const people = ['ada', 'ben', 'cy', 'dee', 'eve'];

const who = fc.constantFrom(...people);
const personal = fc.record({
  kind: fc.constantFrom('register', 'register', 'press', 'press', 'press', 'cancel', 'claim', 'decline', 'rejoin', 'regroup', 'regroup'),
  who,
  group: fc.boolean(),
}) satisfies fc.Arbitrary<Op>;
const op: fc.Arbitrary<Op> = fc.oneof(
  { weight: 12, arbitrary: personal },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('capacity'), to: fc.integer({ min: 1, max: 4 }) }) },
  { weight: 1, arbitrary: fc.constant<Op>({ kind: 'release' }) },
  { weight: 1, arbitrary: fc.constant<Op>({ kind: 'sweep' }) },
);
const step = fc.record({ hours: fc.constantFrom(0, 0, 1, 5, 25, 60), ops: fc.array(op, { minLength: 1, maxLength: 3 }) });
/** A plan of what happens to one event: each step some hours after the last, with up to three things at once. */
export const schedule = fc.record({
  capacity: fc.integer({ min: 1, max: 3 }),
  kept: fc.integer({ min: 0, max: 2 }),
  released: fc.constantFrom(undefined, 30, 90),
  /** So many come one after the other before anything else happens. */
  crowd: fc.integer({ min: 0, max: 5 }),
  steps: fc.array(step, { minLength: 4, maxLength: 10 }),
});
export type Schedule = typeof schedule extends fc.Arbitrary<infer S> ? S : never;
