import { fromItem, getItem } from '@convener/dynamodb';
import * as fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { actor, factsOf, freshTable, now, reportService, themed } from '../testing/report-service.ts';
import { sampleContent } from '../testing/sample-content.ts';
import { composeReport } from '../use-cases/compose-report.ts';
import type { FactStore, ListedReport } from '../use-cases/ports.ts';
import { publishReport } from '../use-cases/publish-report.ts';
import { writeList } from '../use-cases/write-list.ts';
import { factStore } from './fact-store.ts';
import { reportKey } from './keys.ts';
import { reportStore } from './report-store.ts';

let service: Awaited<ReturnType<typeof reportService>>;
beforeAll(async () => {
  service = await reportService();
});

async function loaded() {
  const material = await service.ports.store.load(service.eventId);
  if (!material?.loaded) throw new Error('not there');
  return material.loaded;
}

describe('a report', () => {
  test('is drafted once, with its domain event on the item', async () => {
    const { ports, eventId, table } = service;
    const all = await Promise.all([1, 2, 3].map(() => composeReport({ eventId, actor, now }, ports)));
    expect(all.map(({ kind }) => kind).sort()).toEqual(['composed', 'there-already', 'there-already']);
    const { report } = await loaded();
    expect(report.draft.introduction).toBe('To share what helps co-production last.\n\nA learning event for members.');
    const item = fromItem((await getItem(table, reportKey(eventId))) ?? {});
    expect(item.envelopes).toMatchObject([{ type: 'report.drafted.v1', id: `${report.id}:1:report.drafted.v1`, actor }]);
  });

  test('is nobody’s before its event is public', async () => {
    expect(await composeReport({ eventId: 'evt_unknown', actor, now }, service.ports)).toEqual({ kind: 'unknown-event' });
  });

  test('written by two at once keeps the first and says so to the second', async () => {
    const { store } = service.ports;
    const both = await loaded();
    const saving = (ending: string) => ({
      ...{ loaded: both, announcement: { kind: 'changed' } as const, actor, now },
      report: { ...both.report, draft: { ...both.report.draft, ending } },
    });
    expect(await store.save(saving('first'))).toEqual({ kind: 'saved' });
    expect(await store.save(saving('second'))).toEqual({ kind: 'changed-meanwhile' });
    expect((await loaded()).report.draft.ending).toBe('first');
  });

  test('published, its words, its edition and the list are there together', async () => {
    const { ports, eventId, facts } = service;
    const outcome = await publishReport({ eventId, correction: '', takeDown: false, actor, now }, ports);
    expect(outcome).toMatchObject({ kind: 'published', edition: { number: 1, themesVersion: 'v1' } });
    expect((await ports.store.edition(eventId, 1))?.themes.map(({ label }) => label)).toEqual(['Openness', 'Remuneration']);
    expect(await facts.published()).toEqual([
      {
        slug: 'how-do-we-embed-co-production-across-scotland',
        title: 'Event report: How do we embed co-production across Scotland?',
        startsAt: '2024-11-20T10:00:00.000Z',
        timeZone: 'Europe/London',
        publishedAt: now.toISOString(),
        edition: 1,
      },
    ]);
  });
});

/** Tells the same four versions of facts and of a theme many times in many orders; says whether the last word always stood at the end. */
async function lastWordStands(twin: (honest: FactStore) => FactStore): Promise<boolean> {
  const table = await freshTable();
  const [keep, store] = [twin(factStore(table)), reportStore(table)];
  const [theme] = themed(['Label', 'Prose']).themes;
  if (!theme) throw new Error('no theme');
  let events = 0;
  const deliveries = fc.shuffledSubarray([1, 1, 2, 2, 3, 3, 4, 4, 4], { minLength: 9 });
  const property = fc.asyncProperty(deliveries, fc.boolean(), async (versions, endsRemoved) => {
    events += 1;
    const eventId = `evt_${events}`;
    for (const version of versions) {
      await keep.keepFacts(factsOf({ eventId, title: `Title ${version}` }), version);
      if (version === 2 || (version === 4 && endsRemoved)) await keep.removeTheme(eventId, theme.themeId, version);
      else await keep.keepTheme(eventId, { ...theme, label: `Label ${version}` }, version);
    }
    const material = await store.load(eventId);
    const labels = material?.themes.map(({ label }) => label).join();
    return material?.facts.title === 'Title 4' && labels === (endsRemoved ? '' : 'Label 4');
  });
  return !(await fc.check(property, { numRuns: 25, endOnFailure: true })).failed;
}

describe('domain events seen twice, late and in any order (R09)', () => {
  test('leave the same facts and themes', async () => {
    expect(await lastWordStands((honest) => honest)).toBe(true);
  });

  test('would not in a store that takes each as the newest (negative control)', async () => {
    let told = 0;
    const newest = () => {
      told += 1;
      return told;
    };
    const careless = (honest: FactStore): FactStore => ({
      ...honest,
      keepFacts: (facts) => honest.keepFacts(facts, newest()),
      keepTheme: (eventId, theme) => honest.keepTheme(eventId, theme, newest()),
      removeTheme: (eventId, themeId) => honest.removeTheme(eventId, themeId, newest()),
    });
    expect(await lastWordStands(careless)).toBe(false);
  });
});

describe('the list of reports', () => {
  const listed = (slug: string): ListedReport => ({
    ...{ slug, title: `Event report: ${slug}`, startsAt: now.toISOString(), timeZone: 'Europe/London' },
    ...{ publishedAt: now.toISOString(), edition: 1 },
  });

  test('written by two at once holds both, whoever comes last', async () => {
    let known: readonly ListedReport[] = [listed('a')];
    let file = '';
    let meanwhile: (() => void) | undefined = () => {
      // Somebody else publishes b and writes the list just before our older one lands on theirs.
      known = [listed('a'), listed('b')];
      meanwhile = undefined;
    };
    await writeList({
      facts: { published: async () => known },
      rendersList: (reports) => [{ key: 'reports/', body: reports.map(({ slug }) => slug).join(), contentType: '', cacheControl: '' }],
      files: {
        put: async ({ body }) => {
          meanwhile?.();
          file = body;
        },
      },
    });
    expect(file).toBe('a,b');
  });
});

test('an edition keeps every word through the table', async () => {
  const { store } = service.ports;
  const before = await loaded();
  const content = sampleContent({ place: '', showSpread: true, introduction: '' });
  const edition = { number: 9, publishedAt: now.toISOString(), correction: 'x', themesVersion: 'v9' };
  const announcement = { kind: 'published', edition, slug: 's', title: 't', content } as const;
  await store.save({ loaded: before, report: before.report, announcement, actor, now });
  expect(await store.edition(service.eventId, 9)).toEqual(content);
});
