import { toItem, type Write } from '@convener/dynamodb';
import type { Letter } from '../domain/letter.ts';
import { epochSeconds, letterKey, toldInsideKey } from './keys.ts';
import { keptDays } from './letter-item.ts';

/**
 * How to join is told once for each place: by the letter about the place, or by a letter of its own. Whichever is marked first rules the other
 * out in the same transaction; one that left before the place was got, to somebody who gave it up and came back, says nothing of this one.
 */
export function notToldElsewhere({ id, template, queuedAt }: Letter, tellsToo: string | undefined, now: Date): readonly Write[] {
  if (tellsToo !== undefined) {
    return [
      { kind: 'put', item: toItem({ ...toldInsideKey(tellsToo), by: id, expiresAt: epochSeconds(now, keptDays) }) },
      {
        kind: 'check',
        key: letterKey(tellsToo),
        condition: 'attribute_not_exists(pk) OR #state IN (:queued, :withheld) OR queuedAt < :gotAt',
        names: { '#state': 'state' },
        values: toItem({ ':queued': 'queued', ':withheld': 'withheld', ':gotAt': queuedAt }),
      },
    ];
  }
  if (template !== 'registration.joining') return [];
  return [{ kind: 'check', key: toldInsideKey(id), condition: 'attribute_not_exists(pk)' }];
}
