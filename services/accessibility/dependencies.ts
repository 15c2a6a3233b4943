import { randomInt } from 'node:crypto';
import { directoryAnswer, directoryRequest, subjectAnswer, subjectRequest } from '@convener/contracts/calls';
import { openTable, type Table } from '@convener/dynamodb';
import { callOf } from '@convener/events';
import type { HttpSettings, NetworkSettings } from '@convener/http';
import { type Parameters, parametersOf, readSession } from '@convener/signing';
import type { Place } from './domain/place.ts';
import { adjustmentStore, arrangementStore, boardStore } from './store/arranging-store.ts';
import { askingStore } from './store/asking-store.ts';
import { attendeeNames } from './store/attendee-names.ts';
import { expenseStore, supplierStore } from './store/brief-store.ts';
import { confirmedCount } from './store/confirmed-count.ts';
import { deletionStore } from './store/deletion-store.ts';
import { eventKeeping, eventStore } from './store/event-store.ts';
import { figuresStore } from './store/figures-store.ts';
import { memoriesByPlace, memoryStore, memorySweep } from './store/memory-store.ts';
import { needList, needStore, personStore, type Tables } from './store/need-store.ts';
import { readerNames, readStore } from './store/read-store.ts';
import { senderStore } from './store/sender-store.ts';
import { standingKeeping, standingStore } from './store/standing-store.ts';
import { unlinkedLists, unlinkedStore } from './store/unlinked-store.ts';
import type { Boards, Expenses, Suppliers } from './use-cases/arranging-ports.ts';
import type { AskingSettings, ConfirmedCount, MemoriesByPlace, MemorySweep } from './use-cases/asking-ports.ts';
import type { DeletionPorts } from './use-cases/delete-in-time.ts';
import type { FreezePorts } from './use-cases/freeze-figures.ts';
import type { AskingPorts } from './use-cases/keep-asking.ts';
import type { MyAccessPorts } from './use-cases/my-access.ts';
import type { ListPorts } from './use-cases/open-list.ts';
import type { AllReads, ReaderNames } from './use-cases/oversight-ports.ts';
import { type HeldBy, heldIn, type OwnDataPorts } from './use-cases/own-data.ts';
import { type Handles, handlesUnder } from './use-cases/person-handle.ts';
import type { AttendeeNames, Deletion, EventKeeping, Person, Reads, StandingKeeping } from './use-cases/ports.ts';
import type { UnlinkedPorts } from './use-cases/say-afterwards.ts';
import type { SummaryPorts } from './use-cases/show-summary.ts';

export interface PublicDependencies extends MyAccessPorts, UnlinkedPorts {
  /** Whose place a session token opens; undefined where it is forged, over or meant for something else. */
  readonly placeOf: (token: string, now: Date) => Promise<Place | undefined>;
  readonly network: NetworkSettings;
}

export interface DataDependencies extends OwnDataPorts {
  readonly placeOf: PublicDependencies['placeOf'];
  readonly network: NetworkSettings;
}

export interface CoordinateDependencies extends ListPorts, AskingPorts, Handles {
  readonly boards: Boards;
  readonly suppliers: Pick<Suppliers, 'all'>;
  readonly awaiting: Deletion['awaiting'];
  readonly expenses: Expenses;
  readonly network: NetworkSettings;
}

export interface OverseeDependencies extends ListPorts, AskingPorts, SummaryPorts {
  readonly reads: Reads & AllReads;
  readonly network: NetworkSettings;
}

export interface AnonymousDependencies extends UnlinkedPorts {
  readonly network: NetworkSettings;
}

export interface SweepDependencies extends DeletionPorts, FreezePorts {
  readonly deletion: Deletion;
  readonly memories: MemorySweep;
  readonly suppliers: Suppliers;
}

export interface ReactDependencies {
  readonly events: EventKeeping;
  readonly standings: StandingKeeping;
  readonly memories: MemoriesByPlace;
  readonly readers: ReaderNames;
  readonly asking: AskingSettings;
}

interface Surroundings {
  readonly settings: HttpSettings;
  readonly parameters: Parameters;
}

function openTables(): Tables {
  return { main: openTable(process.env), needs: openTable(process.env, 'needs') };
}

export function publicDependencies({ settings, parameters }: Surroundings, tables: Tables = openTables()): PublicDependencies {
  return {
    events: eventStore(tables.main),
    standings: standingStore(tables.main),
    needs: needStore(tables),
    arrangements: arrangementStore(tables),
    adjustments: adjustmentStore(tables),
    asking: askingStore(tables.main),
    memories: memoryStore(tables.needs, () => parameters.secret('memory-secret')),
    unlinked: unlinkedStore(tables.needs),
    senders: senderStore(tables.needs, () => parameters.secret('sender-secret')),
    placeOf: placeReader(parameters),
    network: settings.network,
  };
}

function placeReader(parameters: Parameters): PublicDependencies['placeOf'] {
  return async (token, now) => {
    const key = token ? await parameters.publicKey('registration', 'attendee') : undefined;
    return key ? readSession(token, 'attendee', key, now) : undefined;
  };
}

export function dataDependencies(
  { settings, parameters }: Surroundings,
  needs: Table = openTable(process.env, 'needs'),
  others: Pick<OwnDataPorts, 'registration' | 'letters'> = { registration: heldBy('registration'), letters: heldBy('mailing') },
): DataDependencies {
  return { ...others, person: personStore(needs), placeOf: placeReader(parameters), network: settings.network };
}

function heldBy(service: 'registration' | 'mailing'): HeldBy {
  const call = callOf(service, 'subject', { request: subjectRequest, answer: subjectAnswer });
  return async (subjectId) => heldIn(await call({ kind: 'export', subjectId }));
}

export function coordinateDependencies(
  { settings, parameters }: Surroundings,
  { main, needs }: Tables = openTables(),
  names: AttendeeNames = attendeeNames(callOf('registration', 'directory', { request: directoryRequest, answer: directoryAnswer })),
): CoordinateDependencies {
  return {
    events: eventStore(main),
    asking: askingStore(main),
    list: needList(needs),
    boards: boardStore(needs),
    suppliers: supplierStore(needs),
    awaiting: deletionStore({ main, needs }).awaiting,
    expenses: expenseStore(needs),
    handles: async () => handlesUnder(await parameters.secret('handle-secret')),
    reads: readStore(main),
    names,
    network: settings.network,
  };
}

export function overseeDependencies(
  { settings }: Pick<Surroundings, 'settings'>,
  { main, needs }: Tables = openTables(),
  names: AttendeeNames = attendeeNames(callOf('registration', 'directory', { request: directoryRequest, answer: directoryAnswer })),
): OverseeDependencies {
  return {
    events: eventStore(main),
    asking: askingStore(main),
    list: needList(needs),
    lists: unlinkedLists(needs),
    figures: figuresStore(needs),
    reads: readStore(main),
    names,
    network: settings.network,
  };
}

export function anonymousDependencies(
  { settings }: Pick<Surroundings, 'settings'>,
  { main, needs }: Tables = openTables(),
): AnonymousDependencies {
  const { secret } = parametersOf(settings.service, settings.secretPrefix);
  const senders = senderStore(needs, () => secret('sender-secret'));
  return { events: eventStore(main), unlinked: unlinkedStore(needs), senders, network: settings.network };
}

export function reactDependencies(tables: Tables = openTables()): ReactDependencies {
  return {
    events: eventKeeping(tables.main),
    standings: standingKeeping(tables),
    memories: memoriesByPlace(tables.needs),
    readers: readerNames(tables.main),
    asking: askingStore(tables.main),
  };
}

export function sweepDependencies(
  tables: Tables = openTables(),
  confirmed: ConfirmedCount = confirmedCount(callOf('registration', 'directory', { request: directoryRequest, answer: directoryAnswer })),
): SweepDependencies {
  const { main, needs } = tables;
  return {
    events: eventStore(main),
    deletion: deletionStore(tables),
    boards: boardStore(needs),
    suppliers: supplierStore(needs),
    asking: askingStore(main),
    list: needList(needs),
    lists: unlinkedLists(needs),
    figures: figuresStore(needs),
    memories: memorySweep(needs),
    confirmed,
    random: () => randomInt(2 ** 47) / 2 ** 47,
  };
}

export function subjectDependencies(needs: Table = openTable(process.env, 'needs')): { readonly person: Person } {
  return { person: personStore(needs) };
}
