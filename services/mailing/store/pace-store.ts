import { commit, fromItem, getItem, type Table, toItem } from '@convener/dynamodb';
import * as z from 'zod/mini';
import { mostInWindow, paceWindowMs } from '../domain/pace.ts';
import type { PaceStore } from '../use-cases/send-ports.ts';
import { paceKey } from './keys.ts';

const schema = z.object({
  given: z.number(),
  /** The stretch of time in which the last was given, counted from the beginning of 1970, and how many were given in it. */
  inside: z._default(z.number(), -1),
  taken: z._default(z.number(), 0),
});

/** Whoever asks at the same moment may be faster; after so many turns the share is refused, and may be asked for again. */
const mostTries = 8;

export function paceStore(table: Table, most = mostInWindow): PaceStore {
  const load = async () => {
    const item = await getItem(table, paceKey);
    return item && schema.parse(fromItem(item));
  };
  return {
    take: async (now) => {
      const within = Math.floor(now.getTime() / paceWindowMs);
      for (let tries = 1; tries <= mostTries; tries += 1) {
        const held = await load();
        const taken = held?.inside === within ? held.taken : 0;
        if (taken >= most) return false;
        const outcome = await commit(table, [
          {
            kind: 'update',
            key: paceKey,
            update: 'SET inside = :inside, taken = :taken, given = :given',
            // As it was read: a repeated write is known by its mark, where a plain count would rise by two.
            condition: held ? 'given = :before' : 'attribute_not_exists(pk)',
            values: toItem({
              ':inside': within,
              ':taken': taken + 1,
              ':given': (held?.given ?? 0) + 1,
              ...(held ? { ':before': held.given } : {}),
            }),
          },
        ]);
        if (outcome.kind === 'committed') return true;
      }
      return false;
    },
    taken: async () => (await load())?.given ?? 0,
  };
}
