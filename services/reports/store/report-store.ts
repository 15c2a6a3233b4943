import type { Envelope } from '@convener/contracts';
import { reportChangedV1, reportDraftedV1, reportPublishedV1 } from '@convener/contracts/domain-events';
import { aggregatePut, commit, getItem, queryAll, type Table, toItem, type Write } from '@convener/dynamodb';
import { envelopeFor } from '@convener/events';
import { takenDownWith } from '../domain/publication.ts';
import type { Theme } from '../domain/report.ts';
import type { LoadedReport, Material, ReportStore, Saved, Saving } from '../use-cases/ports.ts';
import { readEdition, readFacts, readReport, readTheme } from './items.ts';
import { editionKey, eventPartition, listedKey, materialRange, reportKey, takenDownKey } from './keys.ts';

/** Access patterns: see `service.ts`. One aggregate an event, `REPORT`; the words of each edition lie beside it, written once. */
export function reportStore(table: Table): ReportStore {
  return {
    load: (eventId) => load(table, eventId),
    edition: async (eventId, number) => {
      const item = await getItem(table, editionKey(eventId, number));
      return item && readEdition(item);
    },
    save: (saving) => save(table, saving),
  };
}

async function load(table: Table, eventId: string): Promise<Material | undefined> {
  let facts: Material['facts'] | undefined;
  let loaded: LoadedReport | undefined;
  const themes: Theme[] = [];
  for await (const item of queryAll(table, { pk: eventPartition(eventId), between: materialRange })) {
    if (item.sk?.S === 'FACTS') facts = readFacts(item);
    else if (item.sk?.S === 'REPORT') loaded = readReport(item);
    else themes.push(...readTheme(item));
  }
  return facts && { facts, themes, loaded };
}

async function save(table: Table, saving: Saving): Promise<Saved> {
  const { report, loaded, now } = saving;
  const expectedVersion = loaded?.version ?? 0;
  const write = aggregatePut({
    key: reportKey(report.eventId),
    expectedVersion,
    attributes: report,
    carried: isEnvelopes(loaded?.carried) ? loaded.carried : [],
    added: [envelope(saving, expectedVersion + 1)],
    now,
  });
  const outcome = await commit(table, [write, ...editionWrites(saving)]);
  return outcome.kind === 'committed' ? { kind: 'saved' } : { kind: 'changed-meanwhile' };
}

/** The report's version guards them too: they are in its transaction. */
function editionWrites({ announcement, report }: Saving): readonly Write[] {
  if (announcement.kind !== 'published') return [];
  const { edition, content, slug, title } = announcement;
  const { startsAt, timeZone } = content;
  const listed = { slug, title, startsAt, timeZone, publishedAt: edition.publishedAt, edition: edition.number };
  const gone = takenDownWith(edition, report.publication.kind === 'published' ? report.publication.editions : []);
  return [
    ...gone.flatMap(({ number, takenDownAt }): Write[] => [
      { kind: 'delete', key: editionKey(report.eventId, number) },
      { kind: 'put', item: toItem({ ...takenDownKey(slug, number), takenDownAt }) },
    ]),
    { kind: 'put', item: toItem({ ...editionKey(report.eventId, edition.number), ...edition, content }) },
    { kind: 'put', item: toItem({ ...listedKey(report.eventId), ...listed }) },
  ];
}

function envelope({ report, announcement, actor, now }: Saving, version: number): Envelope {
  const change = { aggregateId: report.id, version, at: now, actor };
  const ids = { reportId: report.id, eventId: report.eventId };
  switch (announcement.kind) {
    case 'drafted':
      return envelopeFor(reportDraftedV1, { ...change, data: ids });
    case 'changed':
      return envelopeFor(reportChangedV1, { ...change, data: ids });
    case 'published': {
      const { edition, slug, title } = announcement;
      const data = { ...ids, slug, title, edition: edition.number, publishedAt: edition.publishedAt };
      return envelopeFor(reportPublishedV1, { ...change, data });
    }
  }
}

function isEnvelopes(value: unknown): value is readonly Envelope[] {
  return Array.isArray(value);
}
