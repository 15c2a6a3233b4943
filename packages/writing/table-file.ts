/**
 * Rows as a CSV file (RFC 4180) that spreadsheets open safely: what would start a formula there gets an apostrophe in front, so that a name typed
 * into a form never runs on an organiser's computer. With the mark by which spreadsheets know UTF-8.
 */
export function tableFile(rows: readonly (readonly string[])[]): string {
  return `\ufeff${rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`;
}

/** One of the tables that a long one was cut into: a file of its own, with the same headings. */
export interface TablePart {
  readonly file: string;
  /** Its first row and its last, counted from 1, headings left out. */
  readonly from: number;
  readonly to: number;
}

/** Cuts what `tableFile` made, its first row being headings, into parts of at most `most` by `sizeOf`; a row that is longer is a part by itself. */
export function partsOf(file: string, most: number, sizeOf: (lines: string) => number): readonly TablePart[] {
  // A cell holds no line break, so that every line is a row.
  const [headings = '', ...rows] = file.split(/(?<=\r\n)/);
  const room = most - sizeOf(headings);
  const parts: TablePart[] = [];
  let [from, size] = [0, 0];
  const close = (to: number) => parts.push({ file: headings + rows.slice(from, to).join(''), from: from + 1, to });
  for (const [position, row] of rows.entries()) {
    const more = sizeOf(row);
    if (position > from && size + more > room) {
      close(position);
      [from, size] = [position, 0];
    }
    size += more;
  }
  if (rows.length > 0) close(rows.length);
  return parts;
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
