import { joiningAnswer, joiningRequest } from '@convener/contracts/calls';
import { openTable, type Table } from '@convener/dynamodb';
import { callOf } from '@convener/events';
import type { HttpSettings, NetworkSettings } from '@convener/http';
import { type Parameters, parametersOf } from '@convener/signing';
import type { Retention } from './domain/retention.ts';
import { settings as ownSettings, retention } from './settings.ts';
import { attendanceCodes } from './store/attendance-codes.ts';
import { draftStore } from './store/draft-store.ts';
import { type Evenly, evenly } from './store/even-time.ts';
import { eventStore } from './store/event-store.ts';
import { participantStore } from './store/participant-store.ts';
import { newQuestionId, questionStore } from './store/question-store.ts';
import { registrationStore } from './store/registration-store.ts';
import { regroupWrites } from './store/regroup-writes.ts';
import { reservedPlaces } from './store/reserved-places.ts';
import { retentionStore } from './store/retention-store.ts';
import { identities, links, newRegistrationId, sessions, viewerPseudonym } from './store/secrets.ts';
import { takeOverStore } from './store/take-over-store.ts';
import { tallies } from './store/tallies.ts';
import { viewers } from './store/viewers.ts';
import { waitingLine } from './store/waiting-line.ts';
import type { AttendanceCodes, AttendancePorts } from './use-cases/attendance-ports.ts';
import type { CopyPorts } from './use-cases/copy-questions.ts';
import type { Drafts } from './use-cases/draft-ports.ts';
import type { EnterPorts } from './use-cases/enter-registration.ts';
import type { RetentionPorts, RetentionStore } from './use-cases/forget-in-time.ts';
import type { JoiningPorts } from './use-cases/keep-event.ts';
import type { ParticipantLists } from './use-cases/participant-ports.ts';
import type { Links, RegistrationPorts, Sessions, Settings } from './use-cases/ports.ts';
import type { QuestionStore } from './use-cases/question-ports.ts';
import type { RegisterPorts } from './use-cases/register.ts';
import type { TakeOverPorts } from './use-cases/take-over.ts';

export interface PublicDependencies extends RegisterPorts, AttendancePorts {
  readonly participants: ParticipantLists;
  readonly retention: Retention;
  readonly drafts: Drafts;
  readonly links: Links;
  readonly sessions: Sessions;
  /** Makes the hidden id of a form. */
  readonly newAttempt: () => string;
  readonly evenly: Evenly;
  readonly network: NetworkSettings;
  readonly baseUrl: string;
}

export interface OrganiseDependencies extends EnterPorts {
  readonly participants: ParticipantLists;
  readonly settings: Settings;
  readonly codes: AttendanceCodes;
  readonly keeping: RetentionStore;
  readonly questions: QuestionStore;
  readonly newQuestionId: () => string;
  readonly network: NetworkSettings;
  readonly baseUrl: string;
}

export type ReactDependencies = RegistrationPorts & JoiningPorts & CopyPorts & TakeOverPorts;

export interface SweepDependencies extends RetentionPorts {
  readonly questions: QuestionStore;
  readonly settings: Settings;
}

export interface CallDependencies extends RegistrationPorts {
  readonly links: Links;
}

function storesOf(table: Table): RegistrationPorts {
  return { registrations: registrationStore(table), line: waitingLine(table), reserved: reservedPlaces(table), events: eventStore(table) };
}

export function publicDependencies(
  { settings, parameters }: { readonly settings: HttpSettings; readonly parameters: Parameters },
  table: Table = openTable(process.env),
): PublicDependencies {
  return {
    ...storesOf(table),
    identities: identities(parameters),
    participants: participantStore(table),
    viewers: viewers(table, (network) => viewerPseudonym(parameters, network)),
    retention,
    codes: attendanceCodes(parameters),
    tallies: tallies(table, (name) => viewerPseudonym(parameters, name)),
    drafts: draftStore(table),
    links: links(parameters, settings.baseUrl),
    sessions: sessions(parameters),
    newAttempt: () => crypto.randomUUID(),
    evenly,
    settings: ownSettings,
    network: settings.network,
    baseUrl: settings.baseUrl,
  };
}

/** Of somebody's own place: they may say that they are of another group. */
export function placeDependencies(
  around: { readonly settings: HttpSettings; readonly parameters: Parameters },
  table: Table = openTable(process.env),
): PublicDependencies {
  return { ...publicDependencies(around, table), registrations: registrationStore(table, regroupWrites) };
}

export function organiseDependencies(
  { settings, parameters }: { readonly settings: HttpSettings; readonly parameters: Parameters },
  table: Table = openTable(process.env),
): OrganiseDependencies {
  return {
    ...storesOf(table),
    identities: identities(parameters),
    newRegistrationId,
    participants: participantStore(table),
    codes: attendanceCodes(parameters),
    keeping: retentionStore(table),
    settings: ownSettings,
    questions: questionStore(table),
    newQuestionId,
    network: settings.network,
    baseUrl: settings.baseUrl,
  };
}

/** Of the function that corrects registrations: alone among those for organisers, it may change somebody's group. */
export function enterDependencies(
  around: { readonly settings: HttpSettings; readonly parameters: Parameters },
  table: Table = openTable(process.env),
): OrganiseDependencies {
  return { ...organiseDependencies(around, table), registrations: registrationStore(table, regroupWrites) };
}

export function reactDependencies(): ReactDependencies {
  const call = callOf('events', 'joining', { request: joiningRequest, answer: joiningAnswer });
  const table = openTable(process.env);
  const copying = {
    takeOvers: takeOverStore(table),
    participants: participantStore(table),
    questions: questionStore(table),
    newQuestionId,
  };
  return { ...storesOf(table), ...copying, joiningOf: (eventId) => call({ eventId }) };
}

export function sweepDependencies(): SweepDependencies {
  const table = openTable(process.env);
  return { ...storesOf(table), questions: questionStore(table), settings: ownSettings, ...retentionOf(table) };
}

function retentionOf(table: Table): Pick<RetentionPorts, 'retention' | 'keeping'> {
  return { retention, keeping: retentionStore(table) };
}

export function callDependencies(): CallDependencies {
  const { SERVICE = 'registration', SECRET_PREFIX = '', BASE_URL = '' } = process.env;
  return { ...storesOf(openTable(process.env)), links: links(parametersOf(SERVICE, SECRET_PREFIX), BASE_URL.replace(/\/$/, '')) };
}
