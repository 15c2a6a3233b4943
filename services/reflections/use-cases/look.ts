import type { EventId, ReflectionId, ThemeId } from '@convener/contracts';
import type { KeptEvent } from '../domain/event.ts';
import { type FoundRows, findRows, type ListQuery, type Overview, overviewOf, type PlacedRow, rowOf } from '../domain/overview.ts';
import type { Reflection } from '../domain/reflection.ts';
import type { Rooms } from '../domain/rooms.ts';
import { type ThemeBook, upToDate } from '../domain/theme.ts';
import type { OrganisePorts } from './ports.ts';

export interface Look {
  readonly event: KeptEvent;
  readonly rooms: Rooms;
  readonly book: ThemeBook;
  readonly overview: Overview;
}

/** A reflection on a page: where it stands today, and what it says. */
export interface Shown {
  readonly row: PlacedRow;
  readonly reflection: Reflection;
}

export interface LookAtList extends Look {
  readonly found: FoundRows;
  readonly shown: readonly Shown[];
}

type LookPorts = Pick<OrganisePorts, 'events' | 'reflections' | 'themes'>;

/** Where everything of an event stands. */
export async function look(eventId: EventId, ports: LookPorts): Promise<Look | undefined> {
  const [ground, shelf, rows] = await Promise.all([
    ports.events.ground(eventId),
    ports.themes.of(eventId),
    ports.reflections.rows(eventId),
  ]);
  if (!ground) return undefined;
  const rooms = ground.rooms.value;
  return { event: ground.event, rooms, book: shelf.book, overview: overviewOf(rows, shelf.book, rooms) };
}

/** The same with one page of the list, and the words of what is on it. */
export async function lookAtList(eventId: EventId, query: ListQuery, pageSize: number, ports: LookPorts): Promise<LookAtList | undefined> {
  const seen = await look(eventId, ports);
  if (!seen) return undefined;
  const found = findRows(seen.overview, query, pageSize);
  return { ...seen, found, shown: await shownOf(seen, found.rows, ports) };
}

export interface LookAtTheme extends Look {
  readonly themeId: ThemeId;
  readonly shown: readonly Shown[];
}

/** One theme with what it was made of. */
export async function lookAtTheme(eventId: EventId, themeId: ThemeId, ports: LookPorts): Promise<LookAtTheme | undefined> {
  const seen = await look(eventId, ports);
  if (!seen?.book.themes.some((theme) => theme.id === themeId)) return undefined;
  const rows = seen.overview.rows.filter((row) => row.themeIds.includes(themeId));
  return { ...seen, themeId, shown: await shownOf(seen, rows, ports) };
}

/** The index may be a moment behind; what a page shows of a reflection is read anew. */
async function shownOf({ book, rooms }: Look, rows: readonly PlacedRow[], { reflections }: LookPorts): Promise<readonly Shown[]> {
  const ids: readonly ReflectionId[] = rows.map((row) => row.id);
  const found = await reflections.findMany(rooms.eventId, ids);
  const values = found.map((loaded) => loaded.value);
  const fresh = overviewOf(values.map(rowOf), book, rooms).rows;
  return values.flatMap((reflection, position) => {
    const row = fresh[position];
    return row ? [{ row, reflection }] : [];
  });
}

export interface Export {
  readonly event: KeptEvent;
  readonly rooms: Rooms;
  readonly reflections: readonly Reflection[];
  readonly labelsOf: (reflection: Reflection) => readonly string[];
}

/** Everything said, for a table to take away; that it was taken is noted before it is handed over. */
export async function exportReflections(
  request: { readonly eventId: EventId; readonly organiserId: string; readonly now: Date },
  ports: LookPorts,
): Promise<Export | undefined> {
  const { eventId, organiserId, now } = request;
  const [ground, shelf] = await Promise.all([ports.events.ground(eventId), ports.themes.of(eventId)]);
  if (!ground) return undefined;
  const reflections = await ports.reflections.all(eventId);
  await ports.events.noteExport(eventId, reflections.length, { actor: { kind: 'organiser', id: organiserId }, at: now, now });
  const current = upToDate(shelf.book);
  const labels = new Map(shelf.book.themes.map((theme) => [theme.id, theme.label]));
  const labelsOf = ({ standing }: Reflection) =>
    standing.kind === 'open' ? current(standing.themeIds).flatMap((id) => labels.get(id) ?? []) : [];
  return { event: ground.event, rooms: ground.rooms.value, reflections, labelsOf };
}
