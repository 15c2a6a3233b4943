import { randomBytes } from 'node:crypto';
import type { Envelope } from '@convener/contracts';
import { reflectionMadeV1, reflectionModeratedV1, reflectionThemedV1, reflectionWithdrawnV1 } from '@convener/contracts/domain-events';
import { aggregatePut, commit, envelopesSchema, getItem, getItems, queryAll, type Table } from '@convener/dynamodb';
import { envelopeFor } from '@convener/events';
import { type ReflectionRow, rowOf } from '../domain/overview.ts';
import type { Announcement, Reflection } from '../domain/reflection.ts';
import type { Doing, Reflections } from '../use-cases/ports.ts';
import { eventPartition, places, reflectionKey, reflectionPrefix } from './keys.ts';
import { idPrefix } from './reflection-ids.ts';
import { readReflection, readRow, reflectionAttributes, rowAttributes, saidAttributes } from './reflection-item.ts';

/** Access patterns: see `service.ts`. */
export function reflectionStore(table: Table): Reflections {
  const inEvent = async (eventId: string, startingWith: string) => {
    const found: Reflection[] = [];
    for await (const item of queryAll(table, { pk: eventPartition(eventId), startingWith, only: saidAttributes }))
      found.push(readReflection(item).value);
    return found;
  };
  return {
    find: async (eventId, id) => {
      const item = await getItem(table, reflectionKey(eventId, id));
      return item && readReflection(item);
    },
    findMany: async (eventId, ids) => {
      const items = await getItems(
        table,
        [...new Set(ids)].map((id) => reflectionKey(eventId, id)),
      );
      const found = new Map(items.map(readReflection).map((loaded) => [loaded.value.id, loaded]));
      return ids.flatMap((id) => found.get(id) ?? []);
    },
    ofRoom: (eventId, roomId) => inEvent(eventId, `${reflectionPrefix}${idPrefix(roomId)}`),
    all: (eventId) => inEvent(eventId, reflectionPrefix),
    rows: async (eventId) => {
      const rows: ReflectionRow[] = [];
      const query = { pk: eventPartition(eventId), index: places, only: rowAttributes };
      for await (const item of queryAll(table, query)) {
        // An item from before the index told where it stands is read as a whole.
        const older = item.placed ? undefined : await getItem(table, reflectionKey(eventId, item.listingOrder?.S ?? ''));
        rows.push(older ? rowOf(readReflection(older).value) : readRow(item));
      }
      return rows;
    },
    add: async (reflection, doing) => {
      const outcome = await commit(table, [put({ reflection, version: 0, carried: [], announcements: [{ kind: 'made' }], doing })]);
      return outcome.kind === 'committed' ? 'added' : 'there-already';
    },
    save: async (loaded, reflection, announcements, doing) => {
      const { version } = loaded;
      const outcome = await commit(table, [
        put({ reflection, version, carried: envelopesSchema.parse(loaded.carried), announcements, doing }),
      ]);
      return { kind: outcome.kind === 'committed' ? 'saved' : 'changed-meanwhile' };
    },
  };
}

interface Put {
  readonly reflection: Reflection;
  /** That was loaded; 0 for a new one. */
  readonly version: number;
  readonly carried: readonly Envelope[];
  readonly announcements: readonly Announcement[];
  readonly doing: Doing;
}

function put({ reflection, version, carried, announcements, doing }: Put) {
  return aggregatePut({
    key: reflectionKey(reflection.eventId, reflection.id),
    expectedVersion: version,
    attributes: reflectionAttributes(reflection),
    carried,
    added: announcements.map((announcement) => envelope(reflection, announcement, version + 1, doing)),
    now: doing.now,
  });
}

/**
 * Ids and decisions alone: no domain event carries a word of what somebody said. Whoever handles an event logs its id with the time; so
 * that no log tells when somebody spoke, what attendees do goes out under an id that belongs to this one event and leads to no reflection.
 */
function envelope({ id, eventId }: Reflection, announcement: Announcement, version: number, { actor, at }: Doing): Envelope {
  const aggregateId = actor.kind === 'attendee' ? `said-${randomBytes(16).toString('base64url')}` : id;
  const change = { aggregateId, version, at, actor };
  const about = { reflectionId: id, eventId };
  switch (announcement.kind) {
    case 'made':
      return envelopeFor(reflectionMadeV1, { ...change, data: about });
    case 'withdrawn':
      return envelopeFor(reflectionWithdrawnV1, { ...change, data: about });
    case 'moderated':
      return envelopeFor(reflectionModeratedV1, { ...change, data: { ...about, decision: announcement.decision } });
    case 'themed':
      return envelopeFor(reflectionThemedV1, { ...change, data: { ...about, themeIds: [...announcement.themeIds] } });
  }
}
