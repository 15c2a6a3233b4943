import { randomBytes } from 'node:crypto';
import { directoryAnswer, directoryRequest, mayWriteAnswer, mayWriteRequest } from '@convener/contracts/calls';
import { openTable } from '@convener/dynamodb';
import { callOf } from '@convener/events';
import type { HttpSettings, NetworkSettings } from '@convener/http';
import type { Parameters } from '@convener/signing';
import { letterPress } from './pages/letters.ts';
import { readLetterSettings } from './settings.ts';
import { adjustmentStore, arrangementStore, boardStore, sendingStore } from './store/arranging-store.ts';
import { attendeeNames } from './store/attendee-names.ts';
import { briefStore, supplierStore } from './store/brief-store.ts';
import { deletionStore } from './store/deletion-store.ts';
import { eventStore } from './store/event-store.ts';
import { mailDoor, sesClient } from './store/mail-door.ts';
import type { Tables } from './store/need-store.ts';
import { readStore } from './store/read-store.ts';
import { takeBackStore } from './store/take-back-store.ts';
import type { AdjustPorts } from './use-cases/adjust.ts';
import type { OpenPersonPorts } from './use-cases/arrange-person.ts';
import type { Ids, MayWrite, Post } from './use-cases/arranging-ports.ts';
import { handlesUnder } from './use-cases/person-handle.ts';
import type { AttendeeNames } from './use-cases/ports.ts';
import type { LettersPorts } from './use-cases/sending.ts';
import type { TakeBackPorts } from './use-cases/take-back.ts';
import type { WhereBookedPorts } from './use-cases/where-booked.ts';
import type { BriefPorts } from './use-cases/write-brief.ts';

interface Surroundings {
  readonly settings: HttpSettings;
  readonly parameters: Parameters;
}

export interface ArrangeDependencies extends AdjustPorts, OpenPersonPorts, BriefPorts, WhereBookedPorts, TakeBackPorts {
  readonly network: NetworkSettings;
}

function openTables(): Tables {
  return { main: openTable(process.env), needs: openTable(process.env, 'needs') };
}

const ids: Ids = { make: (prefix) => `${prefix}_${randomBytes(16).toString('base64url')}` };

export function arrangeDependencies(
  { settings, parameters }: Surroundings,
  tables: Tables = openTables(),
  names: AttendeeNames = attendeeNames(callOf('registration', 'directory', { request: directoryRequest, answer: directoryAnswer })),
): ArrangeDependencies {
  return {
    events: eventStore(tables.main),
    boards: boardStore(tables.needs),
    handles: async () => handlesUnder(await parameters.secret('handle-secret')),
    adjustments: adjustmentStore(tables),
    arrangements: arrangementStore(tables),
    suppliers: supplierStore(tables.needs),
    briefs: briefStore(tables),
    reads: readStore(tables.main),
    awaiting: deletionStore(tables).awaiting,
    needs: takeBackStore(tables.needs),
    names,
    ids,
    network: settings.network,
  };
}

/** What a test may choose: the door to SES, and mailing's answers. */
export interface LetterDoors {
  readonly post: Post;
  readonly mayWrite: MayWrite;
}

export function lettersDependencies(
  environment: Readonly<Record<string, string | undefined>> = process.env,
  tables: Tables = openTables(),
  doors?: LetterDoors,
): LettersPorts {
  const { network, baseUrl, from, configurationSet, contact } = readLetterSettings(environment);
  return {
    awaiting: deletionStore(tables).awaiting,
    events: eventStore(tables.main),
    boards: boardStore(tables.needs),
    arrangements: arrangementStore(tables),
    sendings: sendingStore(tables.needs),
    suppliers: supplierStore(tables.needs),
    mayWrite: doors?.mayWrite ?? callOf('mailing', 'may-write', { request: mayWriteRequest, answer: mayWriteAnswer }),
    post: doors?.post ?? mailDoor(sesClient(), { from, configurationSet, networkName: network.name, contact }),
    press: letterPress({ network, baseUrl }),
    ids,
  };
}
