import { Notice } from '@convener/ui';
import type { Adjustment } from '../domain/adjustment.ts';
import type { Arrangement } from '../domain/arrangement.ts';
import { fallenThrough } from '../domain/holding.ts';
import { tellingWords as words } from '../words.telling.en.ts';

/** For the coordinator: what somebody counts on and is not so any more, and that they have to hear. */
export function FallenThrough({ arrangement, adjustments }: FallenThroughProps) {
  const { telling, adjustmentIds } = arrangement;
  const gone = telling ? fallenThrough({ telling, adjustmentIds }, adjustments) : [];
  const whatOf = (id: string) => adjustments.find(({ adjustmentId }) => adjustmentId === id)?.what ?? '';
  return (
    <Notice kind="warning" title={words.fallenThrough.title}>
      <ul>
        {gone.map(({ adjustmentId }) => (
          <li key={adjustmentId}>{whatOf(adjustmentId)}</li>
        ))}
      </ul>
      <p>{words.fallenThrough.text}</p>
    </Notice>
  );
}

interface FallenThroughProps {
  readonly arrangement: Arrangement;
  readonly adjustments: readonly Adjustment[];
}
