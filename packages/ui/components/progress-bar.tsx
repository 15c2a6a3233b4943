export interface ProgressBarProps {
  /** Unique on the page. */
  readonly id: string;
  readonly label: string;
  readonly value: number;
  readonly max: number;
  /** How it is said; "34 of 60" unless said. */
  readonly says?: string | undefined;
}

/** How far something has come: places taken, letters sent. */
export function ProgressBar({ id, label, value, max, says }: ProgressBarProps) {
  return (
    <div class="progress">
      <label for={id}>{label}</label>
      <span>{says ?? `${value} of ${max}`}</span>
      <progress id={id} value={Math.min(value, max)} max={Math.max(max, 1)}>
        {says ?? `${value} of ${max}`}
      </progress>
    </div>
  );
}
