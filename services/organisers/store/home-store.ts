import { type EventNews, eventNews } from '@convener/contracts/domain-events';
import { commit, fromItem, getItem, queryAll, type Table, toItem } from '@convener/dynamodb';
import * as z from 'zod/mini';
import { organisers } from '../service.ts';
import type { Counted, HomeEvent, HomeStore } from '../use-cases/ports.ts';

const itemSchema = z.object({
  eventId: z.string(),
  title: z.string(),
  slug: z.string(),
  startsAt: z.string(),
  endsAt: z.string(),
  timeZone: z.string(),
  capacity: z.number(),
  cancelled: z.boolean(),
  confirmed: z._default(z.number(), 0),
  given: z._default(z.number(), 0),
  waiting: z._default(z.number(), 0),
  offered: z._default(z.number(), 0),
  unthemed: z._default(z.number(), 0),
  report: z._default(z.enum(['none', 'draft', 'published']), 'none'),
  reportSent: z._default(z.boolean(), false),
});
const untoldSchema = z.partialRecord(z.enum(eventNews), z.number());
/** Told in any order, each kind of news has a version of its own. */
const untoldName = (news: EventNews) => `untold-${news}`;

const key = (eventId: string) => ({ pk: `HOME#${eventId}`, sk: 'EVENT' });
const byKind = { name: 'by-kind', ...organisers.tables.main.indexes['by-kind'] };
const counters = ['confirmed', 'given', 'waiting', 'offered', 'unthemed'] as const;

/**
 * The console's home: facts and counters on one item an event. Each counts only with the version that it has seen (`factsVersion`,
 * `reportVersion`, an item for each thing counted), so that domain events seen twice or out of order change nothing.
 */
export function homeStore(table: Table): HomeStore {
  return {
    keepEvent: async (facts, cancelled, version) => {
      const { eventId, title, slug, startsAt, endsAt, timeZone, capacity } = facts;
      const kept = {
        eventId,
        title,
        slug,
        startsAt,
        endsAt,
        timeZone,
        capacity,
        cancelled,
        kindKey: 'KIND#event',
        kindOrder: `${startsAt}#${eventId}`,
      };
      await setWhereNewer(table, eventId, kept, 'factsVersion', version);
    },
    keepReport: async ({ eventId, reportId, report }, version) => {
      await setWhereNewer(table, eventId, { report }, 'reportVersion', version);
      await rememberReport(table, reportId, 'eventId', eventId);
    },
    keepUntold: ({ eventId, news, people }, at) =>
      setWhereNewer(table, eventId, { [untoldName(news)]: people }, `${untoldName(news)}-at`, at.getTime()),
    reportSent: (reportId) => rememberReport(table, reportId, 'sent', 'yes'),
    count: (eventId, subjectId, as, version) => count(table, eventId, subjectId, as, version),
    events: async () => {
      const found: HomeEvent[] = [];
      for await (const item of queryAll(table, { pk: 'KIND#event', index: byKind, newestFirst: true })) {
        const kept = fromItem(item);
        const event = itemSchema.parse(kept);
        const untold = untoldSchema.parse(Object.fromEntries(eventNews.map((news) => [news, kept[untoldName(news)] ?? 0])));
        found.push({ ...event, confirmed: event.confirmed + event.given, untold });
      }
      return found;
    },
  };
}

/** A finished mailing names its report, not its event; whichever of the two is heard of last joins them. */
async function rememberReport(table: Table, reportId: string, name: 'eventId' | 'sent', value: string): Promise<void> {
  const reportKey = { pk: `REPORT#${reportId}`, sk: 'REPORT' };
  const update = { kind: 'update' as const, key: reportKey, update: 'SET #name = :value', names: { '#name': name } };
  await commit(table, [{ ...update, values: { ':value': { S: value } } }]);
  const known = await getItem(table, reportKey);
  if (known?.sent && known.eventId?.S) await setWhereNewer(table, known.eventId.S, { reportSent: true }, 'sentVersion', 1);
}

async function setWhereNewer(table: Table, eventId: string, attributes: object, versionName: string, version: number): Promise<void> {
  const entries = [...Object.entries(attributes), [versionName, version] as const];
  await commit(table, [
    {
      kind: 'update',
      key: key(eventId),
      update: `SET ${entries.map((_, position) => `#n${position} = :v${position}`).join(', ')}`,
      condition: '(attribute_not_exists(#version) OR #version < :version)',
      names: { '#version': versionName, ...Object.fromEntries(entries.map(([name], position) => [`#n${position}`, name])) },
      values: {
        ...toItem(Object.fromEntries(entries.map(([, value], position) => [`:v${position}`, value]))),
        ':version': { N: String(version) },
      },
    },
  ]);
}

async function count(table: Table, eventId: string, subjectId: string, as: Counted, version: number): Promise<void> {
  const seenKey = { pk: `HOME#${eventId}`, sk: `SEEN#${subjectId}` };
  const seen = await getItem(table, seenKey);
  const [before, seenVersion] = [seen?.counts?.S ?? 'nothing', Number(seen?.version?.N ?? 0)];
  if (seenVersion >= version) return;
  const condition = seen ? '#version = :seen' : 'attribute_not_exists(pk)';
  const marker = {
    kind: 'put' as const,
    item: toItem({ ...seenKey, counts: as, version }),
    condition,
    ...(seen ? { names: { '#version': 'version' }, values: { ':seen': { N: String(seenVersion) } } } : {}),
  };
  const moved = counters.filter((name) => (name === before) !== (name === as));
  const update = {
    kind: 'update' as const,
    key: key(eventId),
    update: `ADD ${moved.map((name) => `${name} :${name}`).join(', ')}`,
    values: Object.fromEntries(moved.map((name) => [`:${name}`, { N: name === as ? '1' : '-1' }])),
  };
  const outcome = await commit(table, moved.length > 0 ? [marker, update] : [marker]);
  // Another delivery about the same registration was quicker: look again, it may have been the older one.
  if (outcome.kind === 'conflict') await count(table, eventId, subjectId, as, version);
}
