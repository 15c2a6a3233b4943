import { commit, getItem, type Table, toItem } from '@convener/dynamodb';
import type { SuppressionStore } from '../use-cases/letter-ports.ts';
import { countOf } from './count.ts';
import { listIndex, optOutKey, suppressed, suppressedKey } from './keys.ts';

export function suppressionStore(table: Table): SuppressionStore {
  return {
    suppress: async (addressKey, reason, at) => {
      const attribute = reason === 'bounce' ? 'bouncedAt' : 'complainedAt';
      await commit(table, [
        {
          kind: 'update',
          key: suppressedKey(addressKey),
          update: `SET ${attribute} = if_not_exists(${attribute}, :at), listPk = :list, listSk = :key`,
          values: toItem({ ':at': at, ':list': suppressed, ':key': addressKey }),
        },
      ]);
    },
    isSuppressed: async (addressKey) => (await getItem(table, suppressedKey(addressKey))) !== undefined,
    lift: async (addressKey) => {
      const outcome = await commit(table, [{ kind: 'delete', key: suppressedKey(addressKey), condition: 'attribute_exists(pk)' }]);
      return outcome.kind === 'committed';
    },
    count: () => countOf(table, { pk: suppressed, index: listIndex }),
    leaveStream: async (addressKey, stream, now) => {
      const item = toItem({ ...optOutKey(addressKey, stream), at: now.toISOString() });
      await commit(table, [{ kind: 'put', item, condition: 'attribute_not_exists(pk)' }]);
    },
    returnToStreams: async (addressKey, streams) => {
      for (const stream of streams) await commit(table, [{ kind: 'delete', key: optOutKey(addressKey, stream) }]);
    },
  };
}
