import { commit, fromItem, getItem, readModelPut, type Table, toItem } from '@convener/dynamodb';
import * as z from 'zod/mini';
import type { FactStore } from '../use-cases/ports.ts';
import { eventKey, joiningKey, reportKey, toldKey } from './keys.ts';

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
  version: z.number(),
  /** Facts kept before this was kept are as old as can be. */
  changedAt: z._default(z.string(), '1970-01-01T00:00:00.000Z'),
});

const toldSchema = z.object({
  startsAt: z.string(),
  endsAt: z.string(),
  timeZone: z.string(),
  mode: z.enum(['online', 'in-person', 'hybrid']),
  place: z.string(),
  version: z.number(),
});

const joiningSchema = z.object({
  openedAt: z.optional(z.string()),
  changedVersion: z.optional(z.number()),
  changedAt: z.optional(z.string()),
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
    told: async (eventId) => {
      const item = await getItem(table, toldKey(eventId));
      return item && toldSchema.parse(fromItem(item));
    },
    noteTold: async (eventId, facts, version) => {
      await commit(table, [readModelPut(toldKey(eventId), facts, version)]);
    },
    joining: async (eventId) => {
      const item = await getItem(table, joiningKey(eventId));
      const { openedAt, changedVersion, changedAt } = item ? joiningSchema.parse(fromItem(item)) : {};
      const changed = changedVersion === undefined || changedAt === undefined ? undefined : { version: changedVersion, at: changedAt };
      return { openedAt, changed };
    },
    // The first opening counts: joining opens again where the event is put off, and whoever had the letter then does not get another.
    noteJoiningOpened: async (eventId, at) => {
      const condition = 'attribute_not_exists(openedAt) OR openedAt > :at';
      await commit(table, [
        { kind: 'update', key: joiningKey(eventId), update: 'SET openedAt = :at', condition, values: toItem({ ':at': at }) },
      ]);
    },
    noteJoiningChanged: async (eventId, { version, at }) => {
      await commit(table, [
        {
          kind: 'update',
          key: joiningKey(eventId),
          update: 'SET changedVersion = :version, changedAt = :at',
          condition: 'attribute_not_exists(changedVersion) OR changedVersion < :version',
          values: toItem({ ':version': version, ':at': at }),
        },
      ]);
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
