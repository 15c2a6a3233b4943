import { commit, fromItem, getItem, type Table, toItem } from '@convener/dynamodb';
import * as z from 'zod/mini';
import type { PaceStore } from '../use-cases/send-ports.ts';
import { paceKey } from './keys.ts';

const schema = z.object({ given: z.number() });

/** At most two a second, whatever the account allows: what is written by this door is one letter at a time. */
export const doorMs = 500;

export function paceStore(table: Table): PaceStore {
  return {
    take: async (now) => {
      const outcome = await commit(table, [
        {
          kind: 'update',
          key: paceKey,
          update: 'SET givenAt = :now, given = if_not_exists(given, :none) + :one',
          condition: 'attribute_not_exists(givenAt) OR givenAt <= :before',
          values: toItem({
            ':now': now.toISOString(),
            ':before': new Date(now.getTime() - doorMs).toISOString(),
            ':none': 0,
            ':one': 1,
          }),
        },
      ]);
      return outcome.kind === 'committed';
    },
    taken: async () => {
      const item = await getItem(table, paceKey);
      return item ? schema.parse(fromItem(item)).given : 0;
    },
  };
}
