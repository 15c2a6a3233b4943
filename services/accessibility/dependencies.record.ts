import { directoryAnswer, directoryRequest } from '@convener/contracts/calls';
import { openTable } from '@convener/dynamodb';
import { callOf } from '@convener/events';
import type { HttpSettings, NetworkSettings } from '@convener/http';
import type { Parameters } from '@convener/signing';
import { boardStore } from './store/arranging-store.ts';
import { attendeeNames } from './store/attendee-names.ts';
import { eventStore } from './store/event-store.ts';
import { needStore, type Tables } from './store/need-store.ts';
import { readStore } from './store/read-store.ts';
import { standingStore } from './store/standing-store.ts';
import { handlesUnder } from './use-cases/person-handle.ts';
import type { AttendeeNames } from './use-cases/ports.ts';
import type { WriteDownPorts } from './use-cases/write-down.ts';

export interface RecordDependencies extends WriteDownPorts {
  readonly network: NetworkSettings;
}

export function recordDependencies(
  { settings, parameters }: { readonly settings: HttpSettings; readonly parameters: Parameters },
  tables: Tables = { main: openTable(process.env), needs: openTable(process.env, 'needs') },
  names: AttendeeNames = attendeeNames(callOf('registration', 'directory', { request: directoryRequest, answer: directoryAnswer })),
): RecordDependencies {
  return {
    events: eventStore(tables.main),
    boards: boardStore(tables.needs),
    handles: async () => handlesUnder(await parameters.secret('handle-secret')),
    needs: needStore(tables),
    standings: standingStore(tables.main),
    places: standingStore(tables.main),
    reads: readStore(tables.main),
    names,
    network: settings.network,
  };
}
