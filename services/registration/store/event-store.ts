import type { EventFacts } from '@convener/contracts';
import { registrationExportedV1, registrationJoiningOpenedV1 } from '@convener/contracts/domain-events';
import { commit, getItem, queryAll, queryPage, readModelPut, type Table, toItem } from '@convener/dynamodb';
import type { Events } from '../use-cases/ports.ts';
import { eventOf, factsAttributes, instant } from './event-item.ts';
import { byDue, eventPartition, factsKey, joiningKey, placesKey, slugKey } from './keys.ts';
import { announce } from './notices.ts';

export function eventStore(table: Table): Events {
  // An address that was published belongs to its event for good, so that it is looked up once in the life of a function.
  const known = new Map<string, string>();
  const read = async (eventId: string, consistent: boolean) => {
    const page = await queryPage(table, { pk: eventPartition(eventId), between: ['EVENT', 'QUESTIONS'], consistent });
    return eventOf(page.items);
  };
  return {
    // A moment old is good enough for a page; what it leads to is decided by conditions.
    bySlug: async (slug) => {
      const eventId = known.get(slug) ?? (await getItem(table, slugKey(slug), { consistent: false }))?.eventId?.S;
      if (!eventId) return undefined;
      known.set(slug, eventId);
      return read(eventId, false);
    },
    byId: (eventId) => read(eventId, true),
    notOver: async (now) => {
      const ids: string[] = [];
      for await (const item of queryAll(table, { pk: 'LIVE', index: byDue, between: [now.toISOString(), '~'] })) {
        ids.push(...(item.pk?.S ? [item.pk.S.slice('EVENT#'.length)] : []));
      }
      return ids;
    },
    keepFacts: (facts, version, at) => keepFacts(table, facts, version, at),
    keepJoining: async (eventId, joining, version) => {
      await commit(table, [readModelPut(joiningKey(eventId), joining, version)]);
    },
    callOff: async (eventId, at) => {
      await commit(table, [
        {
          kind: 'update',
          key: placesKey(eventId),
          update: 'SET calledOffAt = :at',
          condition: 'attribute_not_exists(calledOffAt)',
          values: { ':at': { S: instant(at) } },
        },
      ]);
    },
    settle: async (eventId, now) => {
      await commit(table, [
        {
          kind: 'update',
          key: placesKey(eventId),
          update: 'SET settledAt = :at',
          condition: 'attribute_exists(calledOffAt)',
          values: { ':at': { S: now.toISOString() } },
        },
      ]);
    },
    openJoining: (eventId, { now, from }) =>
      announce(table, eventId, now, { kind: 'system' }, ({ joiningOpenedAt = '' }) =>
        joiningOpenedAt >= from
          ? undefined
          : {
              attributes: { joiningOpenedAt: now.toISOString() },
              announces: { contract: registrationJoiningOpenedV1, data: { eventId } },
            },
      ),
    noteExport: async (eventId, rows, organiserId, now) => {
      await announce(table, eventId, now, { kind: 'organiser', id: organiserId }, (notices) => ({
        attributes: notices,
        announces: { contract: registrationExportedV1, data: { eventId, rows } },
      }));
    },
  };
}

/**
 * Facts, counters and slug are three items, each kept by its own condition: told twice, late or half, they come out the same. The
 * counters keep the version of the facts beside them and have none of their own.
 */
async function keepFacts(table: Table, facts: EventFacts, version: number, at: string): Promise<void> {
  await commit(table, [
    {
      kind: 'update',
      key: placesKey(facts.eventId),
      update:
        'SET #capacity = :capacity, opensAt = :opensAt, closesAt = :closesAt, factsVersion = :version, ' +
        'taken = if_not_exists(taken, :none), waiting = if_not_exists(waiting, :none), groups = if_not_exists(groups, :noGroups)',
      condition: 'attribute_not_exists(factsVersion) OR factsVersion < :version',
      names: { '#capacity': 'capacity' },
      values: toItem({
        ':capacity': facts.capacity,
        ':opensAt': instant(facts.registrationOpensAt),
        ':closesAt': instant(facts.registrationClosesAt),
        ':version': version,
        ':none': 0,
        ':noGroups': {},
      }),
    },
  ]);
  await commit(table, [readModelPut(factsKey(facts.eventId), factsAttributes(facts), version)]);
  const { pk, sk } = slugKey(facts.slug);
  await commit(table, [
    {
      kind: 'put',
      item: toItem({ pk, sk, eventId: facts.eventId, claimedAt: instant(at) }),
      // A slug can pass from one event to another; versions of two events do not compare, instants do.
      condition: 'attribute_not_exists(pk) OR claimedAt < :at',
      values: { ':at': { S: instant(at) } },
    },
  ]);
}
