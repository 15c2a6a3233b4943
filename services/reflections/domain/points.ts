/** At most this many points in one sending; more go in the next. */
export const mostPoints = 200;
/** Characters (Unicode code points) of one point. */
export const longestPoint = 2000;

export type PointsReading =
  | { readonly kind: 'points'; readonly points: readonly string[] }
  | { readonly kind: 'none' }
  | { readonly kind: 'too-many'; readonly count: number }
  /** Counted as the note-taker sees it, from 1. */
  | { readonly kind: 'too-long'; readonly line: number };

const bullet = /^(?:[-–—*•·‣▪◦○●]+|\(?\d{1,3}[.)])\s+/u;

/** One point a line, without the bullets and numbers that come along when notes are pasted. */
export function readPoints(text: string): PointsReading {
  const lines = text.split('\n').map((line) => line.trim().replace(bullet, '').trim());
  const points = lines.filter((line) => line !== '' && !/^[-–—*•·]+$/u.test(line));
  if (points.length === 0) return { kind: 'none' };
  if (points.length > mostPoints) return { kind: 'too-many', count: points.length };
  const long = lines.findIndex((line) => [...line].length > longestPoint);
  return long >= 0 ? { kind: 'too-long', line: long + 1 } : { kind: 'points', points };
}

/**
 * What makes each point of one sending itself: its words, and which of several equal ones it is. Sent again, a point is the same point;
 * changed, it is another, so that nothing is doubled and nothing is lost.
 */
export function tellApart(points: readonly string[]): readonly { readonly words: string; readonly occurrence: number }[] {
  const seen = new Map<string, number>();
  return points.map((words) => {
    const occurrence = (seen.get(words) ?? 0) + 1;
    seen.set(words, occurrence);
    return { words, occurrence };
  });
}
