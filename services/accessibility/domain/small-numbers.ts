/**
 * Figures that tell nobody of one person, argued in docs/decisions/0022: what would help, and what people said afterwards without their
 * names, are each made once, as bands of counts with noise.
 */

/** With fewer confirmed people than this nothing is published: what is asked for would be told by who was there. */
export const fewestConfirmed = 20;

/** How much one person can change the odds of any one published band: at most by e to this. */
export const epsilon = 0.5;

/** A uniform number from 0 up to 1, 1 excluded. */
export type Random = () => number;

export const bands = ['0-9', '10-19', '20-29', '30-49', '50-99', '100-'] as const;
export type Band = (typeof bands)[number];

/** Two-sided geometric noise: there is no count that a published band rules out, nor one person that it proves. */
export function withNoise(count: number, random: Random): number {
  return count + geometric(random()) - geometric(random());
}

function geometric(uniform: number): number {
  return Math.floor(Math.log(1 - uniform) / -epsilon);
}

export function bandOf(count: number): Band {
  const fitting = bands.filter((band) => count >= Number.parseInt(band, 10));
  return fitting.at(-1) ?? '0-9';
}

export interface Shown<Key extends string> {
  readonly key: Key;
  /** Undefined in figures of before, which held exact counts: whoever had added answers of their own could have worked out the rest. */
  readonly band: Band | undefined;
}

/**
 * Counts of one question. Noise, and not only bands: whoever sends made-up answers chooses where a count lies, and a band without noise tells
 * at its edge.
 */
export function roughly<Key extends string>(keys: readonly Key[], given: readonly string[], random: Random): readonly Shown<Key>[] {
  return keys.map((key) => ({ key, band: bandOf(withNoise(given.filter((each) => each === key).length, random)) }));
}
