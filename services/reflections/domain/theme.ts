import type { EventId, ThemeId } from '@convener/contracts';

export interface Theme {
  readonly id: ThemeId;
  readonly eventId: EventId;
  readonly label: string;
  /** Light Markdown: the theme's paragraph in the report. */
  readonly prose: string;
  readonly position: number;
  /** Counts changes of label and prose alone, so that moving a theme does not disturb whoever is writing it. */
  readonly edition: number;
}

/** A theme that is no more: merged into another, or removed. */
export interface GoneTheme {
  readonly id: ThemeId;
  readonly mergedInto: ThemeId | undefined;
}

/** The themes of one event in their order, and what became of those that are gone. */
export interface ThemeBook {
  readonly themes: readonly Theme[];
  readonly gone: readonly GoneTheme[];
}

export function bookOf(themes: readonly Theme[], gone: readonly GoneTheme[]): ThemeBook {
  return { themes: [...themes].sort((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1)), gone };
}

/** Brings theme ids up to date: merged ones become those they were merged into, removed and unknown ones fall out. */
export function upToDate(book: ThemeBook): (themeIds: readonly ThemeId[]) => readonly ThemeId[] {
  const live = new Set(book.themes.map((theme) => theme.id));
  const moved = new Map(book.gone.map((theme) => [theme.id, theme.mergedInto]));
  const follow = (id: ThemeId | undefined, steps: number): ThemeId | undefined => {
    if (id === undefined || live.has(id)) return id;
    return steps > moved.size ? undefined : follow(moved.get(id), steps + 1);
  };
  return (themeIds) => [...new Set(themeIds.flatMap((id) => follow(id, 0) ?? []))];
}

export function sameLabel(one: string, other: string): boolean {
  return folded(one) === folded(other);
}

function folded(label: string): string {
  return label.normalize('NFKC').trim().replace(/\s+/g, ' ').toLocaleLowerCase('en-GB');
}

export function nextPosition({ themes }: ThemeBook): number {
  return Math.max(0, ...themes.map((theme) => theme.position)) + 1;
}

/** The first takes in the second: its label stays, and the other's prose is kept behind its own. */
export function merged(into: Theme, from: Theme): Theme {
  const prose = [into.prose, from.prose].filter((each) => each.trim() !== '').join('\n\n');
  return { ...into, prose, edition: into.edition + 1 };
}

/** The themes whose position changes when they stand in the order of `ids`; those that `ids` leaves out follow in their old order. */
export function reordered({ themes }: ThemeBook, ids: readonly ThemeId[]): readonly Theme[] {
  const named = ids.flatMap((id) => themes.find((theme) => theme.id === id) ?? []);
  const wanted = [...new Set([...named, ...themes])];
  return wanted.flatMap((theme, index) => (theme.position === index + 1 ? [] : [{ ...theme, position: index + 1 }]));
}

/** The order after one step up or down; a step over the end changes nothing. */
export function stepped({ themes }: ThemeBook, id: ThemeId, step: -1 | 1): readonly ThemeId[] {
  const ids = themes.map((theme) => theme.id);
  const from = ids.indexOf(id);
  const other = ids[from + step];
  if (from < 0 || other === undefined) return ids;
  return ids.map((each) => (each === id ? other : each === other ? id : each));
}
