import type { ListedRegistration, Status } from './registration.ts';

/** Headings of the exported table, in the order of its columns. */
export interface TableWords {
  readonly headings: readonly [
    name: string,
    email: string,
    organisation: string,
    comingAs: string,
    wantsReport: string,
    status: string,
    registeredAt: string,
  ];
  readonly statuses: Readonly<Record<Status, string>>;
  readonly yes: string;
  readonly no: string;
}

/** RFC 4180, every cell quoted, with the mark by which spreadsheets know UTF-8. Access needs are never in it: they are not here at all. */
export function registrationsTable(registrations: readonly ListedRegistration[], words: TableWords): string {
  const rows = registrations.map(({ details, email, status, registeredAt }) => [
    details.name,
    email,
    details.organisation,
    details.comingAs,
    details.wantsReport ? words.yes : words.no,
    words.statuses[status],
    registeredAt,
  ]);
  return `\ufeff${[words.headings, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`;
}

function cell(value: string): string {
  return `"${harmless(value).replaceAll('"', '""')}"`;
}

/** What a spreadsheet takes for a formula, also in full-width letters, and also behind blanks. */
const startsFormula = /^[\s\p{Default_Ignorable_Code_Point}'"]*[=+\-@|%＝＋－＠｜％]/u;

/** A cell that would be a formula begins with an apostrophe, which spreadsheets show as text; line breaks and tabs become blanks. */
export function harmless(value: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out.
  const line = value.replace(/[\u0000-\u001f\u007f\u0085\u2028\u2029]+/g, ' ');
  return startsFormula.test(line) ? `'${line}` : line;
}
