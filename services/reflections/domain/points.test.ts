import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayAsInstant, dayOf } from './event.ts';
import { longestPoint, mostPoints, readPoints, tellApart } from './points.ts';
import type { Reflection } from './reflection.ts';
import { reflectionsTable } from './reflections-table.ts';

describe('pasted notes', () => {
  test.each([
    ['- one\n* two\n• three\n– four', ['one', 'two', 'three', 'four']],
    ['1. one\n2) two\n(3) three', ['one', 'two', 'three']],
    ['  one  \n\n\n two', ['one', 'two']],
    ['2024 was hard\n-5 degrees\n3.5 million', ['2024 was hard', '-5 degrees', '3.5 million']],
    ['-\n—\nreal', ['real']],
  ])('%j', (text, points) => expect(readPoints(text)).toEqual({ kind: 'points', points }));

  test('that are empty, too many or too long are told so', () => {
    expect(readPoints(' \n - \n')).toEqual({ kind: 'none' });
    expect(readPoints('x\n'.repeat(mostPoints + 1))).toEqual({ kind: 'too-many', count: mostPoints + 1 });
    expect(readPoints(`x\n\n${'👋'.repeat(longestPoint + 1)}`)).toEqual({ kind: 'too-long', line: 3 });
    expect(readPoints('👋'.repeat(longestPoint)).kind).toBe('points');
  });

  test('tell equal lines apart, and the same sending always comes out the same', () => {
    expect(tellApart(['a', 'b', 'a'])).toEqual([
      { words: 'a', occurrence: 1 },
      { words: 'b', occurrence: 1 },
      { words: 'a', occurrence: 2 },
    ]);
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', 'b', 'c')), (points) => {
        const keys = tellApart(points).map((point) => JSON.stringify(point));
        expect(new Set(keys).size).toBe(points.length);
      }),
    );
  });
});

describe('the exported table', () => {
  const base = { eventId: 'evt_1', roomId: 'rm1', source: 'form', day: '2024-11-20', linkVersion: 1 } as const;
  const tableWords = {
    headings: ['Id', 'Room', 'Words', 'Allows', 'Name', 'Stands', 'Because', 'Themes'],
    consent: { analysis: 'A', paraphrase: 'P', 'quote-unnamed': 'U', 'quote-named': 'N' },
    places: { unthemed: 'open', themed: 'themed', 'set-aside': 'aside', withdrawn: 'gone' },
    outside: 'Outside',
  };
  const context = { roomLabel: () => 'Room 1', themeLabels: () => [] };

  test('says what each owner allows, shows a name only with a named quote, and leaves out what was withdrawn', () => {
    const list: readonly Reflection[] = [
      { ...base, id: 'ref_1', standing: { kind: 'open', themeIds: [], words: 'Said "so"', consent: { kind: 'quote-named', name: 'Sam' } } },
      { ...base, id: 'ref_2', standing: { kind: 'set-aside', reason: 'Rude', by: 'org_1', words: 'No', consent: { kind: 'analysis' } } },
      { ...base, id: 'ref_3', standing: { kind: 'withdrawn' } },
    ];
    const lines = reflectionsTable(list, tableWords, context).split('\r\n');
    expect(lines).toEqual([
      '\ufeff"Id","Room","Words","Allows","Name","Stands","Because","Themes"',
      '"ref_1","Room 1","Said ""so""","N","Sam","open","",""',
      '"ref_2","Room 1","No","A","","aside","Rude",""',
      '',
    ]);
  });
});

test('a day is that of the place, and stands for no hour', () => {
  expect(dayOf(new Date('2024-06-20T23:30:00Z'), 'Europe/London')).toBe('2024-06-21');
  expect(dayAsInstant('2024-06-21').toISOString()).toBe('2024-06-21T00:00:00.000Z');
});
