import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { harmless, tableFile } from './table-file.ts';

/** By an independent reader. */
function readBack(file: string): readonly (readonly string[])[] {
  return parse(file, { bom: true, relax_column_count: true });
}

const leads = ['=', '+', '-', '@', '＝', '＋', '－', '＠', '|', '%', '﹦', '﹢', '﹣', '﹫', '−'];
const before = ['', ' ', '\t', '\r', '\n', '\r\n', '\u00a0', '\u200b', '\ufeff', '\u0000', "'", '"'];

describe('a table to take away (S10)', () => {
  test.each(leads.flatMap((lead) => before.map((blank) => `${blank}${lead}cmd|' /C calc'!A0`)))('%j is text, not a formula', (hostile) => {
    const cell = readBack(tableFile([[hostile]]))[0]?.[0] ?? '';
    expect(cell.startsWith("'")).toBe(true);
    expect(cell).not.toMatch(/[\r\n\t\0]/);
  });

  test('reads back cell by cell, whatever was typed', () => {
    const rows = fc.array(fc.array(fc.string({ unit: 'binary' }), { minLength: 1, maxLength: 4 }), { minLength: 1 });
    fc.assert(
      fc.property(rows, (typed) => {
        expect(readBack(tableFile(typed))).toEqual(typed.map((row) => row.map(harmless)));
      }),
      { numRuns: 300 },
    );
  });

  test('leaves plain words as they are', () => {
    for (const plain of ['Ada', 'Ó Súilleabháin', 'O’Neil-Smith', '李小龍', '3 of us', 'a = b', 'We = they, 5-10 of us'])
      expect(harmless(plain)).toBe(plain);
  });

  test('a line break or a semicolon in a cell begins neither a row nor a cell', () => {
    expect(tableFile([['Ada\r\n=1+1', 'b;=1+1']])).toBe('\ufeff"Ada =1+1","b;=1+1"\r\n');
  });

  test('the same test catches plain quoting', () => {
    const naive = (value: string) => `"${value.replaceAll('"', '""')}"\r\n`;
    expect(readBack(naive('=1+1'))[0]?.[0]?.startsWith("'")).toBe(false);
  });
});
