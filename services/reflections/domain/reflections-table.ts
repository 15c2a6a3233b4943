import type { ConsentStep } from './consent.ts';
import type { Place } from './overview.ts';
import type { Reflection } from './reflection.ts';

export interface TableWords {
  readonly headings: readonly string[];
  readonly consent: Readonly<Record<ConsentStep, string>>;
  readonly places: Readonly<Record<Place, string>>;
  readonly outside: string;
}

export interface TableContext {
  readonly roomLabel: (roomId: string) => string | undefined;
  /** Labels of the reflection's themes as they are today. */
  readonly themeLabels: (reflection: Reflection) => readonly string[];
}

/**
 * RFC 4180, every cell quoted, with the mark by which spreadsheets know UTF-8. Each row says what its owner allows; a name is there only
 * where a named quote was allowed, and what was withdrawn is not there at all.
 */
export function reflectionsTable(reflections: readonly Reflection[], words: TableWords, context: TableContext): string {
  const rows = reflections.flatMap((reflection) => row(reflection, words, context));
  return `\ufeff${[words.headings, ...rows].map((cells) => `${cells.map(cell).join(',')}\r\n`).join('')}`;
}

function row(reflection: Reflection, words: TableWords, { roomLabel, themeLabels }: TableContext): readonly (readonly string[])[] {
  const { standing, roomId } = reflection;
  if (standing.kind === 'withdrawn') return [];
  const labels = themeLabels(reflection);
  const place: Place = standing.kind === 'set-aside' ? 'set-aside' : labels.length > 0 ? 'themed' : 'unthemed';
  return [
    [
      reflection.id,
      (roomId && roomLabel(roomId)) ?? words.outside,
      standing.words,
      words.consent[standing.consent.kind],
      standing.consent.kind === 'quote-named' ? standing.consent.name : '',
      words.places[place],
      standing.kind === 'set-aside' ? standing.reason : '',
      labels.join('; '),
    ],
  ];
}

function cell(value: string): string {
  return `"${harmless(value).replaceAll('"', '""')}"`;
}

/** What a spreadsheet takes for a formula, also in full-width letters, and also behind blanks and quotation marks. */
const startsFormula = /^[\s\p{Default_Ignorable_Code_Point}'"]*[=+\-@|%＝＋－＠｜％]/u;

/** A cell that would be a formula begins with an apostrophe, which spreadsheets show as text; line breaks and tabs become blanks. */
export function harmless(value: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out.
  const line = value.replace(/[\u0000-\u001f\u007f\u0085\u2028\u2029]+/g, ' ');
  return startsFormula.test(line) ? `'${line}` : line;
}
