import { describe, expect, test } from 'vitest';
import { bandOf, epsilon, type Random, roughly, withNoise } from './small-numbers.ts';

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

/** What is published of one question: every line of it. */
type Question = (counts: readonly number[], random: Random) => string;
const keys = ['yes', 'no'];
const given = (counts: readonly number[]) => counts.flatMap((count, at) => Array<string>(count).fill(keys[at] ?? ''));
const bandOfEach: Question = (counts, random) =>
  roughly(keys, given(counts), random)
    .map(({ band }) => band)
    .join();
/** How it was: nothing where one line is below ten, and exact counts from there on. */
const exactFromTen: Question = (counts) => (counts.some((count) => count < 10) ? 'withheld' : counts.join());
const bandsAlone: Question = (counts) => counts.map(bandOf).join();

/**
 * Somebody sends as many made-up answers as they like, knows of everybody but one person what they answered, and wants to know whether that
 * person said yes or no. How often is the best guess right?
 */
function foundByPadding(publish: Question, others: readonly [number, number], padding: readonly [number, number], rounds = 3000): number {
  const random = seeded(padding[0] * 100 + padding[1] + 1);
  const [yes, no] = [others[0] + padding[0], others[1] + padding[1]];
  const seen = new Map<string, [number, number]>();
  for (let round = 0; round < rounds; round += 1)
    for (const said of [0, 1] as const) {
      const published = publish(said === 0 ? [yes + 1, no] : [yes, no + 1], random);
      const times = seen.get(published) ?? [0, 0];
      times[said] += 1;
      seen.set(published, times);
    }
  return [...seen.values()].reduce((right, times) => right + Math.max(...times), 0) / (2 * rounds);
}

describe('somebody who pads the answers with made-up ones', () => {
  const paddings = [0, 1, 5, 8, 9, 10, 19, 49, 99];
  const every = paddings.flatMap((yes) => paddings.map((no): readonly [number, number] => [yes, no]));

  test('learns little of what one person said, wherever they bring the counts to', () => {
    for (const padding of every) expect(foundByPadding(bandOfEach, [0, 0], padding)).toBeLessThan(mostRight);
    for (const padding of [8, 9, 10]) expect(foundByPadding(bandOfEach, [1, 0], [padding - 1, padding])).toBeLessThan(mostRight);
  });

  test('the claim notices a twin that shows exact counts from ten up: ten of each line are enough', () => {
    expect(foundByPadding(exactFromTen, [0, 0], [0, 0])).toBe(0.5);
    expect(foundByPadding(exactFromTen, [0, 0], [10, 10])).toBe(1);
  });

  test('and one that shows bands without noise: they bring the count to an edge', () => {
    expect(foundByPadding(bandsAlone, [0, 0], [9, 5])).toBe(1);
  });
});
