import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findRows, overviewOf, type ReflectionRow, toldCount } from './overview.ts';
import { decideRooms, noRooms, type Rooms } from './rooms.ts';
import { bookOf, merged, reordered, stepped, type Theme, upToDate } from './theme.ts';

function roomsOf(total: number): Rooms {
  const decision = decideRooms(noRooms('evt_1'), { kind: 'open', total }, (number) => `Room ${number}`);
  return decision.kind === 'changed' ? decision.rooms : noRooms('evt_1');
}

const theme = (id: string, position = 1, prose = ''): Theme => ({ id, eventId: 'evt_1', label: id, prose, position, edition: 1 });
const row = (id: string, roomId: string | undefined, themeIds: readonly string[]): ReflectionRow => ({
  id,
  roomId,
  standing: 'open',
  themeIds,
});

describe('spread', () => {
  test('counts rooms, never people: raised by many in one room is one room', () => {
    const rows = [row('1', 'rm1', ['a']), row('2', 'rm1', ['a']), row('3', 'rm2', ['a', 'b']), row('4', undefined, ['b'])];
    const { byTheme } = overviewOf(rows, bookOf([theme('a'), theme('b', 2), theme('c', 3)], []), roomsOf(6));
    expect([...byTheme.values()].map(({ spread }) => spread)).toEqual([
      { rooms: 2, of: 6, elsewhere: false },
      { rooms: 1, of: 6, elsewhere: true },
      { rooms: 0, of: 6, elsewhere: false },
    ]);
  });

  test('drops no theme, however few raised it', () => {
    const { byTheme } = overviewOf([row('1', 'rm1', ['a'])], bookOf([theme('a'), theme('b', 2)], []), roomsOf(2));
    expect([...byTheme.keys()]).toEqual(['a', 'b']);
    expect(byTheme.get('a')).toEqual({ reflections: 1, spread: { rooms: 1, of: 2, elsewhere: false } });
  });

  test('set aside and withdrawn reflections count for no theme', () => {
    const rows: readonly ReflectionRow[] = [
      { id: '1', roomId: 'rm1', standing: 'set-aside', themeIds: ['a'] },
      { id: '2', roomId: 'rm1', standing: 'withdrawn', themeIds: ['a'] },
    ];
    const overview = overviewOf(rows, bookOf([theme('a')], []), roomsOf(2));
    expect(overview.byTheme.get('a')?.reflections).toBe(0);
    expect(overview.counts).toEqual({ unthemed: 0, themed: 0, 'set-aside': 1, withdrawn: 1 });
  });
});

describe('themes that are no more', () => {
  test('lead on to where they were merged, through any number of steps, and drop out when removed', () => {
    const gone = [
      { id: 'b', mergedInto: 'c' },
      { id: 'c', mergedInto: 'a' },
      { id: 'x', mergedInto: undefined },
      { id: 'loop', mergedInto: 'pool' },
      { id: 'pool', mergedInto: 'loop' },
    ];
    expect(upToDate(bookOf([theme('a')], gone))(['b', 'a', 'x', 'loop', 'unheard-of'])).toEqual(['a']);
  });

  test('what was only in a removed theme is without a theme', () => {
    const book = bookOf([], [{ id: 'a', mergedInto: undefined }]);
    expect(overviewOf([row('1', 'rm1', ['a'])], book, roomsOf(1)).counts).toMatchObject({ unthemed: 1, themed: 0 });
  });

  test('merging keeps both texts', () => {
    expect(merged(theme('a', 1, 'One.'), theme('b', 2, 'Two.'))).toMatchObject({ id: 'a', prose: 'One.\n\nTwo.', edition: 2 });
    expect(merged(theme('a', 1, ''), theme('b', 2, 'Two.')).prose).toBe('Two.');
  });
});

test('an order is a permutation whatever is asked for, with positions from 1', () => {
  const some = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e'));
  fc.assert(
    fc.property(some, fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'z')), (present, wanted) => {
      const book = bookOf(
        present.map((id) => theme(id, 7)),
        [],
      );
      const moved = new Map(reordered(book, wanted).map((each) => [each.id, each]));
      const after = bookOf(
        book.themes.map((each) => moved.get(each.id) ?? each),
        [],
      ).themes;
      expect(after.map((each) => each.position)).toEqual(present.map((_, index) => index + 1));
      const named = [...new Set<string>(wanted)].filter((id) => present.some((each) => each === id));
      expect(after.slice(0, named.length).map((each) => each.id)).toEqual(named);
    }),
  );
});

test('a step moves one theme past its neighbour, and not over the end', () => {
  const book = bookOf([theme('a', 1), theme('b', 2), theme('c', 3)], []);
  expect(stepped(book, 'b', -1)).toEqual(['b', 'a', 'c']);
  expect(stepped(book, 'a', -1)).toEqual(['a', 'b', 'c']);
  expect(stepped(book, 'unheard-of', 1)).toEqual(['a', 'b', 'c']);
});

test('the list shows what has no theme first, leaves out what was withdrawn, and pages never run over', () => {
  const rows: readonly ReflectionRow[] = [
    row('1', 'rm1', ['a']),
    row('2', 'rm1', []),
    { id: '3', roomId: 'rm1', standing: 'withdrawn', themeIds: [] },
    row('4', 'rm2', []),
  ];
  const overview = overviewOf(rows, bookOf([theme('a')], []), roomsOf(2));
  const query = { place: undefined, roomId: undefined, themeId: undefined, page: 1 } as const;
  expect(findRows(overview, query, 10).rows.map((each) => each.id)).toEqual(['2', '4', '1']);
  expect(findRows(overview, { ...query, page: 99 }, 2)).toMatchObject({ page: 2, pages: 2, from: 2, total: 3 });
  expect(findRows(overview, { ...query, place: 'open', roomId: 'rm2' }, 10).rows.map((each) => each.id)).toEqual(['4']);
  expect(findRows(overview, { ...query, themeId: 'a' }, 10).rows.map((each) => each.id)).toEqual(['1']);
  expect(findRows(overview, { ...query, place: 'withdrawn' }, 10).rows.map((each) => each.id)).toEqual(['3']);
});

test('small counts are not told to others', () => {
  expect([0, 1, 4, 5, 40].map(toldCount)).toEqual(['none', 'few', 'few', 5, 40]);
});

describe('rooms', () => {
  const label = (number: number) => `Room ${number}`;
  test('are opened up to a total: twice is once, and a number is never given again', () => {
    const six = roomsOf(6);
    expect(decideRooms(six, { kind: 'open', total: 6 }, label)).toEqual({ kind: 'unchanged' });
    expect(decideRooms(six, { kind: 'open', total: 5 }, label)).toEqual({ kind: 'more-there', there: 6 });
    const without = decideRooms(six, { kind: 'remove', roomId: 'rm6', hasReflections: false }, label);
    if (without.kind !== 'changed') throw new Error(without.kind);
    const again = decideRooms(without.rooms, { kind: 'open', total: 6 }, label);
    expect(again).toMatchObject({ kind: 'changed', opened: true });
    if (again.kind === 'changed') expect(again.rooms.rooms.map((room) => room.label).at(-1)).toBe('Room 7');
  });

  test('in use stay; unknown ones are said to be unknown; a replaced link gets a new version', () => {
    const two = roomsOf(2);
    expect(decideRooms(two, { kind: 'remove', roomId: 'rm1', hasReflections: true }, label)).toEqual({ kind: 'room-in-use' });
    expect(decideRooms(two, { kind: 'replace-link', roomId: 'rm9' }, label)).toEqual({ kind: 'unknown-room' });
    expect(decideRooms(two, { kind: 'replace-link', roomId: 'rm2' }, label)).toMatchObject({
      rooms: {
        rooms: [
          { id: 'rm1', linkVersion: 1 },
          { id: 'rm2', linkVersion: 2 },
        ],
      },
    });
    expect(decideRooms(two, { kind: 'replace-event-link' }, label)).toMatchObject({ rooms: { eventLinkVersion: 2 } });
  });
});
