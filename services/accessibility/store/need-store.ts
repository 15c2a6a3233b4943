import { commit, getItem, queryAll, type Table, type Write } from '@convener/dynamodb';
import type { Need } from '../domain/need.ts';
import type { NeedList, Needs, Person } from '../use-cases/ports.ts';
import { byPerson, eventPartition, factsKey, needKey, needPrefix, standingKey } from './keys.ts';
import { itemOf, needOf } from './need-item.ts';

export interface Tables {
  readonly main: Table;
  readonly needs: Table;
}

export function needStore({ main, needs }: Tables): Needs {
  return {
    load: async (eventId, registrationId) => {
      const item = await getItem(needs, needKey(eventId, registrationId));
      return item && needOf(item);
    },
    save: async (need, { event, goneBy }) => {
      const outcome = await commit(needs, [
        { kind: 'put', item: itemOf(need, goneBy), ...onlyAfter(need.version - 1) },
        // Facts as they were read, so that no answer is kept by a date that has moved or for an event that was called off.
        {
          table: main,
          kind: 'check',
          key: factsKey(need.eventId),
          condition: '#version = :version',
          names: { '#version': 'version' },
          values: { ':version': { N: String(event.version) } },
        },
        {
          table: main,
          kind: 'check',
          key: standingKey(need.registrationId),
          condition: 'attribute_not_exists(pk) OR standing = :here',
          values: { ':here': { S: 'here' } },
        },
      ]);
      return outcome.kind === 'committed' ? 'saved' : 'moved';
    },
    remove: async (eventId, registrationId) => {
      await commit(needs, [{ kind: 'delete', key: needKey(eventId, registrationId) }]);
    },
  };
}

function onlyAfter(version: number): Pick<Write, 'condition' | 'names' | 'values'> {
  if (version === 0) return { condition: 'attribute_not_exists(pk)' };
  return { condition: '#version = :before', names: { '#version': 'version' }, values: { ':before': { N: String(version) } } };
}

export function needList(needs: Table): NeedList {
  return {
    ofEvent: async (eventId) => {
      const found: Need[] = [];
      for await (const item of queryAll(needs, { pk: eventPartition(eventId), startingWith: needPrefix })) found.push(needOf(item));
      return found;
    },
  };
}

/** One person's answers, wherever they lie. */
export function personStore(needs: Table): Person {
  const placesOf = async (registrationId: string) => {
    const eventIds: string[] = [];
    for await (const item of queryAll(needs, { pk: registrationId, index: byPerson })) eventIds.push(item.eventId?.S ?? '');
    return eventIds;
  };
  return {
    answersOf: async (registrationId) => {
      const items = await Promise.all((await placesOf(registrationId)).map((eventId) => getItem(needs, needKey(eventId, registrationId))));
      return items.flatMap((item) => (item ? [needOf(item)] : []));
    },
    erase: async (registrationId) => {
      for (const eventId of await placesOf(registrationId)) {
        await commit(needs, [{ kind: 'delete', key: needKey(eventId, registrationId) }]);
      }
    },
  };
}
