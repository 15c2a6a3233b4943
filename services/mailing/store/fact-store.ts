import { commit, fromItem, getItem, readModelPut, type Table } from '@convener/dynamodb';
import * as z from 'zod/mini';
import type { FactStore } from '../use-cases/ports.ts';
import { eventKey, reportKey } from './keys.ts';

const eventSchema = z.object({
  id: z.string(),
  slug: z.string(),
  title: z.string(),
  startsAt: z.string(),
  endsAt: z.string(),
  timeZone: z.string(),
  mode: z.enum(['online', 'in-person', 'hybrid']),
  place: z.string(),
  cancelled: z.boolean(),
});

const reportSchema = z.object({
  id: z.string(),
  eventId: z.string(),
  slug: z.string(),
  title: z.string(),
  edition: z.number(),
  publishedAt: z.string(),
});

/** Local read models of what events and reports published. */
export function factStore(table: Table): FactStore {
  return {
    event: async (id) => {
      const item = await getItem(table, eventKey(id));
      return item && eventSchema.parse(fromItem(item));
    },
    saveEvent: async (event, version) => {
      await commit(table, [readModelPut(eventKey(event.id), event, version)]);
    },
    report: async (eventId) => {
      const item = await getItem(table, reportKey(eventId));
      return item && reportSchema.parse(fromItem(item));
    },
    saveReport: async (report, version) => {
      await commit(table, [readModelPut(reportKey(report.eventId), report, version)]);
    },
  };
}
