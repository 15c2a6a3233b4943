import { parse } from 'csv-parse/sync';
import type { MemberDetails } from '../domain/member.ts';

export interface MemberRow {
  /** As the file counts, the heading being line 1. */
  readonly line: number;
  readonly email: string;
  readonly name: string;
  readonly format: MemberDetails['format'];
  readonly language: MemberDetails['language'];
  readonly interests: string;
}

export type RowsRead =
  | { readonly kind: 'read'; readonly rows: readonly MemberRow[] }
  | { readonly kind: 'no-rows' }
  | { readonly kind: 'no-email-column' }
  | { readonly kind: 'too-many'; readonly most: number }
  | { readonly kind: 'not-csv' };

/** What one request can store before API Gateway gives up on it. */
const mostRows = 2000;

const headings: Readonly<Record<string, keyof Omit<MemberRow, 'line'>>> = {
  email: 'email',
  'e-mail': 'email',
  'email address': 'email',
  address: 'email',
  name: 'name',
  'preferred name': 'name',
  format: 'format',
  'letter format': 'format',
  language: 'language',
  interests: 'interests',
};

/** Rows of a CSV file or of what was pasted: with headings, or one address a line with a name after it. Semicolons and tabs will do. */
export function readMemberRows(text: string): RowsRead {
  const lines = records(text);
  if (!lines) return { kind: 'not-csv' };
  const [first, ...rest] = lines;
  if (!first) return { kind: 'no-rows' };
  const named = first.cells.map((cell) => headings[cell.trim().toLowerCase()]);
  const hasHeadings = !first.cells.some((cell) => cell.includes('@'));
  if (hasHeadings && !named.includes('email')) return { kind: 'no-email-column' };
  const columns = hasHeadings ? named : (['email', 'name', 'format', 'language', 'interests'] as const);
  const rows = hasHeadings ? rest : lines;
  if (rows.length === 0) return { kind: 'no-rows' };
  if (rows.length > mostRows) return { kind: 'too-many', most: mostRows };
  return { kind: 'read', rows: rows.map(({ cells, line }) => rowOf(cells, line, columns)) };
}

function records(text: string): readonly { readonly cells: readonly string[]; readonly line: number }[] | undefined {
  try {
    const found: unknown = parse(text, {
      bom: true,
      delimiter: [',', ';', '\t'],
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      trim: true,
      info: true,
    });
    return Array.isArray(found) ? found.map(recordOf).filter(({ cells }) => cells.some((cell) => cell !== '')) : undefined;
  } catch {
    return undefined;
  }
}

function recordOf(found: unknown): { readonly cells: readonly string[]; readonly line: number } {
  if (typeof found !== 'object' || found === null || !('record' in found) || !('info' in found)) return { cells: [], line: 0 };
  const { record, info } = found;
  const line = typeof info === 'object' && info !== null && 'lines' in info && typeof info.lines === 'number' ? info.lines : 0;
  return { cells: Array.isArray(record) ? record.map(String) : [], line };
}

function rowOf(cells: readonly string[], line: number, columns: readonly (keyof Omit<MemberRow, 'line'> | undefined)[]): MemberRow {
  const cell = (name: keyof Omit<MemberRow, 'line'>) => cells[columns.indexOf(name)] ?? '';
  return {
    line,
    email: cell('email'),
    name: cell('name').slice(0, 200),
    format: /^(text|plain)/i.test(cell('format')) ? 'text' : 'html',
    language: /^(gd|g[àa]idhlig|gaelic)/i.test(cell('language')) ? 'gd' : 'en',
    interests: cell('interests').slice(0, 1000),
  };
}
