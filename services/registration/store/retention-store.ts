import { commit, fromItem, getItem, queryPage, type Table, toItem } from '@convener/dynamodb';
import * as z from 'zod/mini';
import type { RetentionStore } from '../use-cases/forget-in-time.ts';
import { byDue, factsKey, retainedKey } from './keys.ts';

const receiptSchema = z.object({
  counts: z.object({
    confirmed: z.number(),
    waitlisted: z.number(),
    cancelled: z.number(),
    attended: z.number(),
    letIn: z.optional(z.number()),
  }),
  forgottenAt: z.optional(z.string()),
});

/**
 * An event's facts are due as LIVE by its end. Once its people are due in part they are due as RETAIN, and when nobody is left as nothing;
 * facts that come late make them LIVE again, and the sweep looks once more.
 */
export function retentionStore(table: Table): RetentionStore {
  const dueAs = async (due: string, until: Date, limit: number) => {
    const page = await queryPage(table, { pk: due, index: byDue, between: ['', `${until.toISOString()}~`], limit });
    return page.items.flatMap((item) => item.pk?.S?.slice('EVENT#'.length) ?? []);
  };
  return {
    due: async (endedBefore, now, limit) => {
      const [ended, again] = await Promise.all([dueAs('LIVE', endedBefore, limit), dueAs('RETAIN', now, limit)]);
      return [...new Set([...again, ...ended])].slice(0, limit);
    },
    receipt: async (eventId) => {
      const item = await getItem(table, retainedKey(eventId));
      const read = item && receiptSchema.parse(fromItem(item));
      return read && { counts: read.counts, forgottenAt: read.forgottenAt };
    },
    keepCounts: async (eventId, counts, now) => {
      const { pk, sk } = retainedKey(eventId);
      const item = toItem({ pk, sk, counts, countedAt: now.toISOString() });
      await commit(table, [{ kind: 'put', item, condition: 'attribute_not_exists(pk)' }]);
    },
    lookAgain: async (eventId, endsAt, at, now) => {
      const time = { ':now': { S: now.toISOString() } };
      const still = { key: factsKey(eventId), condition: 'endsAt = :endsAt' } as const;
      const ends = { ':endsAt': { S: endsAt } };
      if (at !== undefined) {
        const values = { ...ends, ':due': { S: 'RETAIN' }, ':at': { S: `${at}#${eventId}` } };
        await commit(table, [{ kind: 'update', ...still, update: 'SET due = :due, dueAt = :at', values }]);
        return;
      }
      await commit(table, [
        { kind: 'update', ...still, update: 'SET forgottenAt = :now REMOVE due, dueAt', values: { ...ends, ...time } },
        { kind: 'update', key: retainedKey(eventId), update: 'SET forgottenAt = :now', condition: 'attribute_exists(pk)', values: time },
      ]);
    },
  };
}
