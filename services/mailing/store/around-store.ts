import { commit, fromItem, queryPage, type Table, toItem, type Write } from '@convener/dynamodb';
import * as z from 'zod/mini';
import type { AroundStore } from '../use-cases/around-ports.ts';
import { aroundKey, dueIndex, eventsToTend } from './keys.ts';

const schema = z.object({ eventId: z.string(), mark: z.string() });

/** An event is looked at as soon as something about it changed; the sweep then moves it on to when something is next due. */
export function touchWrite(eventId: string, mark: string, at: Date): Write {
  return {
    kind: 'update',
    key: aroundKey(eventId),
    update: 'SET eventId = :event, mark = :mark, duePk = :due, dueSk = :at',
    values: toItem({ ':event': eventId, ':mark': mark, ':due': eventsToTend, ':at': `${at.toISOString()}#${eventId}` }),
  };
}

export function aroundStore(table: Table): AroundStore {
  return {
    touch: async (eventId, mark, at) => {
      await commit(table, [touchWrite(eventId, mark, at)]);
    },
    due: async (now, limit) => {
      const between = ['0', `${now.toISOString()}~`] as const;
      const page = await queryPage(table, { pk: eventsToTend, index: dueIndex, between, limit });
      return page.items.map((item) => schema.parse(fromItem(item)));
    },
    moveOn: async ({ eventId, mark }, next) => {
      const moved = `${mark}>`;
      const outcome = await commit(table, [
        {
          kind: 'update',
          key: aroundKey(eventId),
          update: next ? 'SET mark = :moved, dueSk = :next' : 'SET mark = :moved REMOVE duePk, dueSk',
          condition: 'mark = :mark',
          values: toItem({
            ':mark': mark,
            ':moved': moved.length > 60 ? moved.slice(-60) : moved,
            ...(next ? { ':next': `${next.toISOString()}#${eventId}` } : {}),
          }),
        },
      ]);
      return outcome.kind === 'committed';
    },
  };
}
