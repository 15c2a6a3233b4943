import type { Answer, Consent, ConsentText, Need, ReplyWish } from './need.ts';

/** Months for which somebody may ask to be remembered. */
export const monthsOffered = ['6', '12', '24'] as const;
export type MonthsOffered = (typeof monthsOffered)[number];

/** Raised whenever the words of the consent to be remembered change. */
export const rememberConsent: ConsentText = { textId: 'remember-consent', version: 1 };

/** What somebody asked to have ready at the network's next event. It cannot exist without consent of its own, nor without an end. */
export interface Remembered extends ReplyWish {
  readonly answer: Answer;
  readonly consent: Consent;
  readonly changedAt: string;
  /** From this instant on it is not shown any more, deleted or not. */
  readonly until: string;
}

export function remembering({ answer, answerFormat, answerPhone, answerByMail }: Need, months: MonthsOffered, now: Date): Remembered {
  const at = now.toISOString();
  const reply = { answerFormat, answerPhone, answerByMail };
  return { answer, ...reply, consent: { ...rememberConsent, at }, changedAt: at, until: monthsAfter(now, Number(months)).toISOString() };
}

export function isOver({ until }: Pick<Remembered, 'until'>, now: Date): boolean {
  return now.toISOString() >= until;
}

/** The same day so many months later, or the last day of a month that is too short for it. */
function monthsAfter(now: Date, months: number): Date {
  const later = new Date(now);
  later.setUTCMonth(later.getUTCMonth() + months);
  if (later.getUTCDate() !== now.getUTCDate()) later.setUTCDate(0);
  return later;
}
