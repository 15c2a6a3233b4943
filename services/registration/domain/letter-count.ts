import type { LetterCount } from './registration.ts';

/** Enough for somebody who looks in the wrong inbox; too few to annoy a stranger with. */
const lettersAnHour = 4;
const hour = 60 * 60 * 1000;

export function firstLetter(now: Date): LetterCount {
  return { since: now.toISOString(), count: 1 };
}

/** Whether one more letter may go to an address that anybody can type, and the count after it. */
export function oneMoreLetter(letters: LetterCount, now: Date): { readonly allowed: boolean; readonly letters: LetterCount } {
  if (now.getTime() - Date.parse(letters.since) >= hour) return { allowed: true, letters: firstLetter(now) };
  if (letters.count >= lettersAnHour) return { allowed: false, letters };
  return { allowed: true, letters: { since: letters.since, count: letters.count + 1 } };
}
