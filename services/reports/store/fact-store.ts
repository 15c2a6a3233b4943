import { commit, queryAll, readModelPut, type Table } from '@convener/dynamodb';
import type { FactStore, ListedReport } from '../use-cases/ports.ts';
import { readListed } from './items.ts';
import { factsKey, listedPartition, themeKey } from './keys.ts';

/** What domain events tell: each item is newer than what was there, or not written. */
export function factStore(table: Table): FactStore {
  return {
    keepFacts: async (facts, version) => {
      await commit(table, [readModelPut(factsKey(facts.eventId), { facts }, version)]);
    },
    keepTheme: async (eventId, theme, version) => {
      await commit(table, [readModelPut(themeKey(eventId, theme.themeId), { theme }, version)]);
    },
    removeTheme: async (eventId, themeId, version) => {
      await commit(table, [readModelPut(themeKey(eventId, themeId), {}, version)]);
    },
    published: async () => {
      const found: ListedReport[] = [];
      for await (const item of queryAll(table, { pk: listedPartition })) found.push(readListed(item));
      return found.sort((a, b) => (a.startsAt === b.startsAt ? (a.slug < b.slug ? -1 : 1) : a.startsAt < b.startsAt ? 1 : -1));
    },
  };
}
