import { commit, getItem, type Table, toItem } from '@convener/dynamodb';
import type { SignInStore } from '../use-cases/ports.ts';

const key = (id: string) => ({ pk: `SIGN-IN#${id}`, sk: 'SIGN-IN' });

/** TTL deletes late, so a sign-in that ran out is not one, whether or not its item is still there. */
export function signInStore(table: Table): SignInStore {
  return {
    start: async (id, organiserId, expiresAt) => {
      const item = toItem({ ...key(id), organiserId, expiresAt: Math.floor(expiresAt.getTime() / 1000) });
      await commit(table, [{ kind: 'put', item }]);
    },
    find: async (id, now) => {
      const item = await getItem(table, key(id));
      return item && Number(item.expiresAt?.N) * 1000 > now.getTime() ? item.organiserId?.S : undefined;
    },
    end: async (id) => {
      await commit(table, [{ kind: 'delete', key: key(id) }]);
    },
  };
}
