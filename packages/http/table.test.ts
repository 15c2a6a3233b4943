import { createHash } from 'node:crypto';
import { htmlProblems } from '@convener/ui/testing';
import { partsOf, tableFile } from '@convener/writing/table-file';
import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, test } from 'vitest';
import { problemPage } from './problem-page.tsx';
import { toResult } from './result.ts';
import { readHttpSettings } from './settings.ts';
import { table } from './table.ts';

const settings = readHttpSettings({
  SERVICE: 'events',
  STAGE: 'test',
  BASE_URL: 'https://events.example.org',
  ORIGIN_SECRET: 'edge',
  SECRET_PREFIX: '/convener/test',
  NETWORK_NAME: 'Sample Network',
});
const path = '/organise/events/evt_1/registrations.csv';
/** What Lambda takes, as the JSON of an answer. */
const lambdaTakes = 6 * 1024 * 1024;
const headings = ['Name', 'What they said'];

function taken(csv: string, address: string, { headers = {}, wants = 'html' as 'html' | 'json' } = {}) {
  const { pathname, searchParams } = new URL(address, 'https://events.example.org');
  const reply = table({ path: pathname, query: searchParams }, csv, 'registrations-a-day.csv');
  const result = toResult(reply, { wants, headers, method: 'GET' }, settings, problemPage(settings.network, pathname));
  expect(Buffer.byteLength(JSON.stringify(result))).toBeLessThan(lambdaTakes);
  return { status: result.statusCode, body: result.body ?? '', headers: result.headers ?? {} };
}

/** Letters that little can be saved of, the same in each run. */
function noise(length: number): string {
  const bytes = createHash('shake256', { outputLength: length }).update('noise').digest();
  return Buffer.from(bytes.map((byte) => 0x23 + (byte % 0x39))).toString('latin1');
}

const rowsOf = (count: number, said: string) => Array.from({ length: count }, (_, number) => [`Person ${number}`, said]);

describe('a table that one answer cannot hold', () => {
  /** 8 MB of it, half of which is quotation marks: they take four bytes each in an answer. */
  const rows = rowsOf(4000, `Ünal said ${'"'.repeat(500)}`);
  const csv = tableFile([headings, ...rows]);

  test('leads to its parts, which are whole tables and hold every row once', async () => {
    const { status, body } = taken(csv, `${path}?status=confirmed`);
    expect(status).toBe(413);
    expect(await htmlProblems(body)).toEqual([]);
    const links = [...body.matchAll(/href="([^"]*part=\d+)"/g)].map(([, href = '']) => href.replaceAll('&amp;', '&'));
    expect(links.length).toBeGreaterThan(1);
    expect(links[0]).toBe(`${path}?status=confirmed&part=1`);
    const parts = links.map((link) => taken(csv, link));
    expect(parts.map((part) => [part.status, part.headers['content-disposition']])).toEqual(
      links.map((_, position) => [200, `attachment; filename="registrations-a-day-${position + 1}.csv"`]),
    );
    const read = parts.map((part): string[][] => parse(part.body, { bom: true }));
    expect(read.map(([first]) => first)).toEqual(links.map(() => headings));
    expect(read.flatMap(([, ...rest]) => rest)).toEqual(rows);
  });

  test('says the same to a program', () => {
    const { status, body } = taken(csv, path, { wants: 'json' });
    const problem = JSON.parse(body);
    expect([status, problem.title, problem.links[0].href]).toEqual([413, 'This table is too long for one file', `${path}?part=1`]);
  });

  test('has no part beyond its last', () => {
    for (const part of ['0', '99', '-1', '1.5', 'one', '']) expect(taken(csv, `${path}?part=${part}`).status).toBe(404);
  });

  test('comes whole to whoever takes it compressed, as far as that fits', () => {
    expect(taken(csv, path, { headers: { 'accept-encoding': 'gzip' } }).status).toBe(200);
  });
});

describe('at the limit, where nothing can be compressed', () => {
  const gzip = { headers: { 'accept-encoding': 'gzip, br' } };
  let letters = '';
  beforeAll(() => {
    letters = noise(9_000_000);
  });
  const tableOf = (count: number) =>
    tableFile([headings, ...Array.from({ length: count }, (_, row) => [`Person ${row}`, letters.slice(row * 900, row * 900 + 900)])]);

  test('it is one file up to what fits, and never more than Lambda takes beyond that', () => {
    const statuses = [5000, 6500, 8000].map((count) => taken(tableOf(count), path, gzip).status);
    expect(statuses).toEqual([...statuses].sort());
    expect([statuses[0], statuses.at(-1)]).toEqual([200, 413]);
    const csv = tableOf(9000);
    for (const part of [1, 2]) expect(taken(csv, `${path}?part=${part}`, gzip).status).toBe(200);
  });

  test('the test is able to fail: parts cut by their characters alone do not fit, for what stands for a quotation mark', () => {
    const csv = tableFile([headings, ...rowsOf(9000, '"'.repeat(500))]);
    const [first] = partsOf(csv, 6_000_000, (lines) => lines.length);
    expect(Buffer.byteLength(JSON.stringify(first?.file))).toBeGreaterThan(lambdaTakes);
  });
});

test('a row that is longer than a part is one by itself, and a table without rows has none', () => {
  const csv = tableFile([headings, ...rowsOf(1, 'short'), ...rowsOf(1, 'x'.repeat(100)), ...rowsOf(2, 'short')]);
  const parts = partsOf(csv, 90, (lines) => lines.length);
  expect(parts.map(({ from, to }) => [from, to])).toEqual([
    [1, 1],
    [2, 2],
    [3, 4],
  ]);
  expect(partsOf(tableFile([headings]), 90, (lines) => lines.length)).toEqual([]);
});
