import { reflectionsExportedV1, roomsOpenedV1 } from '@convener/contracts/domain-events';
import {
  aggregatePut,
  commit,
  envelopesSchema,
  frameSchema,
  fromItem,
  getItem,
  getItems,
  type Item,
  readModelPut,
  type Table,
} from '@convener/dynamodb';
import { envelopeFor } from '@convener/events';
import * as z from 'zod/mini';
import type { KeptEvent } from '../domain/event.ts';
import { noRooms, type Rooms } from '../domain/rooms.ts';
import { untilSettled } from '../use-cases/again.ts';
import type { Events, Loaded } from '../use-cases/ports.ts';
import { exportsKey, factsKey, roomsKey } from './keys.ts';

const factsSchema = z.object({
  eventId: z.string(),
  slug: z.string(),
  title: z.string(),
  question: z.string(),
  startsAt: z.string(),
  endsAt: z.string(),
  timeZone: z.string(),
  cancelled: z.boolean(),
});

const roomsSchema = z.object({
  eventId: z.string(),
  rooms: z.array(z.object({ id: z.string(), label: z.string(), linkVersion: z.number() })),
  nextNumber: z.number(),
  eventLinkVersion: z.number(),
});

/** The facts are a read model; the rooms are an aggregate of their own beside them. */
export function eventStore(table: Table): Events {
  return {
    ground: async (eventId) => {
      const items = await getItems(table, [factsKey(eventId), roomsKey(eventId)]);
      const event = factsOf(items.find((item) => item.sk?.S === 'EVENT'));
      return (
        event && {
          event,
          rooms: roomsOf(
            eventId,
            items.find((item) => item.sk?.S === 'ROOMS'),
          ),
        }
      );
    },
    keep: async (event, version) => {
      await commit(table, [readModelPut(factsKey(event.eventId), event, version)]);
    },
    saveRooms: async (loaded, rooms, opened, { actor, at, now }) => {
      const version = loaded.version + 1;
      const data = { eventId: rooms.eventId, rooms: rooms.rooms.length };
      const outcome = await commit(table, [
        aggregatePut({
          key: roomsKey(rooms.eventId),
          expectedVersion: loaded.version,
          attributes: rooms,
          carried: envelopesSchema.parse(loaded.carried),
          added: opened ? [envelopeFor(roomsOpenedV1, { aggregateId: `rooms-${rooms.eventId}`, version, at, actor, data })] : [],
          now,
        }),
      ]);
      return { kind: outcome.kind === 'committed' ? 'saved' : 'changed-meanwhile' };
    },
    noteExport: (eventId, rows, { actor, at, now }) =>
      untilSettled(async () => {
        const item = await getItem(table, exportsKey(eventId));
        const frame = item ? frameSchema.parse(fromItem(item)) : { version: 0, envelopes: [] };
        const change = { aggregateId: `exports-${eventId}`, version: frame.version + 1, at, actor, data: { eventId, rows } };
        const outcome = await commit(table, [
          aggregatePut({
            key: exportsKey(eventId),
            expectedVersion: frame.version,
            attributes: {},
            carried: frame.envelopes,
            added: [envelopeFor(reflectionsExportedV1, change)],
            now,
          }),
        ]);
        return outcome.kind === 'committed' ? true : undefined;
      }).then(() => undefined),
  };
}

function factsOf(item: Item | undefined): KeptEvent | undefined {
  return item && factsSchema.parse(fromItem(item));
}

/** An event without an item has no rooms yet. */
export function roomsOf(eventId: string, item: Item | undefined): Loaded<Rooms> {
  if (!item) return { value: noRooms(eventId), version: 0, carried: [] };
  const plain = fromItem(item);
  const { version, envelopes } = frameSchema.parse(plain);
  return { value: roomsSchema.parse(plain), version, carried: envelopes };
}
