import { type EventFacts, exampleEventFacts } from '@convener/contracts';
import type { Table } from '@convener/dynamodb';
import { withTable } from '@convener/testing';
import { keptOf } from '../domain/event.ts';
import type { Said } from '../domain/reflection.ts';
import { reflections as manifest } from '../service.ts';
import { eventStore } from '../store/event-store.ts';
import { linksOf } from '../store/links.ts';
import { idsOf } from '../store/reflection-ids.ts';
import { reflectionStore } from '../store/reflection-store.ts';
import { snapshotsOf } from '../store/snapshots.ts';
import { themeStore } from '../store/theme-store.ts';
import { changeRooms } from '../use-cases/change-rooms.ts';
import { makeReflection } from '../use-cases/make-reflections.ts';
import { addTheme } from '../use-cases/write-themes.ts';

/** What the tests of this service start from: one published event, the real engine, plainly made-up people. */
export const now = new Date('2024-11-20T11:23:45.678Z');
export const organiser = { kind: 'organiser', id: 'org_sample' } as const;

export const freshTable = (): Promise<Table> => withTable(manifest.tables.main);

/** The ports over a table, as `dependencies.ts` chooses them, with a secret of the test. */
export function portsOver(table: Table) {
  const parameters = { secret: async () => 'a secret of the test' };
  return {
    events: eventStore(table),
    reflections: reflectionStore(table),
    themes: themeStore(table),
    ids: idsOf(parameters),
    links: linksOf(parameters),
    snapshots: snapshotsOf(table),
  };
}

export type TestPorts = ReturnType<typeof portsOver>;

/** A published event with so many rooms. */
export async function openEvent(options: { readonly rooms?: number; readonly table?: Table; readonly facts?: Partial<EventFacts> } = {}) {
  const table = options.table ?? (await freshTable());
  const ports = portsOver(table);
  const event = keptOf({ ...exampleEventFacts, ...options.facts }, false);
  await ports.events.keep(event, 2);
  const { eventId } = event;
  const total = options.rooms ?? 3;
  if (total > 0) {
    await changeRooms({ eventId, request: { kind: 'open', total }, actor: organiser, now, label: (number) => `Room ${number}` }, ports);
  }
  return { table, ports, event, eventId };
}

export type OpenEvent = Awaited<ReturnType<typeof openEvent>>;

/** Somebody says something in a room; the answer is the reflection's id. */
export async function say({ event, ports }: OpenEvent, words: string, roomId?: string, consent: Said['consent'] = { kind: 'analysis' }) {
  const made = await makeReflection({ event, roomId, attempt: undefined, said: { words, consent } }, now, ports);
  return made.reflectionId;
}

export async function theme({ eventId, ports }: OpenEvent, label: string, prose = '') {
  const written = await addTheme({ eventId, words: { label, prose }, actor: organiser, now }, ports);
  if (written.kind !== 'written') throw new Error(written.kind);
  return written.theme.id;
}
