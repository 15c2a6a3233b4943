import { commit, fromItem, getItem, type Table, toItem } from '@convener/dynamodb';
import * as z from 'zod/mini';
import { mostInWindow, paceWindowMs } from '../domain/pace.ts';
import type { PaceStore } from '../use-cases/send-ports.ts';
import { paceKey } from './keys.ts';

const schema = z.object({ given: z.number() });

export function paceStore(table: Table): PaceStore {
  return {
    take: async (now) => {
      const within = Math.floor(now.getTime() / paceWindowMs);
      return (await oneMoreWithin(table, within)) || (await firstWithin(table, within));
    },
    taken: async () => {
      const item = await getItem(table, paceKey);
      return item ? schema.parse(fromItem(item)).given : 0;
    },
  };
}

/** `inside` is the number of the stretch of time, counted from the beginning of 1970. */
async function oneMoreWithin(table: Table, inside: number): Promise<boolean> {
  const outcome = await commit(table, [
    {
      kind: 'update',
      key: paceKey,
      update: 'SET taken = taken + :one, given = given + :one',
      condition: 'inside = :inside AND taken < :most',
      values: toItem({ ':inside': inside, ':one': 1, ':most': mostInWindow }),
    },
  ]);
  return outcome.kind === 'committed';
}

async function firstWithin(table: Table, inside: number): Promise<boolean> {
  const outcome = await commit(table, [
    {
      kind: 'update',
      key: paceKey,
      update: 'SET inside = :inside, taken = :one, given = if_not_exists(given, :none) + :one',
      condition: 'attribute_not_exists(inside) OR inside < :inside',
      values: toItem({ ':inside': inside, ':one': 1, ':none': 0 }),
    },
  ]);
  return outcome.kind === 'committed';
}
