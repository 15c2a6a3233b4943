import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bandOf, epsilon, type Random, withheldSmall, withNoise } from './small-numbers.ts';

/** A generator that is the same on every machine, so that the odds below are facts and not luck. */
function seeded(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

type Publishing = (count: number, random: Random) => number | string;
const plain: Publishing = (count) => count;
const bandedOnly: Publishing = (count) => bandOf(count);
const ours: Publishing = (count, random) => bandOf(withNoise(count, random));

/**
 * Somebody who knows of everybody but one person whether they ticked a kind, and how the figures are made, sees what is published and says
 * whether that person ticked it. How often are they right, over events where the person did and did not? Guessing is one half.
 */
function foundOut(publish: Publishing, others: number, rounds = 4000): number {
  const random = seeded(others + 1);
  const odds = (count: number) => {
    const seen = new Map<number | string, number>();
    for (let round = 0; round < rounds; round += 1) {
      const value = publish(count, random);
      seen.set(value, (seen.get(value) ?? 0) + 1);
    }
    return seen;
  };
  const [without, withThem] = [odds(others), odds(others + 1)];
  let right = 0;
  for (const value of new Set([...without.keys(), ...withThem.keys()]))
    right += Math.max(without.get(value) ?? 0, withThem.get(value) ?? 0);
  return right / (2 * rounds);
}

/** What one person can change the odds by, at most, turned into how often the best guess is right; with room for chance. */
const mostRight = Math.exp(epsilon) / (1 + Math.exp(epsilon)) + 0.03;
const crowds = [0, 1, 5, 8, 9, 10, 18, 19, 28, 29, 49, 99];

describe('somebody who knows everybody else', () => {
  test('learns little of the last one from a published band, wherever the count lies', () => {
    for (const others of crowds) expect(foundOut(ours, others)).toBeLessThan(mostRight);
  });

  test('the claim notices plain counts, which tell every time', () => {
    for (const others of crowds) expect(foundOut(plain, others)).toBe(1);
  });

  test('and bands without noise, which tell at their edges', () => {
    expect(foundOut(bandedOnly, 5)).toBe(0.5);
    for (const others of [9, 19, 29, 49, 99]) expect(foundOut(bandedOnly, others)).toBe(1);
  });

  test('nobody and one person can be published alike, and neither rules the other out', () => {
    const random = seeded(7);
    const bandsOf = (count: number) => new Set(Array.from({ length: 20_000 }, () => ours(count, random)));
    for (const count of [0, 1, 9, 10]) expect([...bandsOf(count)]).toEqual(expect.arrayContaining(['0-9', '10-19']));
  });
});

describe('bands', () => {
  test.each([
    [-4, '0-9'],
    [9, '0-9'],
    [10, '10-19'],
    [29, '20-29'],
    [30, '30-49'],
    [99, '50-99'],
    [640, '100-'],
  ])('%d is %s', (count, band) => expect(bandOf(count)).toBe(band));

  test('are roughly right: noise moves a count by two on average, and hardly ever by ten', () => {
    const random = seeded(3);
    const moved = Array.from({ length: 5000 }, () => Math.abs(withNoise(40, random) - 40));
    expect(moved.reduce((sum, each) => sum + each, 0) / moved.length).toBeLessThan(2.1);
    expect(moved.filter((each) => each >= 10).length / moved.length).toBeLessThan(0.012);
  });
});

type Withholding = (counts: readonly number[]) => readonly (number | undefined)[];
const withheld: Withholding = (counts) => withheldSmall(counts.map((count, at) => ({ key: String(at), count }))).map(({ count }) => count);
const onlySmall: Withholding = (counts) => counts.map((count) => (count < 10 ? undefined : count));

/**
 * Everything that could have been counted and would have been published just so, for somebody who knows the rules and how many people
 * answered. Cells of which only one value fits are worked out.
 */
function workedOut(counts: readonly number[], withhold: Withholding): readonly number[] {
  const published = withhold(counts).join();
  const total = counts.reduce((sum, each) => sum + each, 0);
  const fitting = shares(counts.length, total).filter((other) => withhold(other).join() === published);
  return counts
    .map((_count, at) => new Set(fitting.map((other) => other[at])).size)
    .flatMap((values, at) => (withhold(counts)[at] === undefined && values < 3 ? [at] : []));
}

/** Every way to share a number among so many cells. */
function shares(cells: number, total: number): readonly (readonly number[])[] {
  if (cells === 1) return [[total]];
  return Array.from({ length: total + 1 }, (_, first) => shares(cells - 1, total - first).map((rest) => [first, ...rest])).flat();
}

describe('small cells', () => {
  const counts = fc.array(fc.integer({ min: 0, max: 16 }), { minLength: 3, maxLength: 3 });

  test('no number below ten is shown', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 2, maxLength: 9 }), (some) =>
        withheld(some).every((count) => count === undefined || count >= 10),
      ),
    );
  });

  test('what is withheld cannot be worked out from the rest and the total', () => {
    fc.assert(
      // Of fewer than two people there is nothing to work out.
      fc.property(counts, (some) => some.reduce((sum, each) => sum + each, 0) < 2 || workedOut(some, withheld).length === 0),
      { numRuns: 150 },
    );
  });

  test('the claim notices a twin that withholds small cells alone', () => {
    expect(workedOut([3, 14, 15], onlySmall)).toEqual([0]);
  });

  test('with nothing small, everything is shown', () => expect(withheld([10, 12, 40])).toEqual([10, 12, 40]));
});
