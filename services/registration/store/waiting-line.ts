import { queryAll, queryPage, type Table } from '@convener/dynamodb';
import type { WaitingLine } from '../use-cases/ports.ts';
import { eventPartition, waitPrefix } from './keys.ts';

/** The line of an event, in the order of its keys. */
export function waitingLine(table: Table): WaitingLine {
  return {
    first: async (eventId) => {
      const page = await queryPage(table, { pk: eventPartition(eventId), startingWith: waitPrefix, limit: 1 });
      return page.items[0]?.registrationId?.S;
    },
    before: async (eventId, waitingKey) => {
      let count = 0;
      const own = `${waitPrefix}${waitingKey}`;
      for await (const item of queryAll(table, { pk: eventPartition(eventId), between: [waitPrefix, own] })) {
        if (item.sk?.S !== own) count += 1;
      }
      return count;
    },
  };
}
