import type { Tone } from './tag.tsx';

export interface StatusCount {
  readonly count: number;
  /** What is counted, as it reads after the number: "waiting for a place". */
  readonly label: string;
  readonly href?: string | undefined;
  readonly tone?: Tone | undefined;
}

/** Numbers to look at: what needs attention today. */
export function StatusCounts({ counts }: { readonly counts: readonly StatusCount[] }) {
  return (
    <ul class="counts">
      {counts.map(({ count, label, href, tone = 'plain' }) => {
        const inside = (
          <>
            <b>{count.toLocaleString('en-GB')}</b> <span>{label}</span>
          </>
        );
        return (
          <li key={label} class={tone}>
            {href ? <a href={href}>{inside}</a> : <div>{inside}</div>}
          </li>
        );
      })}
    </ul>
  );
}
