import { commit, fromItem, queryPage, type Table, toItem } from '@convener/dynamodb';
import * as z from 'zod/mini';
import type { AuditStore } from '../use-cases/ports.ts';

const entrySchema = z.object({ at: z.string(), type: z.string(), subjectId: z.string(), organiserId: z.string() });
const twoYears = 2 * 365 * 24 * 60 * 60;

/** One item an action, in the month of the action; the same domain event is the same item, however often it arrives. */
export function auditStore(table: Table): AuditStore {
  return {
    record: async (event) => {
      const organiserId = event.actor.kind === 'organiser' ? event.actor.id : '';
      const item = toItem({
        pk: `AUDIT#${event.at.slice(0, 7)}`,
        sk: `${event.at}#${event.id}`,
        at: event.at,
        type: event.type,
        subjectId: event.aggregate.id,
        organiserId,
        expiresAt: Math.floor(Date.parse(event.at) / 1000) + twoYears,
      });
      await commit(table, [{ kind: 'put', item }]);
    },
    page: async (month, cursor) => {
      const page = await queryPage(table, { pk: `AUDIT#${month}`, newestFirst: true, limit: 100, cursor });
      return { entries: page.items.map((item) => entrySchema.parse(fromItem(item))), cursor: page.cursor };
    },
  };
}
