import type { LetterState } from './letter.ts';

export type LetterCounts = Readonly<Record<LetterState, number>>;

/** Of so many letters a single bounce is no trend; SES itself looks at a share of what an account sends. */
export const leastToJudge = 50;
const mostBounced = 0.02;
const mostComplained = 0.0008;

export type Verdict = { readonly kind: 'fine' } | { readonly kind: 'trips'; readonly reason: 'bounces' | 'complaints' };

/** Whether a mailing should stop by itself, before SES stops the whole account: 2 % bounced or 0.08 % complained of what has left. */
export function judge(counts: LetterCounts): Verdict {
  const left = counts.sent + counts.delivered + counts.bounced + counts.complained;
  if (left < leastToJudge) return { kind: 'fine' };
  if (counts.complained / left >= mostComplained) return { kind: 'trips', reason: 'complaints' };
  if (counts.bounced / left >= mostBounced) return { kind: 'trips', reason: 'bounces' };
  return { kind: 'fine' };
}

/** Everything that has happened to a mailing's letters is accounted for: nothing waits and nothing is under way. */
export function isThrough(counts: LetterCounts, letters: number): boolean {
  const known = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return known >= letters && counts.queued === 0 && counts.sending === 0;
}
