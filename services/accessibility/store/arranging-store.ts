import { commit, getItem, type Item, queryAll, type Table, type Write } from '@convener/dynamodb';
import type { EventOutline } from '../domain/event.ts';
import { arrangedGoneBy, goneBy } from '../domain/keeping.ts';
import type { Need } from '../domain/need.ts';
import type { Adjustments, Arrangements, Board, Boards, Sendings, Written } from '../use-cases/arranging-ports.ts';
import {
  adjustmentItem,
  adjustmentOf,
  arrangementItem,
  arrangementOf,
  briefingOf,
  briefOf,
  budgetItem,
  budgetOf,
} from './arranging-items.ts';
import {
  adjustmentKey,
  adjustmentPrefix,
  alertKey,
  alertPrefix,
  arrangementKey,
  arrangementPrefix,
  briefedKey,
  briefedPrefix,
  budgetKey,
  eventPartition,
  factsKey,
  needKey,
  needPrefix,
  withdrawnPrefix,
} from './keys.ts';
import { epochSeconds, needOf } from './need-item.ts';
import type { Tables } from './need-store.ts';

export function boardStore(needs: Table): Boards {
  return {
    ofEvent: async (eventId) => {
      const items: (readonly [string, Item])[] = [];
      for await (const item of queryAll(needs, { pk: eventPartition(eventId) })) items.push([item.sk?.S ?? '', item]);
      return boardOf(items);
    },
  };
}

function boardOf(items: readonly (readonly [string, Item])[]): Board {
  const under = (prefix: string) => items.filter(([sk]) => sk.startsWith(prefix)).map(([, item]) => item);
  const [brief] = items.filter(([sk]) => sk === 'BRIEF').map(([, item]) => item);
  return {
    needs: under(needPrefix).map(needOf),
    adjustments: under(adjustmentPrefix).map(adjustmentOf),
    arrangements: under(arrangementPrefix).map(arrangementOf),
    budget: budgetOf(items.find(([sk]) => sk === 'BUDGET')?.[1]),
    withdrawn: under(withdrawnPrefix).length,
    brief: brief && briefOf(brief),
    briefings: under(briefedPrefix).map(briefingOf),
    alerts: new Set(
      under(alertPrefix)
        .filter(({ takenBack }) => !takenBack)
        .map(({ sk }) => (sk?.S ?? '').slice(alertPrefix.length)),
    ),
  };
}

/** Only under the event's facts as they were read: what belongs to an event that has moved is decided anew. */
export function underFacts(main: Table, event: EventOutline): Write {
  return {
    table: main,
    kind: 'check',
    key: factsKey(event.eventId),
    condition: '#version = :version',
    names: { '#version': 'version' },
    values: { ':version': { N: String(event.version) } },
  };
}

export function afterVersion(version: number): Pick<Write, 'condition' | 'names' | 'values'> {
  if (version === 0) return { condition: 'attribute_not_exists(pk)' };
  return { condition: '#version = :before', names: { '#version': 'version' }, values: { ':before': { N: String(version) } } };
}

/** The first version may be one of before versions were kept. */
export function asItWasKept(version: number): ReturnType<typeof afterVersion> {
  if (version !== 1) return afterVersion(version);
  return { ...afterVersion(1), condition: 'attribute_exists(pk) AND (attribute_not_exists(#version) OR #version = :before)' };
}

export async function written(needs: Table, writes: readonly Write[]): Promise<Written> {
  return (await commit(needs, writes)).kind === 'committed' ? 'saved' : 'moved';
}

export function adjustmentStore({ main, needs }: Tables): Adjustments {
  return {
    load: async (eventId, adjustmentId) => {
      const item = await getItem(needs, adjustmentKey(eventId, adjustmentId));
      return item && adjustmentOf(item);
    },
    save: (adjustment, event) =>
      written(needs, [
        { kind: 'put', item: adjustmentItem(adjustment, arrangedGoneBy(event)), ...afterVersion(adjustment.version - 1) },
        underFacts(main, event),
      ]),
    loadBudget: async (eventId) => budgetOf(await getItem(needs, budgetKey(eventId))),
    saveBudget: (event, budget) =>
      written(needs, [
        { kind: 'put', item: budgetItem(budget, event.eventId, arrangedGoneBy(event)), ...asItWasKept(budget.version - 1) },
        underFacts(main, event),
      ]),
  };
}

export function arrangementStore({ main, needs }: Tables): Arrangements {
  return {
    load: async (eventId, registrationId) => {
      const item = await getItem(needs, arrangementKey(eventId, registrationId));
      return item && arrangementOf(item);
    },
    save: (arrangement, need, event) =>
      written(needs, [
        { kind: 'put', item: arrangementItem(arrangement, goneBy(event)), ...afterVersion(arrangement.version - 1) },
        asItWasRead(need),
        underFacts(main, event),
      ]),
  };
}

/** Taken back in between, or changed: then nothing is written about it. */
function asItWasRead({ eventId, registrationId, version }: Need): Write {
  return {
    kind: 'check',
    key: needKey(eventId, registrationId),
    condition: '#version = :read',
    names: { '#version': 'version' },
    values: { ':read': { N: String(version) } },
  };
}

export function sendingStore(needs: Table): Sendings {
  return {
    beginAlert: async (event, alertId, now) => {
      const key = alertKey(event.eventId, alertId);
      const item = { pk: { S: key.pk }, sk: { S: key.sk }, at: { S: now.toISOString() } };
      const expiresAt = { N: String(epochSeconds(arrangedGoneBy(event))) };
      const outcome = await commit(needs, [
        {
          kind: 'put',
          item: { ...item, expiresAt },
          condition: 'attribute_not_exists(pk) OR takenBack = :yes',
          values: { ':yes': { BOOL: true } },
        },
      ]);
      return outcome.kind === 'committed';
    },
    takeBackAlert: async (eventId, alertId) => {
      await commit(needs, [
        {
          kind: 'update',
          key: alertKey(eventId, alertId),
          update: 'SET takenBack = :yes',
          condition: 'attribute_exists(pk)',
          values: { ':yes': { BOOL: true } },
        },
      ]);
    },
    moveBriefing: async ({ eventId, supplierId, briefVersion }, from, to) => {
      const outcome = await commit(needs, [
        {
          kind: 'update',
          key: briefedKey(eventId, supplierId, briefVersion),
          update: 'SET delivered = :to',
          condition: 'delivered = :from',
          values: { ':to': { S: to }, ':from': { S: from } },
        },
      ]);
      return outcome.kind === 'committed';
    },
  };
}
