import { commit, fromItem, getItem, type Table, toItem } from '@convener/dynamodb';
import * as z from 'zod/mini';
import type { LeaseStore } from '../use-cases/send-ports.ts';
import { leaseKey, wakesSender } from './keys.ts';

const schema = z.object({ fence: z.number(), until: z.string(), restUntil: z.optional(z.string()) });

/**
 * One sender at a time, so that the account's rate is kept. The lease guards the rate and nothing more: that a letter leaves once rests on
 * the letter's own condition, which holds even when a holder sleeps past its time.
 */
export function leaseStore(table: Table): LeaseStore {
  return {
    take: async (now, milliseconds) => {
      const item = await getItem(table, leaseKey);
      const held = item && schema.parse(fromItem(item));
      const at = now.toISOString();
      if (held && (held.until > at || (held.restUntil ?? '') > at)) return undefined;
      const lease = { fence: (held?.fence ?? 0) + 1, until: new Date(now.getTime() + milliseconds) };
      const outcome = await commit(table, [
        {
          kind: 'put',
          item: toItem({ ...leaseKey, fence: lease.fence, until: lease.until.toISOString() }),
          condition: 'attribute_not_exists(pk) OR fence = :before',
          values: { ':before': { N: String(lease.fence - 1) } },
        },
      ]);
      return outcome.kind === 'committed' ? lease : undefined;
    },
    renew: async (lease, now, milliseconds) => {
      const until = new Date(now.getTime() + milliseconds);
      const outcome = await commit(table, [
        {
          kind: 'update',
          key: leaseKey,
          update: 'SET #until = :until',
          condition: 'fence = :fence',
          names: { '#until': 'until' },
          values: toItem({ ':until': until.toISOString(), ':fence': lease.fence }),
        },
      ]);
      return outcome.kind === 'committed' ? { ...lease, until } : undefined;
    },
    release: async (lease, { more, restUntil }) => {
      const rest = restUntil ? { restUntil: restUntil.toISOString() } : {};
      await commit(table, [
        {
          kind: 'put',
          item: toItem({ ...leaseKey, fence: lease.fence, until: '', ...rest, ...(more ? wakesSender : {}) }),
          condition: 'fence = :fence',
          values: { ':fence': { N: String(lease.fence) } },
        },
      ]);
    },
  };
}
