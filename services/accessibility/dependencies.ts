import { directoryAnswer, directoryRequest, subjectAnswer, subjectRequest } from '@convener/contracts/calls';
import { openTable, type Table } from '@convener/dynamodb';
import { callOf } from '@convener/events';
import type { HttpSettings, NetworkSettings } from '@convener/http';
import { type Parameters, readSession } from '@convener/signing';
import { boardStore } from './store/arranging-store.ts';
import { attendeeNames } from './store/attendee-names.ts';
import { deletionStore } from './store/deletion-store.ts';
import { eventKeeping, eventStore } from './store/event-store.ts';
import { needList, needStore, personStore, type Tables } from './store/need-store.ts';
import { readStore } from './store/read-store.ts';
import { standingKeeping, standingStore } from './store/standing-store.ts';
import type { DeletionPorts } from './use-cases/delete-in-time.ts';
import type { Place } from './use-cases/my-access.ts';
import type { ListPorts } from './use-cases/open-list.ts';
import { type HeldBy, heldIn, type OwnDataPorts } from './use-cases/own-data.ts';
import type { AccessPorts, AttendeeNames, EventKeeping, Person, StandingKeeping } from './use-cases/ports.ts';

export interface PublicDependencies extends AccessPorts {
  /** Whose place a session token opens; undefined where it is forged, over or meant for something else. */
  readonly placeOf: (token: string, now: Date) => Promise<Place | undefined>;
  readonly network: NetworkSettings;
}

export interface DataDependencies extends OwnDataPorts {
  readonly placeOf: PublicDependencies['placeOf'];
  readonly network: NetworkSettings;
}

export interface CoordinateDependencies extends ListPorts {
  readonly network: NetworkSettings;
}

export interface ReactDependencies {
  readonly events: EventKeeping;
  readonly standings: StandingKeeping;
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
  { settings }: Pick<Surroundings, 'settings'>,
  { main, needs }: Tables = openTables(),
  names: AttendeeNames = attendeeNames(callOf('registration', 'directory', { request: directoryRequest, answer: directoryAnswer })),
): CoordinateDependencies {
  return { events: eventStore(main), list: needList(needs), reads: readStore(main), names, network: settings.network };
}

export function reactDependencies(tables: Tables = openTables()): ReactDependencies {
  return { events: eventKeeping(tables.main), standings: standingKeeping(tables) };
}

export function sweepDependencies(tables: Tables = openTables()): DeletionPorts {
  return { events: eventStore(tables.main), deletion: deletionStore(tables), boards: boardStore(tables.needs) };
}

export function subjectDependencies(needs: Table = openTable(process.env, 'needs')): { readonly person: Person } {
  return { person: personStore(needs) };
}
