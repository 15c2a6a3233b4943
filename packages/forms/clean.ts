/**
 * What people type, made safe to keep, without changing what they said.
 *
 * Removed, because nobody types them on purpose and each breaks something further on: NUL and other control characters
 * (HTML, XML in Word files, mail headers, CSV), U+FEFF, U+FFFE and U+FFFF (not allowed in XML), and the two
 * bidirectional *overrides* U+202D and U+202E (they make text read as something else; ordinary right-to-left writing
 * never needs them, and marks, embeddings and isolates are kept). Half a surrogate pair becomes U+FFFD. Of the marks on one
 * letter the first thirty stay.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are the very thing to find here.
const unwanted = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufeff\ufffe\uffff\u202d\u202e]/g;
const lineEndings = /\r\n?|\u0085|\u2028|\u2029/g;
/**
 * A letter with more than thirty marks on it is nobody's writing (Unicode's own limit for text in streams, UAX #15); putting hundreds of
 * thousands of them into their canonical order takes minutes.
 */
const marksPastWriting = /(\p{M}{30})\p{M}+/gu;
const invisible = /[\s\p{Default_Ignorable_Code_Point}]/gu;
/** Not `\s+$`: that takes quadratic time on a megabyte of blanks in the middle of a text. */
const blank = /\s/;

function trimBlank(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && blank.test(text.charAt(start))) start += 1;
  while (end > start && blank.test(text.charAt(end - 1))) end -= 1;
  return text.slice(start, end);
}

/** Several lines: line endings become `\n`, Unicode becomes NFC, the ends are trimmed. '' when nothing visible is left. */
export function cleanText(typed: string): string {
  const text = trimBlank(
    typed.toWellFormed().replace(lineEndings, '\n').replace(unwanted, '').replace(marksPastWriting, '$1').normalize('NFC'),
  );
  return text.replace(invisible, '') === '' ? '' : text;
}

/** One line: as `cleanText`, and every run of white space becomes one space. */
export function cleanLine(typed: string): string {
  return cleanText(typed).replace(/\s+/g, ' ');
}

/**
 * Characters are counted as Unicode code points: an emoji is 1 (a family joined of four people is 7), "é" is 1.
 * JSON Schema's `maxLength` counts the same way, so the page, the API and its description agree.
 */
export function countCharacters(text: string): number {
  let pairs = 0;
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    if (unit >= 0xdc00 && unit <= 0xdfff) pairs += 1;
  }
  return text.length - pairs;
}

/** What goes back into the page's field: exactly what was typed, less only what HTML itself cannot carry. */
export function echo(typed: string): string {
  return typed.toWellFormed().replace(unwanted, '');
}
