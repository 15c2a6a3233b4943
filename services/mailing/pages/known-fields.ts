import { unknownFields } from '../domain/letter-texts.ts';
import { lettersWords } from '../words.letters.en.ts';

/** A rule for an organiser's own words: whatever stands in curly brackets is filled in for each reader, or is not taken. */
export function onlyKnownFields(value: string): string | undefined {
  const unknown = unknownFields(value);
  return unknown.length === 0 ? undefined : lettersWords.text.unknown(unknown);
}
