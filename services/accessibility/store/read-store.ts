import { randomBytes } from 'node:crypto';
import { commit, fromItem, queryPage, type Table, toItem } from '@convener/dynamodb';
import * as z from 'zod/mini';
import type { Reads } from '../use-cases/ports.ts';
import { eventPartition, readKey, readPrefix } from './keys.ts';
import { epochSeconds } from './need-item.ts';

const schema = z.object({ eventId: z.string(), organiserId: z.string(), at: z.string() });
const keptMs = 2 * 365 * 24 * 60 * 60 * 1000;

/** Who opened which event's list, and when: not whose answer, not how many, not whether there was any. */
export function readStore(main: Table): Reads {
  return {
    record: async (read) => {
      const key = readKey(read.eventId, read.at, randomBytes(6).toString('base64url'));
      const expiresAt = epochSeconds(new Date(Date.parse(read.at) + keptMs));
      await commit(main, [{ kind: 'put', item: toItem({ ...key, ...read, expiresAt }) }]);
    },
    latest: async (eventId, limit) => {
      const page = await queryPage(main, { pk: eventPartition(eventId), startingWith: readPrefix, newestFirst: true, limit });
      return page.items.map((item) => schema.parse(fromItem(item)));
    },
  };
}
