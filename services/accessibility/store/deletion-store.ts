import { commit, type Item, queryAll, toItem, type Write } from '@convener/dynamodb';
import type { Deletion } from '../use-cases/ports.ts';
import { keepTotal } from './brief-store.ts';
import { adjustmentPrefix, alertPrefix, briefedPrefix, briefKey, budgetKey, byDue, eventPartition, factsKey, receiptKey } from './keys.ts';
import { epochSeconds } from './need-item.ts';
import type { Tables } from './need-store.ts';

/** What is arranged for an event, of nobody in particular; all else under an event is somebody's, or was said by somebody. */
function isArranged(item: Item): boolean {
  const sk = item.sk?.S ?? '';
  const alone = [briefKey(''), budgetKey('')].map((key) => key.sk);
  return alone.includes(sk) || [adjustmentPrefix, alertPrefix, briefedPrefix].some((prefix) => sk.startsWith(prefix));
}

export function deletionStore({ main, needs }: Tables): Deletion {
  const keysOf = async (eventId: string, fitting: (item: Item) => boolean) => {
    const keys: { pk: string; sk: string }[] = [];
    for await (const item of queryAll(needs, { pk: eventPartition(eventId) })) {
      if (fitting(item)) keys.push({ pk: item.pk?.S ?? '', sk: item.sk?.S ?? '' });
    }
    return keys;
  };
  /** A receipt, and with it what is noted of the event as it was read; false where it has changed since. */
  const settled = async (
    event: Parameters<Deletion['writeReceipt']>[0],
    now: Date,
    { names, values, ...noted }: Required<Pick<Extract<Write, { kind: 'update' }>, 'update' | 'condition' | 'names' | 'values'>>,
  ): Promise<boolean> => {
    const at = now.toISOString();
    const outcome = await commit(main, [
      { kind: 'put', item: toItem({ ...receiptKey(event.eventId, at), eventId: event.eventId, deletedAt: at }) },
      {
        kind: 'update',
        key: factsKey(event.eventId),
        ...noted,
        names: { '#version': 'version', ...names },
        values: { ':at': { S: at }, ':version': { N: String(event.version) }, ...values },
      },
    ]);
    return outcome.kind === 'committed';
  };
  return {
    awaiting: async () => {
      const ids: string[] = [];
      for await (const item of queryAll(main, { pk: 'KEPT', index: byDue })) ids.push(item.pk?.S?.slice('EVENT#'.length) ?? '');
      return ids;
    },
    keepTotal: async (spent) => keepTotal(needs, spent),
    deleteAll: async (eventId) => {
      for (const key of await keysOf(eventId, () => true)) await commit(needs, [{ kind: 'delete', key }]);
    },
    deleteWhatWasSaid: async (eventId) => {
      for (const key of await keysOf(eventId, (item) => !isArranged(item))) await commit(needs, [{ kind: 'delete', key }]);
    },
    writeFirstReceipt: (event, now, restDue) =>
      settled(event, now, {
        update: 'SET settledAt = :at, dueAt = :due',
        condition: '#version = :version AND attribute_not_exists(settledAt)',
        names: {},
        values: { ':due': { S: `${restDue.toISOString()}#${event.eventId}` } },
      }),
    writeReceipt: (event, now) =>
      settled(event, now, {
        update: 'SET settledAt = :at REMOVE #due, dueAt',
        condition: '#version = :version',
        names: { '#due': 'due' },
        values: {},
      }),
    reschedule: async (eventId, goneBy) => {
      const wanted = String(epochSeconds(goneBy));
      for (const key of await keysOf(eventId, (item) => item.expiresAt?.N !== wanted)) {
        await commit(needs, [
          {
            kind: 'update',
            key,
            update: 'SET expiresAt = :at',
            // Whoever took it back in between is not to find it again.
            condition: 'attribute_exists(pk)',
            values: { ':at': { N: wanted } },
          },
        ]);
      }
    },
  };
}
