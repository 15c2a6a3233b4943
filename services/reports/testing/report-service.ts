import { type EventFacts, exampleEventFacts } from '@convener/contracts';
import type { FreezeAnswer } from '@convener/contracts/calls';
import type { Table } from '@convener/dynamodb';
import type { callOf } from '@convener/events';
import { startEngine } from '@convener/testing';
import { baseUrl } from '@convener/testing/visitor';
import { typesetCall } from '../calls.ts';
import { ids, type OrganiseDependencies, titleOf, typesetterBy } from '../dependencies.ts';
import { typeset } from '../handlers/typeset-handler.ts';
import { reports } from '../service.ts';
import { factStore } from '../store/fact-store.ts';
import { reportStore } from '../store/report-store.ts';
import type { Files, Freeze, PressPorts, PublishedFile } from '../use-cases/ports.ts';
import { publishReport } from '../use-cases/publish-report.ts';

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
    remove: async (key) => {
      kept.delete(key);
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

/** The typesetter's own code behind its own schemas, as text on the way there and back, without a Lambda between. */
const withoutLambda: typeof callOf =
  (_service, _call, { answer }) =>
  async (request) => {
    const asked = typesetCall.request.parse(JSON.parse(JSON.stringify(request)));
    return answer.parse(JSON.parse(JSON.stringify(await typeset(asked, { network, baseUrl }))));
  };

const typesetter = typesetterBy(withoutLambda);

/** A service over its own table, with an event whose facts have come. */
export async function reportService(facts: EventFacts | undefined = factsOf()) {
  const table = await freshTable();
  const bucket = bucketInHand();
  const reflections: { answer: Frozen } = {
    answer: themed(['Openness', 'Say what can change.'], ['Remuneration', 'Value people’s time.']),
  };
  const press: PressPorts = {
    titleOf,
    typesetter,
    store: reportStore(table),
    files: bucket.files,
    freeze: async () => reflections.answer,
  };
  const ports: OrganiseDependencies & PressPorts = {
    ...{ ...press, network, ids, typesetter },
    publish: (command) => publishReport(command, press),
  };
  const keep = factStore(table);
  if (facts) await keep.keepFacts(facts, 2);
  return { table, bucket, reflections, ports, facts: keep, eventId: (facts ?? factsOf()).eventId };
}

export type ReportService = Awaited<ReturnType<typeof reportService>>;
