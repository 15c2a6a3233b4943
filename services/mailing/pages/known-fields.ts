import { fieldsOf, unknownFields } from '../domain/letter-texts.ts';
import { lettersWords } from '../words.letters.en.ts';

/** A rule for an organiser's own words: whatever stands in curly brackets is filled in for each reader, or is not taken. */
export function onlyKnownFields(value: string): string | undefined {
  const unknown = unknownFields(value);
  return unknown.length === 0 ? undefined : lettersWords.text.unknown(unknown);
}

/** The same for a letter that carries nothing that its reader is said to have typed. */
export function onlyFieldsWithoutName(value: string): string | undefined {
  const unknown = unknownFields(value, fieldsOf('requested'));
  return unknown.includes('name') ? lettersWords.text.noName : onlyKnownFields(value);
}
