import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ListedRegistration } from './registration.ts';
import { harmless, registrationsTable, type TableWords } from './registrations-table.ts';

const words: TableWords = {
  headings: ['Name', 'Email', 'Organisation', 'Coming as', 'Report', 'Status', 'Registered'],
  statuses: { pending: 'Pending', confirmed: 'Confirmed', waitlisted: 'Waiting', cancelled: 'Cancelled' },
  yes: 'Yes',
  no: 'No',
};

function person(name: string, organisation = ''): ListedRegistration {
  return {
    registrationId: 'reg_sample',
    email: 'sample@example.org',
    details: { name, organisation, comingAs: '', wantsReport: true, format: 'html' },
    registeredAt: '2024-10-10T09:00:00.000Z',
    status: 'confirmed',
  };
}

/** RFC 4180, read by hand: quoted cells, commas, CRLF. */
function readTable(text: string): string[][] {
  const rows: string[][] = [];
  const cells = /"((?:[^"]|"")*)"(,|\r\n)/gy;
  let row: string[] = [];
  let end = text.startsWith('\ufeff') ? 1 : 0;
  cells.lastIndex = end;
  for (let match = cells.exec(text); match; match = cells.exec(text)) {
    row.push((match[1] ?? '').replaceAll('""', '"'));
    end = cells.lastIndex;
    if (match[2] === '\r\n') {
      rows.push(row);
      row = [];
    }
  }
  expect(end).toBe(text.length);
  return rows;
}

const leads = ['=', '+', '-', '@', '＝', '＋', '－', '＠', '|', '%'];
const before = ['', ' ', '\t', '\r', '\n', '\r\n', '\u00a0', '\u200b', '\ufeff', '\u0000', "'", '"'];

describe('the exported table (S10)', () => {
  test.each(leads.flatMap((lead) => before.map((blank) => `${blank}${lead}cmd|' /C calc'!A0`)))('%j is text, not a formula', (hostile) => {
    const name = readTable(registrationsTable([person(hostile)], words))[1]?.[0] ?? '';
    expect(name.startsWith("'")).toBe(true);
    expect(name).not.toMatch(/[\r\n\t\0]/);
  });

  test('every table reads back cell by cell, whatever was typed', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.string({ unit: 'binary' }), fc.string())), (people) => {
        const rows = readTable(
          registrationsTable(
            people.map(([name, organisation]) => person(name, organisation)),
            words,
          ),
        );
        expect(rows.slice(1).map((row) => [row[0], row[2]])).toEqual(people.map((each) => each.map(harmless)));
        expect(rows.every((row) => row.length === 7)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test('plain words stay as they are', () => {
    for (const plain of ['Ada', 'Ó Súilleabháin', 'O’Neil-Smith', '李小龍', '3 of us', 'a = b']) expect(harmless(plain)).toBe(plain);
  });

  test('the same test catches plain quoting', () => {
    const naive = (name: string) => `"${name.replaceAll('"', '""')}"`;
    expect(naive('=1+1')).toBe('"=1+1"');
    expect(harmless('=1+1')).toBe("'=1+1");
  });
});
