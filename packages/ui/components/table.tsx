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

/** A table that scrolls sideways by itself when the screen is narrow, also from the keyboard. */
export function Table({ id, caption, captionHidden, columns, rows, empty }: TableProps) {
  return (
    <section class="scroll" aria-labelledby={id} tabindex={0}>
      <table>
        <caption id={id} class={captionHidden ? 'visually-hidden' : undefined}>
          {caption}
        </caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.heading} scope="col" class={column.numeric ? 'number' : undefined}>
                {column.heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells, index) => (
            <Row key={index} cells={cells} columns={columns} />
          ))}
          {rows.length === 0 && empty && (
            <tr>
              <td colSpan={columns.length}>{empty}</td>
            </tr>
          )}
        </tbody>
      </table>
    </section>
  );
}

function Row({ cells, columns }: { readonly cells: readonly ComponentChildren[]; readonly columns: readonly TableColumn[] }) {
  return (
    <tr>
      {columns.map(({ heading, numeric }, index) =>
        index === 0 ? (
          <th key={heading} scope="row" class={numeric ? 'number' : undefined}>
            {cells[0]}
          </th>
        ) : (
          <td key={heading} class={numeric ? 'number' : undefined}>
            {cells[index]}
          </td>
        ),
      )}
    </tr>
  );
}
