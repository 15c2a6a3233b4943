/**
 * How long an answer is kept, counted from the end of its event. Whoever answers is told before they do, so that a class is a promise: the
 * days behind a name may become fewer, never more.
 */
export const retentionClasses = ['until-over', 'month-after', 'year-after'] as const;
export type RetentionClass = (typeof retentionClasses)[number];

const daysAfterTheEnd: Readonly<Record<RetentionClass, number>> = {
  'until-over': 0,
  'month-after': 30,
  /** Those who give money ask for figures once a year. */
  'year-after': 365,
};

const dayMs = 24 * 60 * 60 * 1000;

/** The instant from which an answer of this class is no longer kept. */
export function keptUntil(retention: RetentionClass, endsAt: string): string {
  return new Date(Date.parse(endsAt) + daysAfterTheEnd[retention] * dayMs).toISOString();
}

/** The shorter promise of the two. */
export function shorterOf(one: RetentionClass, other: RetentionClass): RetentionClass {
  return daysAfterTheEnd[one] <= daysAfterTheEnd[other] ? one : other;
}
