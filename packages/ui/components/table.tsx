import type { ComponentChildren } from 'preact';

export interface TableColumn {
  readonly heading: string;
  /** Figures stand at the right, so that they can be compared. */
  readonly numeric?: boolean | undefined;
}

export interface TableProps {
  /** Unique on the page: the caption names the region that scrolls. */
  readonly id: string;
  readonly caption: ComponentChildren;
  readonly captionHidden?: boolean | undefined;
  readonly columns: readonly TableColumn[];
  /** One list a row, in the columns' order; the first cell names its row. */
  readonly rows: readonly (readonly ComponentChildren[])[];
  /** Said instead when there are no rows. */
  readonly empty?: string | undefined;
}

type Part = 'table' | 'rowgroup' | 'row' | 'columnheader' | 'rowheader' | 'cell';
type RoleOf = (part: Part) => Part | undefined;

/** More than two columns do not fit a phone side by side. There each row is a card, with its column's heading before what it says. */
const cardsFrom = 3;
/** Browsers may forget what a part of a table is when it is laid out as something else: so it is said. */
const said: RoleOf = (part) => part;
const unsaid: RoleOf = () => undefined;

/** A table that reads as cards where the screen is narrow. What is too wide all the same scrolls by itself, also from the keyboard. */
export function Table({ id, caption, captionHidden, columns, rows, empty }: TableProps) {
  const cards = columns.length >= cardsFrom;
  const role = cards ? said : unsaid;
  return (
    <section class="scroll" aria-labelledby={id} tabindex={0}>
      <table class={cards ? 'records' : undefined} role={role('table')} aria-labelledby={cards ? id : undefined}>
        <caption id={id} class={captionHidden ? 'visually-hidden' : undefined}>
          {caption}
        </caption>
        <thead role={role('rowgroup')}>
          <tr role={role('row')}>
            {columns.map((column) => (
              <th key={column.heading} scope="col" role={role('columnheader')} class={column.numeric ? 'number' : undefined}>
                {column.heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role={role('rowgroup')}>
          {rows.map((cells, index) => (
            <Row key={index} cells={cells} columns={columns} role={role} cards={cards} />
          ))}
          {rows.length === 0 && empty && (
            <tr role={role('row')}>
              <td colSpan={columns.length} role={role('cell')}>
                {empty}
              </td>
            </tr>
          )}
        </tbody>
      </table>
    </section>
  );
}

interface RowProps {
  readonly cells: readonly ComponentChildren[];
  readonly columns: readonly TableColumn[];
  readonly role: RoleOf;
  readonly cards: boolean;
}

/** The stylesheet shows `data-label` on a card alone; to a screen reader the column's header has said it. */
function Row({ cells, columns, role, cards }: RowProps) {
  return (
    <tr role={role('row')}>
      {columns.map(({ heading, numeric }, index) =>
        index === 0 ? (
          // A name is a card's title; a figure means little without its heading.
          <th
            key={heading}
            scope="row"
            role={role('rowheader')}
            class={numeric ? 'number' : undefined}
            data-label={cards && numeric ? heading : undefined}
          >
            {cells[0]}
          </th>
        ) : (
          <td key={heading} role={role('cell')} class={numeric ? 'number' : undefined} data-label={cards ? heading : undefined}>
            {cells[index]}
          </td>
        ),
      )}
    </tr>
  );
}
