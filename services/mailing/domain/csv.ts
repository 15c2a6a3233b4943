/**
 * Rows as a CSV file that spreadsheets open safely: what would start a formula there gets an apostrophe in front, so that a name typed into a
 * form never runs on an organiser's computer. With a byte order mark, because one common spreadsheet reads accents only then.
 */
export function csvFile(rows: readonly (readonly string[])[]): string {
  return `\ufeff${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

function cell(value: string): string {
  const safe = /^[\s]*[=+\-@\t\r|]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
