import { keptDays } from './kept-days.ts';

/**
 * How long an answer is kept at most, counted from the end of its event. Whoever answers is told before they do, so that a class is a
 * promise: the days behind a name may become fewer, never more. None is longer than a person is held, since answers go with their person.
 */
export const retentionClasses = ['until-over', 'month-after', 'quarter-after'] as const;
export type RetentionClass = (typeof retentionClasses)[number];

/** The sentences beside questions take their days from here. */
export const daysAfterTheEnd = {
  'until-over': 0,
  'month-after': 30,
  'quarter-after': keptDays,
} as const satisfies Readonly<Record<RetentionClass, number>>;

/** Asked for figures of a year, which nobody was held for. What is stored so is read as the longest class that is true. */
export const formerClasses = { 'year-after': 'quarter-after' } as const satisfies Readonly<Record<string, RetentionClass>>;

const dayMs = 24 * 60 * 60 * 1000;

/** The instant from which an answer of this class is no longer kept. */
export function keptUntil(retention: RetentionClass, endsAt: string): string {
  return new Date(Date.parse(endsAt) + daysAfterTheEnd[retention] * dayMs).toISOString();
}

/** The shorter promise of the two. */
export function shorterOf(one: RetentionClass, other: RetentionClass): RetentionClass {
  return daysAfterTheEnd[one] <= daysAfterTheEnd[other] ? one : other;
}
