/**
 * Rows as a CSV file (RFC 4180) that spreadsheets open safely: what would start a formula there gets an apostrophe in front, so that a name typed
 * into a form never runs on an organiser's computer. With the mark by which spreadsheets know UTF-8.
 */
export function tableFile(rows: readonly (readonly string[])[]): string {
  return `\ufeff${rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`;
}

/** Every cell is quoted, also those that need it in no country: a spreadsheet may take a semicolon for the end of a cell. */
function cell(value: string): string {
  return `"${harmless(value).replaceAll('"', '""')}"`;
}

/** What a spreadsheet takes for a formula, or some program on the way turns into it: also in full-width and small letters, and also behind blanks, quotation marks and what cannot be seen. */
const startsFormula = /^[\s\p{Default_Ignorable_Code_Point}'"]*[=+\-@|%＝＋－＠｜％﹦﹢﹣﹫﹪−]/u;

/** A cell that would be a formula begins with an apostrophe, which spreadsheets show as text; line breaks and tabs become blanks. */
export function harmless(value: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out.
  const line = value.replace(/[\u0000-\u001f\u007f\u0085\u2028\u2029]+/g, ' ');
  return startsFormula.test(line) ? `'${line}` : line;
}
