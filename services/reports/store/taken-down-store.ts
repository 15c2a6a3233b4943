import { getItem, type Table } from '@convener/dynamodb';
import type { TakenDown } from '../use-cases/ports.ts';
import { takenDownKey } from './keys.ts';

export function takenDownStore(table: Table): TakenDown {
  return async (slug, number) => (await getItem(table, takenDownKey(slug, number), { consistent: false })) !== undefined;
}
