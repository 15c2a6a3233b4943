import type { LetterText } from '../domain/letter-texts.ts';
import type { LetterContext } from '../use-cases/send-ports.ts';
import { letterWords as words } from './letter-words.en.ts';

/** What a letter says besides its own news, because another would be due at the same moment. */
export interface ToldInside {
  readonly paragraphs: readonly string[];
  /** What stands below the buttons. */
  readonly after: readonly string[];
}

/** The last reminder in a letter about joining, or how to join in a letter about a new place; in an organiser's words or in ours. */
export function toldInside(
  { reminder, joining }: Pick<LetterContext, 'reminder' | 'joining'>,
  inOwnWords: (text: LetterText) => readonly string[],
): ToldInside {
  if (joining) {
    const { body, after } = words.placeAndJoining;
    return { paragraphs: joining.text ? inOwnWords(joining.text) : [body], after: [after] };
  }
  if (!reminder) return { paragraphs: [], after: [] };
  return reminder.text ? { paragraphs: inOwnWords(reminder.text), after: [] } : { paragraphs: [], after: [words.lastReminder.after] };
}
