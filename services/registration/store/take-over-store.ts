import type { Actor } from '@convener/contracts';
import { commit, fromItem, getItem, type Table, toItem } from '@convener/dynamodb';
import * as z from 'zod/mini';
import type { TakenOver } from '../domain/taken-over.ts';
import type { TakeOvers } from '../use-cases/take-over.ts';
import { takenOverKey } from './keys.ts';

const takenSchema = z.object({
  groups: z.array(z.object({ id: z.string(), name: z.string(), places: z.number(), release: z.optional(z.number()) })),
  offers: z.optional(z.object({ quietFrom: z.string(), quietUntil: z.string(), longestHours: z.number() })),
  participantList: z.optional(z.object({ from: z.number(), until: z.number() })),
  by: z.string(),
});

/** What a new event takes over stays on an item of its own, also once that is done: so it is done once, however often it is told. */
export function takeOverStore(table: Table): TakeOvers {
  return {
    keep: async (eventId, taken, by) => {
      const item = toItem({ ...takenOverKey(eventId), ...taken, by: by.kind === 'organiser' ? by.id : '' });
      await commit(table, [{ kind: 'put', item, condition: 'attribute_not_exists(pk)' }]);
    },
    load: async (eventId) => {
      const item = await getItem(table, takenOverKey(eventId));
      if (!item || item.doneAt) return undefined;
      const { by, ...read } = takenSchema.parse(fromItem(item));
      const groups = read.groups.map(({ release, ...group }) => ({ ...group, release }));
      const taken: TakenOver = { groups, offers: read.offers, participantList: read.participantList };
      const actor: Actor = { kind: 'organiser', id: by };
      return { taken, by: actor };
    },
    done: async (eventId, now) => {
      const values = toItem({ ':at': now.toISOString() });
      await commit(table, [
        { kind: 'update', key: takenOverKey(eventId), update: 'SET doneAt = :at', condition: 'attribute_not_exists(doneAt)', values },
      ]);
    },
  };
}
