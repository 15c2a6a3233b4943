import { type EditableLetter, isUnproven, type LetterText, templateOf } from '../domain/letter-texts.ts';
import { letterWords } from './letter-words.en.ts';
import { placeWords } from './place-letters.ts';

/** Our own words for a letter in the form in which organisers change them. */
export function standardText(letter: EditableLetter): LetterText {
  if (letter === 'report') {
    const { title, body, after } = letterWords.report;
    return { subject: title('{event}'), body: `${body('{event}')}\n\n${after}` };
  }
  const said = placeWords[templateOf[letter]];
  // What somebody who never registered can do is no part of the words: it stands below them whatever they are.
  const after = 'after' in said && !isUnproven(letter) ? [said.after] : [];
  return { subject: said.subject('{event}'), body: [said.body, ...after].join('\n\n') };
}
