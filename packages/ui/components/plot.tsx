import { useContext } from 'preact/hooks';
import { WordsContext } from '../words.en.ts';
import { Details } from './details.tsx';
import { Table } from './table.tsx';

export interface BarsProps {
  /** Unique on the page. */
  readonly id: string;
  readonly caption: string;
  readonly rows: readonly { readonly label: string; readonly value: number; readonly says?: string | undefined }[];
  /** Headings of the two columns. */
  readonly columns: readonly [label: string, value: string];
  /** What a full bar stands for; the greatest value unless said. */
  readonly full?: number | undefined;
}

/** Bars in a table: the picture and its figures are one thing, so neither can be missed. */
export function Bars({ id, caption, rows, columns, full }: BarsProps) {
  const top = Math.max(full ?? 0, ...rows.map((row) => row.value), 1);
  return (
    <table class="bars">
      <caption id={id}>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{columns[0]}</th>
          <th scope="col">{columns[1]}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ label, value, says }) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td>
              <span>{says ?? value}</span>
              <svg aria-hidden="true" focusable="false" width="100%" height="16">
                <rect class="track" width="100%" height="16" rx="3" />
                <rect class="bar" width={`${percent(value, top)}%`} height="16" rx="3" />
              </svg>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export interface LinePlotProps {
  /** Unique on the page. */
  readonly id: string;
  /** What the line shows, as a sentence a person could say: "Registrations rose from 4 to 52 in three weeks". */
  readonly caption: string;
  readonly points: readonly { readonly label: string; readonly value: number }[];
  readonly columns: readonly [label: string, value: string];
  /** A level to compare with, such as the number of places. */
  readonly mark?: { readonly label: string; readonly value: number } | undefined;
}

/** A line over time. Its words are outside the picture, so that they grow with the reader's text; the figures are a table. */
export function LinePlot({ id, caption, points, columns, mark }: LinePlotProps) {
  const words = useContext(WordsContext);
  const top = Math.max(...points.map((point) => point.value), mark?.value ?? 0, 1);
  const place = points.map(({ value }, index) => ({
    x: percent(index, Math.max(points.length - 1, 1)),
    y: 100 - percent(value, top),
  }));
  const line = place.map(({ x, y }) => `${x},${y}`).join(' ');
  return (
    <figure class="plot">
      <figcaption>{caption}</figcaption>
      <div class="canvas" aria-hidden="true">
        <span class="top">{top}</span>
        <svg aria-hidden="true" viewBox="0 0 100 100" preserveAspectRatio="none" focusable="false">
          <polygon class="area" points={`0,100 ${line} 100,100`} />
          <polyline class="line" points={line} />
          {mark && <line class="mark" x1="0" x2="100" y1={100 - percent(mark.value, top)} y2={100 - percent(mark.value, top)} />}
        </svg>
        <span class="from">{points[0]?.label}</span>
        <span class="to">{points.at(-1)?.label}</span>
      </div>
      {mark && <p class="key">{mark.label}</p>}
      <Details summary={words.figures}>
        <Table
          id={`${id}-figures`}
          caption={caption}
          captionHidden
          columns={[{ heading: columns[0] }, { heading: columns[1], numeric: true }]}
          rows={points.map(({ label, value }) => [label, value])}
        />
      </Details>
    </figure>
  );
}

function percent(value: number, of: number): number {
  return Math.round((Math.max(value, 0) / of) * 1000) / 10;
}
