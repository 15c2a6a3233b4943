import { Checkboxes, Select } from '@convener/ui';
import type { PlacedRow } from '../domain/overview.ts';
import type { Reflection } from '../domain/reflection.ts';
import type { Rooms } from '../domain/rooms.ts';
import type { ThemeBook } from '../domain/theme.ts';
import { words } from '../words.en.ts';
import { ReflectionCard } from './reflection-card.tsx';

export interface AssignRowProps {
  readonly row: PlacedRow;
  readonly reflection: Reflection;
  readonly rooms: Rooms;
  readonly book: ThemeBook;
  readonly number: number;
}

/**
 * One reflection with a choice of themes. The hidden field says what the page showed, so that only what somebody changed is saved, and
 * two people who theme the same reflection do not undo each other. The handler reads these names: see `read-assignments.ts`.
 */
export function AssignRow({ row, reflection, rooms, book, number }: AssignRowProps) {
  const has = book.themes.filter((theme) => row.themeIds.includes(theme.id));
  const others = book.themes.filter((theme) => !row.themeIds.includes(theme.id)).map(({ id, label }) => ({ value: id, text: label }));
  return (
    <li>
      <div class="card">
        <div class="beside">
          <div>
            <p class="eyebrow">{words.themes.number(number)}</p>
            <ReflectionCard row={row} reflection={reflection} rooms={rooms} />
          </div>
          {reflection.standing.kind === 'open' && (
            <>
              <input type="hidden" name={`was-${row.id}`} value={row.themeIds.join(' ')} />
              {has.length > 0 && (
                <Checkboxes
                  name={`in-${row.id}`}
                  label={words.themes.isIn(number)}
                  hint={words.themes.untick}
                  options={has.map(({ id, label }) => ({ value: id, label }))}
                  values={has.map((theme) => theme.id)}
                />
              )}
              {others.length > 0 && (
                <Select name={`add-${row.id}`} label={words.themes.themeOf(number)} blank={words.themes.chooseTheme} options={others} />
              )}
              {others.length > 1 && (
                <Select name={`also-${row.id}`} label={words.themes.alsoOf(number)} blank={words.themes.chooseTheme} options={others} />
              )}
            </>
          )}
        </div>
      </div>
    </li>
  );
}
