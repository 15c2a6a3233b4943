import type { Actor, EventId, ThemeId } from '@convener/contracts';
import { overviewOf, spreadOf } from '../domain/overview.ts';
import { merged, nextPosition, reordered, sameLabel, stepped, type Theme } from '../domain/theme.ts';
import { untilSettled } from './again.ts';
import { assignThemes } from './assign-themes.ts';
import { byOrganiser } from './doing.ts';
import type { OrganisePorts, Shelf, ThemeWrite } from './ports.ts';

type ThemePorts = Pick<OrganisePorts, 'events' | 'reflections' | 'themes' | 'ids'>;

export interface ThemeWords {
  readonly label: string;
  readonly prose: string;
}

interface Request {
  readonly eventId: EventId;
  readonly actor: Actor;
  readonly now: Date;
}

export type ThemeWritten =
  | { readonly kind: 'written'; readonly theme: Theme }
  | { readonly kind: 'unknown-event' }
  | { readonly kind: 'unknown-theme' }
  | { readonly kind: 'label-taken'; readonly by: ThemeId }
  /** Somebody else changed label or prose after the page was opened; `theme` is as they left it. */
  | { readonly kind: 'changed-meanwhile'; readonly theme: Theme };

/** Makes a theme at the end of the order. */
export function addTheme(request: Request & { readonly words: ThemeWords }, ports: ThemePorts): Promise<ThemeWritten> {
  const id = ports.ids.theme();
  return onShelf(request, ports, async (shelf, spreadOfTheme): Promise<ThemeWritten | undefined> => {
    const taken = shelf.book.themes.find((theme) => sameLabel(theme.label, request.words.label));
    if (taken) return { kind: 'label-taken', by: taken.id };
    const theme: Theme = { id, eventId: request.eventId, ...request.words, position: nextPosition(shelf.book), edition: 1 };
    return save(request, ports, [{ kind: 'write', loaded: undefined, theme, spread: spreadOfTheme(id) }], theme);
  });
}

/** Writes label and prose, unless somebody else did since `edition`. */
export function changeTheme(
  request: Request & { readonly themeId: ThemeId; readonly words: ThemeWords; readonly edition: number | undefined },
  ports: ThemePorts,
): Promise<ThemeWritten> {
  const { themeId, words, edition } = request;
  return onShelf(request, ports, async (shelf, spreadOfTheme): Promise<ThemeWritten | undefined> => {
    const loaded = shelf.loaded.get(themeId);
    if (!loaded) return { kind: 'unknown-theme' };
    const before = loaded.value;
    if (before.label === words.label && before.prose === words.prose) return { kind: 'written', theme: before };
    if (edition !== undefined && edition !== before.edition) return { kind: 'changed-meanwhile', theme: before };
    const taken = shelf.book.themes.find((theme) => theme.id !== themeId && sameLabel(theme.label, words.label));
    if (taken) return { kind: 'label-taken', by: taken.id };
    const theme: Theme = { ...before, ...words, edition: before.edition + 1 };
    return save(request, ports, [{ kind: 'write', loaded, theme, spread: spreadOfTheme(themeId) }], theme);
  });
}

/**
 * One theme takes in another: both writes or none. Reflections keep the id that they have; whoever reads it follows it on, so nothing
 * assigned at the same moment can be lost.
 */
export function mergeTheme(
  request: Request & { readonly themeId: ThemeId; readonly into: ThemeId },
  ports: ThemePorts,
): Promise<ThemeWritten> {
  return onShelf(request, ports, async (shelf, spreadOfTheme): Promise<ThemeWritten | undefined> => {
    const from = shelf.loaded.get(request.themeId);
    const into = shelf.loaded.get(request.into);
    if (!from || !into || from === into) return { kind: 'unknown-theme' };
    const theme = merged(into.value, from.value);
    const writes: readonly ThemeWrite[] = [
      { kind: 'write', loaded: into, theme, spread: spreadOfTheme(theme.id, from.value.id) },
      { kind: 'remove', loaded: from, mergedInto: theme.id },
    ];
    return save(request, ports, writes, theme);
  });
}

/** Removes a theme. What was only in it is without a theme again, and holds up publishing until somebody looks at it. */
export async function removeTheme(request: Request & { readonly themeId: ThemeId }, ports: ThemePorts): Promise<ThemeWritten> {
  const { eventId, themeId, actor, now } = request;
  const outcome = await onShelf(request, ports, async (shelf): Promise<ThemeWritten | undefined> => {
    const loaded = shelf.loaded.get(themeId);
    if (!loaded) return { kind: 'unknown-theme' };
    return save(request, ports, [{ kind: 'remove', loaded, mergedInto: undefined }], loaded.value);
  });
  if (outcome.kind !== 'written') return outcome;
  // From here on nothing depends on it: readers already leave the theme out. This tells other services.
  const rows = await ports.reflections.rows(eventId);
  const held = rows.filter((row) => row.themeIds.includes(themeId));
  const assignments = held.map((row) => ({ reflectionId: row.id, was: [], themeIds: [] }));
  await assignThemes({ eventId, assignments, actor, now }, ports);
  return outcome;
}

export type Ordered = { readonly kind: 'ordered'; readonly themes: readonly Theme[] } | { readonly kind: 'unknown-event' };

/** Puts themes in an order, or moves one a step. */
export function orderThemes(
  request: Request & { readonly order: readonly ThemeId[] | { readonly themeId: ThemeId; readonly step: -1 | 1 } },
  ports: ThemePorts,
): Promise<Ordered> {
  const { order } = request;
  return onShelf(request, ports, async (shelf, spreadOfTheme): Promise<Ordered | undefined> => {
    const ids = 'step' in order ? stepped(shelf.book, order.themeId, order.step) : order;
    const moved = reordered(shelf.book, ids);
    const writes = moved.map((theme): ThemeWrite => {
      return { kind: 'write', loaded: shelf.loaded.get(theme.id), theme, spread: spreadOfTheme(theme.id) };
    });
    const saved = await ports.themes.save(writes, byOrganiser(request.actor, request.now));
    if (saved.kind === 'changed-meanwhile') return undefined;
    const positions = new Map(moved.map((theme) => [theme.id, theme]));
    const themes = shelf.book.themes.map((theme) => positions.get(theme.id) ?? theme);
    return { kind: 'ordered', themes: [...themes].sort((a, b) => a.position - b.position) };
  });
}

type SpreadOfTheme = (themeId: ThemeId, also?: ThemeId) => { readonly rooms: number; readonly of: number };

/** Decides on the themes as they stand, again where somebody was quicker: `undefined` asks for another round. */
function onShelf<T>(
  { eventId }: Request,
  ports: ThemePorts,
  decide: (shelf: Shelf, spreadOfTheme: SpreadOfTheme) => Promise<T | undefined>,
): Promise<T | { readonly kind: 'unknown-event' }> {
  return untilSettled(async (): Promise<T | { readonly kind: 'unknown-event' } | undefined> => {
    const [ground, shelf] = await Promise.all([ports.events.ground(eventId), ports.themes.of(eventId)]);
    if (!ground) return { kind: 'unknown-event' };
    const rows = await ports.reflections.rows(eventId);
    const rooms = ground.rooms.value;
    const spreadOfTheme: SpreadOfTheme = (themeId, also) => {
      // A theme that takes in another is counted as if it had already.
      const gone = also === undefined ? shelf.book.gone : [...shelf.book.gone, { id: also, mergedInto: themeId }];
      const themes = shelf.book.themes.filter((theme) => theme.id !== also);
      const { rooms: raised, of } = spreadOf(overviewOf(rows, { themes, gone }, rooms), themeId, rooms);
      return { rooms: raised, of };
    };
    return decide(shelf, spreadOfTheme);
  });
}

async function save(
  { actor, now }: Request,
  ports: ThemePorts,
  writes: readonly ThemeWrite[],
  theme: Theme,
): Promise<ThemeWritten | undefined> {
  const saved = await ports.themes.save(writes, byOrganiser(actor, now));
  return saved.kind === 'saved' ? { kind: 'written', theme } : undefined;
}
