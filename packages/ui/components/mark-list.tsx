import { ButtonGroup } from './button.tsx';

export interface MarkListProps {
  readonly action: string;
  /** Names under which ids are posted; the script posts lists of them as JSON. */
  readonly names: { readonly mark: string; readonly unmark: string };
  /** What stands beside a marked item, for example "here". */
  readonly marked: string;
  /** Label of the field that narrows the list; it appears where the script runs. */
  readonly find: string;
  /** What is said above the list, and by the script; `{marked}` `{all}` and `{n}` (not yet sent) are numbers. `offline` is true only where the script runs, and said only there. */
  readonly says: {
    readonly counted: string;
    readonly unsent: string;
    readonly sent: string;
    readonly signedOut: string;
    readonly offline: string;
  };
  readonly items: readonly {
    readonly id: string;
    readonly text: string;
    readonly more?: string;
    readonly marked: boolean;
  }[];
}

/**
 * A long list to press, such as names at a door. Each press posts; where the page's script runs, presses are kept and posted when there is a
 * connection. The script keeps ids on the device, never names.
 */
export function MarkList({ action, names, marked, find, says, items }: MarkListProps) {
  const count = items.filter((item) => item.marked).length;
  return (
    <form
      class="marks"
      method="post"
      action={action}
      data-marks={`${names.mark} ${names.unmark}`}
      data-counted={says.counted}
      data-unsent={says.unsent}
      data-sent={says.sent}
      data-signed-out={says.signedOut}
    >
      <p role="status">{says.counted.replace('{marked}', String(count)).replace('{all}', String(items.length))}</p>
      <div class="field" hidden>
        <p>{says.offline}</p>
        <label class="label" for="marks-find">
          {find}
        </label>
        <input class="input" id="marks-find" type="search" autocomplete="off" />
      </div>
      <ul>
        {items.map((item) => (
          <li key={item.id} id={item.id}>
            <button type="submit" name={item.marked ? names.unmark : names.mark} value={item.id} aria-pressed={item.marked}>
              <span>
                {item.text}
                {item.more && <small> {item.more}</small>}
              </span>
              <b>{marked}</b>
            </button>
          </li>
        ))}
      </ul>
    </form>
  );
}

export interface ShownCodeProps {
  readonly code: string;
  /** The dark squares of a QR code, row by row, with its quiet border. */
  readonly picture: { readonly squares: readonly (readonly boolean[])[]; readonly says: string };
}

/** A code for a whole room to read, and to scan. */
export function ShownCode({ code, picture: { squares, says } }: ShownCodeProps) {
  const dark = squares.flatMap((row, y) => row.flatMap((is, x) => (is ? [`M${x} ${y}h1v1h-1z`] : [])));
  return (
    <ButtonGroup>
      <p class="shown-code">{code}</p>
      <svg class="qr" viewBox={`0 0 ${squares.length} ${squares.length}`} role="img" aria-label={says} shape-rendering="crispEdges">
        <path fill="#fff" d={`M0 0h${squares.length}v${squares.length}H0z`} />
        <path fill="#000" d={dark.join('')} />
      </svg>
    </ButtonGroup>
  );
}
