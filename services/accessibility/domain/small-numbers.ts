/**
 * Figures that tell nobody of one person. Two ways, argued in docs/decisions/0022: what would help is published once, as bands of counts
 * with noise; what people said afterwards without their names is counted once, and small cells are withheld with what would give them away.
 */

/** Below this number a count is not shown as it is. */
export const smallest = 10;
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

export interface Counted<Key extends string> {
  readonly key: Key;
  readonly count: number;
}
export interface Shown<Key extends string> {
  readonly key: Key;
  /** Undefined where it is withheld. */
  readonly count: number | undefined;
}

/**
 * Counts of one question, or none of them: with one below ten the whole question is withheld. To withhold only the smallest of them is not
 * enough for whoever knows the rule and a total: of 10, 9 and 9 the two that are missing are known from the one that is shown.
 */
export function withheldSmall<Key extends string>(counts: readonly Counted<Key>[]): readonly Shown<Key>[] {
  const withheld = counts.some(({ count }) => count < smallest);
  return counts.map(({ key, count }) => ({ key, count: withheld ? undefined : count }));
}
