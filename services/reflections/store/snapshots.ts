import { type Item, queryAll, type Table } from '@convener/dynamodb';
import type { Snapshots } from '../use-cases/ports.ts';
import { roomsOf } from './event-store.ts';
import { eventPartition, reflectionPrefix, themePrefix } from './keys.ts';
import { readReflection } from './reflection-item.ts';
import { shelfOf } from './theme-store.ts';

/** One consistent query over the whole partition of an event. */
export function snapshotsOf(table: Table): Snapshots {
  return {
    of: async (eventId) => {
      const items: Item[] = [];
      for await (const item of queryAll(table, { pk: eventPartition(eventId) })) items.push(item);
      const those = (prefix: string) => items.filter((item) => item.sk?.S?.startsWith(prefix));
      // Facts of the event and exports are no part of what was said.
      const counted = [...those(reflectionPrefix), ...those(themePrefix), ...those('ROOMS')];
      return {
        rooms: roomsOf(eventId, those('ROOMS')[0]).value,
        book: shelfOf(those(themePrefix)).book,
        reflections: those(reflectionPrefix).map((item) => readReflection(item).value),
        versions: counted.map((item) => `${item.sk?.S}:${item.version?.N}`),
      };
    },
  };
}
