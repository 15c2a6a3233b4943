import { randomBytes } from 'node:crypto';
import { commit, fromItem, getItem, type Item, type QueryPage, queryPage, type Table, toItem } from '@convener/dynamodb';
import * as z from 'zod/mini';
import { type NamedRead, type Read, readKinds } from '../domain/access-list.ts';
import type { AllReads, ReaderNames } from '../use-cases/oversight-ports.ts';
import type { Reads } from '../use-cases/ports.ts';
import { byReading, readerKey } from './asking-keys.ts';
import { eventPartition, readKey, readPrefix } from './keys.ts';
import { epochSeconds } from './need-item.ts';

const schema = z.object({
  eventId: z.string(),
  organiserId: z.string(),
  at: z.string(),
  // Looks of before lack these.
  what: z.optional(z.enum(readKinds)),
  reason: z.optional(z.string()),
});
const keptMs = 2 * 365 * 24 * 60 * 60 * 1000;
const readings = 'READS';

/** Who looked at which event, how and when: not whose answer, not how many, not whether there was any. */
export function readStore(main: Table): Reads & AllReads {
  return {
    record: async ({ name, ...read }) => {
      const key = readKey(read.eventId, read.at, randomBytes(6).toString('base64url'));
      const expiresAt = epochSeconds(new Date(Date.parse(read.at) + keptMs));
      await commit(main, [
        { kind: 'put', item: toItem({ ...key, ...read, readings, expiresAt }) },
        ...(name ? [{ kind: 'put', item: toItem({ ...readerKey(read.organiserId), name, expiresAt }) } as const] : []),
      ]);
    },
    latest: async (eventId, limit) => {
      const page = await queryPage(main, { pk: eventPartition(eventId), startingWith: readPrefix, newestFirst: true, limit });
      return named(main, page.items.map(readOf));
    },
    page: async ({ eventId, limit, cursor }) => {
      const where = eventId ? { pk: eventPartition(eventId), startingWith: readPrefix } : { pk: readings, index: byReading };
      const page: QueryPage = await queryPage(main, { ...where, newestFirst: true, limit, cursor });
      return { reads: await named(main, page.items.map(readOf)), cursor: page.cursor };
    },
  };
}

function readOf(item: Item): Read {
  const { what = 'list', reason, ...read } = schema.parse(fromItem(item));
  return { ...read, what, ...(reason ? { reason } : {}) };
}

async function named(main: Table, reads: readonly Read[]): Promise<readonly NamedRead[]> {
  const ids = [...new Set(reads.map(({ organiserId }) => organiserId))];
  const names = new Map(await Promise.all(ids.map(async (id) => [id, (await getItem(main, readerKey(id)))?.name?.S] as const)));
  return reads.map((read) => {
    const name = names.get(read.organiserId);
    return name ? { ...read, name } : read;
  });
}

export function readerNames(main: Table): ReaderNames {
  return {
    forget: async (organiserId) => {
      await commit(main, [{ kind: 'delete', key: readerKey(organiserId) }]);
    },
  };
}
