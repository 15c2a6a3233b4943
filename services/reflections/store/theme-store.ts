import { themeRemovedV1, themeWrittenV1 } from '@convener/contracts/domain-events';
import {
  aggregatePut,
  commit,
  envelopesSchema,
  frameSchema,
  fromItem,
  type Item,
  isTombstone,
  queryAll,
  type Table,
  type Write,
} from '@convener/dynamodb';
import { envelopeFor } from '@convener/events';
import * as z from 'zod/mini';
import { bookOf, type GoneTheme, type Theme } from '../domain/theme.ts';
import type { Doing, Loaded, Shelf, Themes, ThemeWrite } from '../use-cases/ports.ts';
import { eventPartition, themeKey, themePrefix } from './keys.ts';

const themeSchema = z.object({
  id: z.string(),
  eventId: z.string(),
  label: z.string(),
  prose: z.string(),
  position: z.number(),
  edition: z.number(),
});

const goneSchema = z.object({ id: z.string(), mergedInto: z.optional(z.string()) });

export function themeStore(table: Table): Themes {
  return {
    of: async (eventId) => {
      const items: Item[] = [];
      for await (const item of queryAll(table, { pk: eventPartition(eventId), startingWith: themePrefix })) items.push(item);
      return shelfOf(items);
    },
    save: async (writes, doing) => {
      const outcome = await commit(
        table,
        writes.map((write) => put(write, doing)),
      );
      return { kind: outcome.kind === 'committed' ? 'saved' : 'changed-meanwhile' };
    },
  };
}

export function shelfOf(items: readonly Item[]): Shelf {
  const live: Loaded<Theme>[] = [];
  const gone: GoneTheme[] = [];
  for (const item of items) {
    const plain = fromItem(item);
    if (isTombstone(item)) {
      const { id, mergedInto } = goneSchema.parse(plain);
      gone.push({ id, mergedInto });
    } else {
      const { version, envelopes } = frameSchema.parse(plain);
      live.push({ value: themeSchema.parse(plain), version, carried: envelopes });
    }
  }
  return {
    book: bookOf(
      live.map((loaded) => loaded.value),
      gone,
    ),
    loaded: new Map(live.map((loaded) => [loaded.value.id, loaded])),
  };
}

function put(write: ThemeWrite, { actor, at, now }: Doing): Write {
  const expectedVersion = write.loaded?.version ?? 0;
  const carried = envelopesSchema.parse(write.loaded?.carried ?? []);
  const version = expectedVersion + 1;
  if (write.kind === 'remove') {
    const { id, eventId } = write.loaded.value;
    // A tombstone that says where its reflections went.
    return aggregatePut({
      key: themeKey(eventId, id),
      expectedVersion,
      attributes: { id, eventId, tombstone: true, mergedInto: write.mergedInto },
      carried,
      added: [envelopeFor(themeRemovedV1, { aggregateId: id, version, at, actor, data: { themeId: id, eventId } })],
      now,
    });
  }
  const { theme, spread } = write;
  const { id, eventId, label, prose, position } = theme;
  const data = { themeId: id, eventId, label, prose, position, spread };
  return aggregatePut({
    key: themeKey(eventId, id),
    expectedVersion,
    attributes: theme,
    carried,
    added: [envelopeFor(themeWrittenV1, { aggregateId: id, version, at, actor, data })],
    now,
  });
}
