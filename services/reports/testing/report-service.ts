import { type EventFacts, exampleEventFacts } from '@convener/contracts';
import type { FreezeAnswer } from '@convener/contracts/calls';
import type { Table } from '@convener/dynamodb';
import { startEngine } from '@convener/testing';
import { baseUrl } from '@convener/testing/visitor';
import { ids, type OrganiseDependencies, type PressDependencies, rendering } from '../dependencies.ts';
import { reports } from '../service.ts';
import { factStore } from '../store/fact-store.ts';
import { reportStore } from '../store/report-store.ts';
import type { Files, Freeze, PublishedFile } from '../use-cases/ports.ts';

/** What the tests of this service start from: a made-up event, the real engine, a bucket and reflections that the test holds in its hand. */
export const now = new Date('2024-12-02T09:00:00.000Z');
export const network = { name: 'Sample Network', timeZone: 'Europe/London', contact: '' };
export const actor = { kind: 'organiser', id: 'org_sample' } as const;

export function factsOf(changes: Partial<EventFacts> = {}): EventFacts {
  return { ...exampleEventFacts, ...changes };
}

/** A bucket in memory, with every write that was made to it. */
export function bucketInHand() {
  const kept = new Map<string, PublishedFile>();
  const written: string[] = [];
  const files: Files = {
    put: async (file) => {
      kept.set(file.key, file);
      written.push(file.key);
    },
  };
  return { files, kept, written, body: (key: string) => kept.get(key)?.body };
}

export type Frozen = Awaited<ReturnType<Freeze>>;

export function themed(...themes: readonly (readonly [label: string, prose: string])[]): Extract<FreezeAnswer, { kind: 'complete' }> {
  return {
    kind: 'complete',
    version: 'v1',
    themes: themes.map(([label, prose], position) => ({
      ...{ themeId: `thm_${position}`, label, prose, position },
      spread: { rooms: Math.min(4, position + 1), of: 6 },
    })),
  };
}

export async function freshTable(): Promise<Table> {
  const engine = await startEngine();
  const { name } = await engine.createTable(reports.tables.main);
  return { name, client: engine.clientFor({ maxAttempts: 5 }) };
}

/** A service over its own table, with an event whose facts have come. */
export async function reportService(facts: EventFacts | undefined = factsOf()) {
  const table = await freshTable();
  const bucket = bucketInHand();
  const reflections: { answer: Frozen } = {
    answer: themed(['Openness', 'Say what can change.'], ['Remuneration', 'Value people’s time.']),
  };
  const ports: OrganiseDependencies & PressDependencies = {
    ...rendering({ network, baseUrl }),
    ...{ network, baseUrl, ids },
    store: reportStore(table),
    files: bucket.files,
    freeze: async () => reflections.answer,
  };
  const keep = factStore(table);
  if (facts) await keep.keepFacts(facts, 2);
  return { table, bucket, reflections, ports, facts: keep, eventId: (facts ?? factsOf()).eventId };
}

export type ReportService = Awaited<ReturnType<typeof reportService>>;
