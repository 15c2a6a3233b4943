import { inThousands } from '@convener/writing/numbers';
import type { Tone } from './tag.tsx';

export interface StatusCount {
  readonly count: number;
  /** What is counted, as it reads after the number: "waiting for a place". */
  readonly label: string;
  readonly href?: string | undefined;
  readonly tone?: Tone | undefined;
}

/** Numbers to look at: what needs attention today. Nothing to do is not coloured like something to do. */
export function StatusCounts({ counts }: { readonly counts: readonly StatusCount[] }) {
  return (
    <ul class="counts">
      {counts.map(({ count, label, href, tone = 'plain' }) => {
        const inside = (
          <>
            <b>{inThousands(count)}</b> <span>{label}</span>
          </>
        );
        return (
          <li key={label} class={count === 0 && (tone === 'attention' || tone === 'bad') ? 'plain' : tone}>
            {href ? <a href={href}>{inside}</a> : <div>{inside}</div>}
          </li>
        );
      })}
    </ul>
  );
}
