/** What somebody may put into a field who means no good, or pastes from somewhere odd. */
export interface HostileValue {
  readonly name: string;
  readonly sent: string;
  /** As it must come back in the field, before escaping: HTML cannot carry some characters. */
  readonly kept: string;
}

const value = (name: string, sent: string, kept = sent): HostileValue => ({ name, sent, kept });
const [nul, override] = ['\u0000', '\u202e'];

export const hostileValues: readonly HostileValue[] = [
  value('nothing', ''),
  value('a megabyte', 'x'.repeat(1_000_000)),
  value('markup', '"><script>alert(1)</script>'),
  value('an attribute', `' onfocus=alert(1) autofocus x='`),
  value('the end of a text area', '</textarea></title><img src=x onerror=alert(1)>'),
  value('emoji', '👩‍👩‍👧‍👦🏴󠁧󠁢󠁳󠁣󠁴󠁿'),
  value('right to left', `مرحبا שלום${override}gnp.exe`, 'مرحبا שלוםgnp.exe'),
  value('NUL', `before${nul}after`, 'beforeafter'),
  value('half a character', 'before\ud800after', 'before\ufffdafter'),
  value('a header', 'a@example.org\r\nBcc: all@example.org'),
  value('a template', '{{7*7}}<%= 7*7 %>#{7*7}'),
  value('a path', '../../../../etc/passwd'),
];

/** Values of a kind that no form can send but a program can. */
export const wrongKinds: readonly unknown[] = [
  [],
  [[]],
  [{}],
  {},
  { toString: 1 },
  12,
  -0.5,
  1e300,
  true,
  false,
  null,
  ['a', 'b'],
  ['a', 1],
];

/** The text of a page, as a reader of HTML has it. */
export function unescaped(html: string): string {
  return html.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&');
}

/** What no page may tell: where it failed in the code. */
export function tellsOfCode(text: string): boolean {
  return /\n\s+at \S+ \(|node:internal|index\.mjs|(?:Type|Range|Reference|Syntax)Error|ValidationException|\$metadata/.test(text);
}
