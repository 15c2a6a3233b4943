import { Quote, Tag, type Tone } from '@convener/ui';
import type { Place, PlacedRow } from '../domain/overview.ts';
import type { Reflection } from '../domain/reflection.ts';
import type { Rooms } from '../domain/rooms.ts';
import type { ThemeBook } from '../domain/theme.ts';
import { words } from '../words.en.ts';

export const placeTones: Record<Place, Tone> = { unthemed: 'attention', themed: 'good', 'set-aside': 'plain', withdrawn: 'plain' };

/** A reflection as organisers read it: the words, then where they come from, what is allowed, and where it stands. */
export function ReflectionCard({
  reflection,
  row,
  rooms,
  book,
}: {
  readonly reflection: Reflection;
  readonly row: PlacedRow;
  readonly rooms: Rooms;
  readonly book?: ThemeBook;
}) {
  const { standing } = reflection;
  if (standing.kind === 'withdrawn') return <p>{words.list.gone}</p>;
  const labels = book ? book.themes.filter((theme) => row.themeIds.includes(theme.id)).map((theme) => theme.label) : [];
  const facts = [
    roomLabel(rooms, reflection.roomId),
    standing.consent.kind === 'quote-named' ? words.list.quotedAs(standing.consent.name) : words.consent.short[standing.consent.kind],
    words.list.source[reflection.source],
  ].filter((fact) => fact !== '');
  return (
    <>
      <Quote>{standing.words}</Quote>
      <p>
        {book && (
          <>
            <Tag tone={placeTones[row.place]}>{words.list.places[row.place]}</Tag>{' '}
          </>
        )}
        {[...labels, ...facts].join(' · ')}
      </p>
      {standing.kind === 'set-aside' && (
        <p>
          {words.list.reason} {standing.reason}
        </p>
      )}
    </>
  );
}

export function roomLabel(rooms: Rooms, roomId: string | undefined): string {
  return rooms.rooms.find((room) => room.id === roomId)?.label ?? words.list.outside;
}
