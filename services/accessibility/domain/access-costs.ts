import { type Adjustment, isGivenUp } from './adjustment.ts';

export interface Costs {
  readonly estimatedPence: number;
  readonly actualPence: number;
  /** What each costs as far as is known: the bill, else the estimate. Of what was given up, only a bill. */
  readonly expectedPence: number;
}

type Priced = Pick<Adjustment, 'state' | 'estimatedPence' | 'actualPence'>;

export function costsOf(adjustments: readonly Priced[]): Costs {
  const sum = (pence: (each: Priced) => number) => adjustments.reduce((total, each) => total + pence(each), 0);
  return {
    estimatedPence: sum((each) => (isGivenUp(each) ? 0 : (each.estimatedPence ?? 0))),
    actualPence: sum(({ actualPence }) => actualPence ?? 0),
    expectedPence: sum((each) => each.actualPence ?? (isGivenUp(each) ? 0 : (each.estimatedPence ?? 0))),
  };
}

/** A step of what a funder is told: wider than the price of most single things. */
export const bandPence = 500_00;

export interface Band {
  /** Included. */
  readonly fromPence: number;
  /** Not included. */
  readonly toPence: number;
}

/**
 * What may leave the house. A total over one adjustment is its price, and a price names its kind; so every total goes out as a step of the
 * same width, whatever it is made of: a width that depended on how many there are would tell how few. Nothing spent and little spent are one step.
 */
export function bandOf(pence: number): Band {
  const fromPence = Math.floor(pence / bandPence) * bandPence;
  return { fromPence, toPence: fromPence + bandPence };
}

/** The total of one event as it outlives everything else. */
export interface Spent {
  readonly eventId: string;
  readonly title: string;
  readonly endsAt: string;
  readonly pence: number;
}

/**
 * Financial years, from April. They never overlap, so that no two totals can be taken from each other to find a third.
 */
export function byFinancialYear(
  spent: readonly Spent[],
): readonly { readonly year: number; readonly events: readonly Spent[]; readonly band: Band }[] {
  const years = Map.groupBy(spent, ({ endsAt }) => financialYearOf(endsAt));
  return [...years]
    .sort(([a], [b]) => b - a)
    .map(([year, events]) => ({ year, events, band: bandOf(events.reduce((total, { pence }) => total + pence, 0)) }));
}

/** The year in which it begins. */
export function financialYearOf(instant: string): number {
  const [year, month] = [Number(instant.slice(0, 4)), Number(instant.slice(5, 7))];
  return month >= 4 ? year : year - 1;
}
