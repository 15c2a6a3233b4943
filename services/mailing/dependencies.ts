import { randomBytes } from 'node:crypto';
import { directoryAnswer, directoryRequest, invitationAnswer, invitationRequest } from '@convener/contracts/calls';
import { openTable, type Table } from '@convener/dynamodb';
import { callOf } from '@convener/events';
import type { HttpSettings, NetworkSettings } from '@convener/http';
import { type Parameters, parametersOf } from '@convener/signing';
import { readSendingSettings } from './settings.ts';
import { aroundStore } from './store/around-store.ts';
import { factStore } from './store/fact-store.ts';
import { leaseStore } from './store/lease-store.ts';
import { letterStore } from './store/letter-store.ts';
import { mailDoor, sesClient } from './store/mail-door.ts';
import { mailingStore } from './store/mailing-store.ts';
import { memberStore } from './store/member-store.ts';
import { paceStore } from './store/pace-store.ts';
import { planStore } from './store/plan-store.ts';
import { addressKeys, type LinkReader, linkReader, type MemberSessions, memberLinks, memberSessions } from './store/secrets.ts';
import { importStore, testerStore } from './store/small-stores.ts';
import { suppressionStore } from './store/suppression-store.ts';
import type { SubjectPorts } from './use-cases/answer-for-subject.ts';
import type { MayWritePorts } from './use-cases/may-write.ts';
import type { MemberStore } from './use-cases/member-ports.ts';
import type { Directory, LettersPorts, OrganisePorts, PublicPorts, ReactPorts } from './use-cases/ports.ts';
import type { SendPorts } from './use-cases/send-ports.ts';
import type { TendPorts } from './use-cases/tend-events.ts';

interface Setting {
  readonly network: NetworkSettings;
  readonly baseUrl: string;
}

export interface PublicDependencies extends PublicPorts, Setting {
  readonly read: LinkReader;
  readonly sessions: MemberSessions;
  /** Passes when a fixed time has passed, so that an answer's duration tells nothing of what was found. */
  readonly evenTime: () => Promise<void>;
}

export interface OrganiseDependencies extends OrganisePorts, Setting {}

export interface LettersDependencies extends LettersPorts, Setting {}

interface Surroundings {
  readonly settings: HttpSettings;
  readonly parameters: Parameters;
}

/** Longer than looking and writing take. */
const evenMilliseconds = 250;

const clock = { now: () => new Date() };
const randomId = (prefix: string) => `${prefix}_${randomBytes(16).toString('base64url')}`;
const registrationDirectory = (): Directory => callOf('registration', 'directory', { request: directoryRequest, answer: directoryAnswer });
const pause = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

/** Made at the first call. */
function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

export function publicDependencies({ settings, parameters }: Surroundings, table: Table = openTable(process.env)): PublicDependencies {
  return {
    members: memberStore(table),
    letters: letterStore(table),
    suppression: suppressionStore(table),
    addressKey: addressKeys(parameters),
    read: linkReader(parameters),
    sessions: memberSessions(parameters),
    evenTime: () => pause(evenMilliseconds),
    network: settings.network,
    baseUrl: settings.baseUrl,
  };
}

export function organiseDependencies(
  { settings, parameters }: Surroundings,
  table: Table = openTable(process.env),
  directory: Directory = registrationDirectory(),
): OrganiseDependencies {
  return {
    members: memberStore(table),
    letters: letterStore(table),
    suppression: suppressionStore(table),
    imports: importStore(table),
    facts: factStore(table),
    directory,
    ids: { make: randomId },
    addressKey: addressKeys(parameters),
    network: settings.network,
    baseUrl: settings.baseUrl,
  };
}

export function lettersDependencies({ settings }: Surroundings, table: Table = openTable(process.env)): LettersDependencies {
  return {
    letters: letterStore(table),
    mailings: mailingStore(table),
    testers: testerStore(table, () => randomId('tst')),
    facts: factStore(table),
    plans: planStore(table),
    ids: { make: randomId },
    network: settings.network,
    baseUrl: settings.baseUrl,
  };
}

export function reactDependencies(): ReactPorts {
  const table = openTable(process.env);
  return {
    letters: letterStore(table),
    mailings: mailingStore(table),
    suppression: suppressionStore(table),
    facts: factStore(table),
    around: aroundStore(table),
    plans: planStore(table),
  };
}

export function sweepDependencies(): TendPorts & { readonly members: MemberStore } {
  const table = openTable(process.env);
  return {
    members: memberStore(table),
    facts: factStore(table),
    plans: planStore(table),
    around: aroundStore(table),
    mailings: mailingStore(table),
  };
}

export function subjectDependencies(): SubjectPorts {
  const table = openTable(process.env);
  return { members: memberStore(table), letters: letterStore(table), suppression: suppressionStore(table), clock };
}

export function mayWriteDependencies(): MayWritePorts {
  const table = openTable(process.env);
  const parameters = parametersOf('mailing', process.env.SECRET_PREFIX ?? '');
  return {
    clock,
    letters: letterStore(table),
    suppression: suppressionStore(table),
    pace: paceStore(table),
    directory: registrationDirectory(),
    addressKey: addressKeys(parameters),
  };
}

export function sendDependencies(): SendPorts {
  const settings = readSendingSettings(process.env);
  const table = openTable(process.env);
  const parameters = parametersOf('mailing', settings.secretPrefix);
  const addressKey = addressKeys(parameters);
  const links = memberLinks(parameters, settings.baseUrl);
  const { from, configurationSet, perSecond, perDay } = settings;
  // Loaded with the first letter: most of what wakes the sender leaves nothing to send.
  const press = once(async () => (await import('./letters/press.ts')).press(settings, links, addressKey));
  return {
    clock,
    pause,
    lease: leaseStore(table),
    letters: letterStore(table),
    mailings: mailingStore(table),
    members: memberStore(table),
    testers: testerStore(table, () => randomId('tst')),
    facts: factStore(table),
    plans: planStore(table),
    directory: registrationDirectory(),
    invitations: callOf('organisers', 'invitation', { request: invitationRequest, answer: invitationAnswer }),
    pace: paceStore(table),
    addressKey,
    links,
    press: async (...letter) => (await press())(...letter),
    door: mailDoor(sesClient, { from, configurationSet, allowance: { perSecond, perDay, sentLastDay: 0 } }),
  };
}
