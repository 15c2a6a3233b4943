import type { ReflectionId, RoomId, ThemeId } from '@convener/contracts';
import type { Reflection } from './reflection.ts';
import type { Rooms } from './rooms.ts';
import { type ThemeBook, upToDate } from './theme.ts';

/** As much of a reflection as counting needs: no words. */
export interface ReflectionRow {
  readonly id: ReflectionId;
  readonly roomId: RoomId | undefined;
  readonly standing: 'open' | 'set-aside' | 'withdrawn';
  readonly themeIds: readonly ThemeId[];
}

/** In how many of the event's rooms a theme was raised: "4 of 6 rooms". Never a percentage, and no theme is too small. */
export interface Spread {
  readonly rooms: number;
  readonly of: number;
  /** Raised before or after the event, or in a room that is no more. */
  readonly elsewhere: boolean;
}

export type Place = 'unthemed' | 'themed' | 'set-aside' | 'withdrawn';

/** A row whose themes are those of today, with where it stands. */
export interface PlacedRow extends ReflectionRow {
  readonly place: Place;
}

export interface Overview {
  /** In the order of their random ids, which tells nothing. */
  readonly rows: readonly PlacedRow[];
  readonly counts: Readonly<Record<Place, number>>;
  readonly byRoom: ReadonlyMap<RoomId | undefined, number>;
  readonly byTheme: ReadonlyMap<ThemeId, { readonly reflections: number; readonly spread: Spread }>;
}

export function rowOf(reflection: Reflection): ReflectionRow {
  const { id, roomId, standing } = reflection;
  return { id, roomId, standing: standing.kind, themeIds: standing.kind === 'open' ? standing.themeIds : [] };
}

export function overviewOf(stored: readonly ReflectionRow[], book: ThemeBook, rooms: Rooms): Overview {
  const current = upToDate(book);
  const rows = stored.map((row) => placed(row, current));
  const counts = { unthemed: 0, themed: 0, 'set-aside': 0, withdrawn: 0 };
  const byRoom = new Map<RoomId | undefined, number>();
  const raised = new Map<ThemeId, { reflections: number; rooms: Set<RoomId>; elsewhere: boolean }>();
  const open = new Set(rooms.rooms.map((room) => room.id));
  for (const row of rows) {
    counts[row.place] += 1;
    if (row.place === 'withdrawn') continue;
    byRoom.set(row.roomId, (byRoom.get(row.roomId) ?? 0) + 1);
    for (const id of row.themeIds) {
      const theme = raised.get(id) ?? { reflections: 0, rooms: new Set(), elsewhere: false };
      theme.reflections += 1;
      if (row.roomId !== undefined && open.has(row.roomId)) theme.rooms.add(row.roomId);
      else theme.elsewhere = true;
      raised.set(id, theme);
    }
  }
  const byTheme = book.themes.map(({ id }) => {
    const theme = raised.get(id);
    const spread: Spread = { rooms: theme?.rooms.size ?? 0, of: open.size, elsewhere: theme?.elsewhere ?? false };
    return [id, { reflections: theme?.reflections ?? 0, spread }] as const;
  });
  return { rows, counts, byRoom, byTheme: new Map(byTheme) };
}

function placed(row: ReflectionRow, current: (ids: readonly ThemeId[]) => readonly ThemeId[]): PlacedRow {
  if (row.standing !== 'open') return { ...row, themeIds: [], place: row.standing };
  const themeIds = row.themeIds.length > 0 ? current(row.themeIds) : row.themeIds;
  return { ...row, themeIds, place: themeIds.length > 0 ? 'themed' : 'unthemed' };
}

export function spreadOf(overview: Overview, themeId: ThemeId, rooms: Rooms): Spread {
  return overview.byTheme.get(themeId)?.spread ?? { rooms: 0, of: rooms.rooms.length, elsewhere: false };
}

/** Counts of people's contributions that others than organisers see are not told exactly while they are small. */
export const smallestTold = 5;

export function toldCount(count: number): number | 'few' | 'none' {
  if (count === 0) return 'none';
  return count < smallestTold ? 'few' : count;
}

/** What a page of the list shows. */
export interface ListQuery {
  readonly place: Place | 'open' | undefined;
  readonly roomId: RoomId | 'none' | undefined;
  readonly themeId: ThemeId | undefined;
  readonly page: number;
}

export interface FoundRows {
  readonly rows: readonly PlacedRow[];
  readonly total: number;
  readonly page: number;
  readonly pages: number;
  readonly from: number;
}

/** The rows that fit, unthemed ones first. */
export function findRows({ rows }: Overview, query: ListQuery, pageSize: number): FoundRows {
  const fitting = rows.filter((row) => inPlace(row, query.place) && inRoom(row, query.roomId) && hasTheme(row, query.themeId));
  const ordered = [...fitting.filter((row) => row.place === 'unthemed'), ...fitting.filter((row) => row.place !== 'unthemed')];
  const pages = Math.max(1, Math.ceil(ordered.length / pageSize));
  const page = Math.min(Math.max(1, Math.trunc(query.page) || 1), pages);
  const from = (page - 1) * pageSize;
  return { rows: ordered.slice(from, from + pageSize), total: ordered.length, page, pages, from };
}

function inPlace(row: PlacedRow, place: ListQuery['place']): boolean {
  if (place === undefined) return row.place !== 'withdrawn';
  return place === 'open' ? row.standing === 'open' : row.place === place;
}

function inRoom(row: PlacedRow, roomId: ListQuery['roomId']): boolean {
  return roomId === undefined || (roomId === 'none' ? row.roomId === undefined : row.roomId === roomId);
}

function hasTheme(row: PlacedRow, themeId: ThemeId | undefined): boolean {
  return themeId === undefined || row.themeIds.includes(themeId);
}
