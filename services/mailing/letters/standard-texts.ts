import { type EditableLetter, type LetterText, templateOf } from '../domain/letter-texts.ts';
import { placeWords } from './place-letters.ts';

/** Our own words for a letter in the form in which organisers change them. */
export function standardText(letter: EditableLetter): LetterText {
  const said = placeWords[templateOf[letter]];
  const after = 'after' in said ? [said.after] : [];
  return { subject: said.subject('{event}'), body: [said.body, ...after].join('\n\n') };
}
