import { registrationPlacesChangedV1 } from '@convener/contracts/domain-events';
import { commit, type Table, toItem, type Write } from '@convener/dynamodb';
import type { OfferSetting } from '../domain/offers.ts';
import type { ReservedGroup } from '../domain/places.ts';
import type { ReservedPlaces } from '../use-cases/ports.ts';
import { placesKey } from './keys.ts';
import { announce } from './notices.ts';

const stillApart = 'attribute_not_exists(groups.#group.releasedAt)';

/** Each write holds only where the counters are as they were read: people take places all the while. */
export function reservedPlaces(table: Table): ReservedPlaces {
  const announced = (eventId: string, write: Write, by: { readonly organiserId: string; readonly now: Date }) =>
    announce(table, eventId, by.now, { kind: 'organiser', id: by.organiserId }, (attributes) => ({
      attributes,
      announces: { contract: registrationPlacesChangedV1, data: { eventId } },
      beside: [write],
    }));
  return {
    addGroup: async (eventId, group, places, by) => {
      await commit(table, [
        {
          kind: 'update',
          key: placesKey(eventId),
          // Events from before there were groups have no room for them yet.
          update: 'SET groups = if_not_exists(groups, :none)',
          values: toItem({ ':none': {} }),
        },
      ]);
      return announced(eventId, addition(eventId, group, places), by);
    },
    changeGroup: (eventId, { before, after }, places, by) => announced(eventId, alteration(eventId, before, after, places.capacity), by),
    saveOffers: (eventId, setting, by) =>
      announced(
        eventId,
        {
          kind: 'update',
          key: placesKey(eventId),
          update: 'SET offers = :setting',
          condition: 'attribute_exists(pk)',
          values: toItem({ ':setting': setting }),
        },
        by,
      ),
    setFirst: (eventId, groups, offers, by) => announced(eventId, firstOnes(eventId, groups, offers), by),
    release: async (eventId, group, now) => {
      const outcome = await commit(table, [
        {
          kind: 'update',
          key: placesKey(eventId),
          update: 'SET groups.#group.releasedAt = :at, taken = taken - :unsold',
          condition: `groups.#group.taken = :taken AND groups.#group.places = :places AND ${stillApart}`,
          names: { '#group': group.id },
          values: toItem({
            ':at': now.toISOString(),
            ':unsold': group.places - group.taken,
            ':taken': group.taken,
            ':places': group.places,
          }),
        },
      ]);
      return outcome.kind === 'committed';
    },
    giveUp: async (eventId, group, by) => {
      const outcome = await commit(table, [
        {
          kind: 'update',
          key: placesKey(eventId),
          update: 'SET groups.#group.places = :places, taken = taken - :by',
          condition: `groups.#group.taken = :taken AND groups.#group.places = :was AND ${stillApart}`,
          names: { '#group': group.id },
          values: toItem({ ':places': group.places - by, ':by': by, ':taken': group.taken, ':was': group.places }),
        },
      ]);
      return outcome.kind === 'committed';
    },
  };
}

/** All that is set aside counts as taken at once, whether it fits or not: what does not is given up as when a capacity falls. */
function firstOnes(eventId: string, groups: readonly ReservedGroup[], offers: OfferSetting | undefined): Write {
  const stored = groups.map(({ id, name, places, releaseAt }, order) => [id, { name, places, releaseAt, order, taken: 0, waiting: 0 }]);
  const places = groups.reduce((sum, group) => sum + group.places, 0);
  return {
    kind: 'update',
    key: placesKey(eventId),
    update: `SET groups = :groups, taken = taken + :places${offers ? ', offers = if_not_exists(offers, :offers)' : ''}`,
    condition: 'attribute_exists(pk) AND (attribute_not_exists(groups) OR groups = :none)',
    values: toItem({ ':groups': Object.fromEntries(stored), ':places': places, ':none': {}, ...(offers ? { ':offers': offers } : {}) }),
  };
}

function addition(
  eventId: string,
  group: ReservedGroup,
  { capacity, groups }: { readonly capacity: number; readonly groups: readonly object[] },
): Write {
  const { name, places, releaseAt } = group;
  return {
    kind: 'update',
    key: placesKey(eventId),
    update: 'SET groups.#group = :group, taken = taken + :places',
    condition: 'attribute_not_exists(groups.#group) AND taken <= :most AND #capacity = :capacity',
    names: { '#group': group.id, '#capacity': 'capacity' },
    values: toItem({
      ':group': { name, places, releaseAt, order: groups.length, taken: 0, waiting: 0 },
      ':places': places,
      ':most': capacity - places,
      ':capacity': capacity,
    }),
  };
}

function alteration(eventId: string, before: ReservedGroup, after: ReservedGroup, capacity: number): Write {
  const more = after.places - before.places;
  const room = more > 0 ? ' AND taken <= :most AND #capacity = :capacity' : '';
  return {
    kind: 'update',
    key: placesKey(eventId),
    update:
      'SET groups.#group.#name = :name, groups.#group.places = :places, taken = taken + :more' +
      (after.releaseAt ? ', groups.#group.releaseAt = :releaseAt' : ' REMOVE groups.#group.releaseAt'),
    condition: `groups.#group.places = :was AND groups.#group.taken <= :places AND ${stillApart}${room}`,
    names: { '#group': before.id, '#name': 'name', ...(more > 0 ? { '#capacity': 'capacity' } : {}) },
    values: toItem({
      ':name': after.name,
      ':places': after.places,
      ':more': more,
      ':was': before.places,
      ...(after.releaseAt ? { ':releaseAt': after.releaseAt } : {}),
      ...(more > 0 ? { ':most': capacity - more, ':capacity': capacity } : {}),
    }),
  };
}
