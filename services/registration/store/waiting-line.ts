import { queryAll, queryPage, type Table } from '@convener/dynamodb';
import type { WaitingLine } from '../use-cases/ports.ts';
import { eventPartition, waitPrefix } from './keys.ts';

/** The line of an event, in the order of its keys. */
export function waitingLine(table: Table): WaitingLine {
  return {
    first: async (eventId, group) => {
      const line = { pk: eventPartition(eventId), startingWith: waitPrefix };
      if (group === undefined) return (await queryPage(table, { ...line, limit: 1 })).items[0]?.registrationId?.S;
      for await (const item of queryAll(table, line)) if (item.group?.S === group) return item.registrationId?.S;
      return undefined;
    },
    all: async (eventId) => {
      const waiters = [];
      for await (const item of queryAll(table, { pk: eventPartition(eventId), startingWith: waitPrefix })) {
        const { registrationId, sk, group } = item;
        if (registrationId?.S && sk?.S)
          waiters.push({ registrationId: registrationId.S, waitingKey: sk.S.slice(waitPrefix.length), group: group?.S });
      }
      return waiters;
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
