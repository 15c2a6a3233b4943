import { tableFile } from '@convener/writing/table-file';
import type { ConsentStep } from './consent.ts';
import type { Place } from './overview.ts';
import type { Reflection } from './reflection.ts';

export interface TableWords {
  readonly headings: readonly string[];
  readonly consent: Readonly<Record<ConsentStep, string>>;
  readonly places: Readonly<Record<Place, string>>;
  readonly outside: string;
}

export interface TableContext {
  readonly roomLabel: (roomId: string) => string | undefined;
  /** Labels of the reflection's themes as they are today. */
  readonly themeLabels: (reflection: Reflection) => readonly string[];
}

/** Each row says what its owner allows; a name is there only where a named quote was allowed, and what was withdrawn is not there at all. */
export function reflectionsTable(reflections: readonly Reflection[], words: TableWords, context: TableContext): string {
  const rows = reflections.flatMap((reflection) => row(reflection, words, context));
  return tableFile([words.headings, ...rows]);
}

function row(reflection: Reflection, words: TableWords, { roomLabel, themeLabels }: TableContext): readonly (readonly string[])[] {
  const { standing, roomId } = reflection;
  if (standing.kind === 'withdrawn') return [];
  const labels = themeLabels(reflection);
  const place: Place = standing.kind === 'set-aside' ? 'set-aside' : labels.length > 0 ? 'themed' : 'unthemed';
  return [
    [
      reflection.id,
      (roomId && roomLabel(roomId)) ?? words.outside,
      standing.words,
      words.consent[standing.consent.kind],
      standing.consent.kind === 'quote-named' ? standing.consent.name : '',
      words.places[place],
      standing.kind === 'set-aside' ? standing.reason : '',
      labels.join('; '),
    ],
  ];
}
