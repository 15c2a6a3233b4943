import { commit, getItem, queryAll, type Table, type Write } from '@convener/dynamodb';
import type { Arrangement } from '../domain/arrangement.ts';
import type { Need } from '../domain/need.ts';
import type { NeedList, Needs, Person } from '../use-cases/ports.ts';
import { arrangementOf } from './arranging-items.ts';
import { arrangementKey, byPerson, eventPartition, factsKey, needKey, needPrefix, standingKey } from './keys.ts';
import { memoriesByPlace } from './memory-store.ts';
import { itemOf, needOf } from './need-item.ts';
import { takeBackStore } from './take-back-store.ts';
import { withdrawnNote } from './withdrawn.ts';

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
    ...takeBackStore(needs),
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
  const memories = memoriesByPlace(needs);
  const placesOf = async (registrationId: string) => {
    // An answer and what was arranged for it lie side by side.
    const eventIds = new Set<string>();
    for await (const item of queryAll(needs, { pk: registrationId, index: byPerson })) eventIds.add(item.eventId?.S ?? '');
    return [...eventIds];
  };
  return {
    answersOf: async (registrationId) => {
      const items = await Promise.all((await placesOf(registrationId)).map((eventId) => getItem(needs, needKey(eventId, registrationId))));
      return items.flatMap((item) => (item ? [needOf(item)] : []));
    },
    arrangementsOf: async (registrationId) => {
      const keys = (await placesOf(registrationId)).map((eventId) => arrangementKey(eventId, registrationId));
      const items = await Promise.all(keys.map((key) => getItem(needs, key)));
      return items.flatMap((item): Arrangement[] => (item ? [arrangementOf(item)] : []));
    },
    memoriesOf: (registrationId) => memories.ofPlace(registrationId),
    erase: async (registrationId) => {
      await memories.forgetOf(registrationId);
      for (const eventId of await placesOf(registrationId)) {
        const said = await getItem(needs, needKey(eventId, registrationId));
        await commit(needs, [
          { kind: 'delete', key: needKey(eventId, registrationId), ...(said ? { condition: 'attribute_exists(pk)' } : {}) },
          { kind: 'delete', key: arrangementKey(eventId, registrationId) },
          ...(said ? [withdrawnNote(eventId)] : []),
        ]);
      }
    },
  };
}
