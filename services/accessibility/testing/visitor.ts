import type { Role } from '@convener/contracts';
import { type HttpSettings, httpFunction, openFunction } from '@convener/http';
import type { Parameters } from '@convener/signing';
import { attendeeCookie, environmentOf, organiserCookie, type Sent, visiting } from '@convener/testing/visitor';
import { type ArrangeDependencies, arrangeDependencies } from '../dependencies.arranging.ts';
import { type RecordDependencies, recordDependencies } from '../dependencies.record.ts';
import {
  type AnonymousDependencies,
  anonymousDependencies,
  type CoordinateDependencies,
  coordinateDependencies,
  type OverseeDependencies,
  overseeDependencies,
  type PublicDependencies,
  publicDependencies,
} from '../dependencies.ts';
import * as access from '../handlers/access-handlers.ts';
import * as arrange from '../handlers/arrange-handlers.ts';
import * as brief from '../handlers/brief-handlers.ts';
import { newRecord, record } from '../handlers/by-voice-handlers.ts';
import * as coordinate from '../handlers/coordinate-handlers.ts';
import { exportCosts } from '../handlers/costs-export.ts';
import * as equality from '../handlers/equality-handlers.ts';
import * as money from '../handlers/money-handlers.ts';
import * as oversee from '../handlers/oversee-handlers.ts';
import * as person from '../handlers/person-handlers.ts';
import * as supplier from '../handlers/supplier-handlers.ts';
import { accessibility } from '../service.ts';
import type { Tables } from '../store/need-store.ts';
import type { AttendeeNames } from '../use-cases/ports.ts';

export type { Sent, Visit } from '@convener/testing/visitor';

/** Where a test wants something else than what runs: a broken twin, or a directory that is down. */
export interface Twins {
  readonly ports?: (ports: PublicDependencies) => PublicDependencies;
  readonly record?: (ports: RecordDependencies) => RecordDependencies;
  readonly arrange?: (ports: ArrangeDependencies) => ArrangeDependencies;
  readonly coordinate?: (ports: CoordinateDependencies) => CoordinateDependencies;
  readonly oversee?: (ports: OverseeDependencies) => OverseeDependencies;
  readonly anonymous?: (ports: AnonymousDependencies) => AnonymousDependencies;
  readonly changeAccess?: typeof access.changeAccess;
  readonly listNeeds?: typeof coordinate.listNeeds;
}

interface Surroundings {
  readonly settings: HttpSettings;
  readonly parameters: Parameters;
}

const same = <T>(ports: T): T => ports;

export async function visitorOf(tables: Tables, clock: () => Date, names: AttendeeNames, twins: Twins = {}) {
  const shared = { service: accessibility, environment: environmentOf(accessibility), clock } as const;
  const visit = await visiting(accessibility, {
    public: httpFunction({
      ...shared,
      lambda: 'public',
      handlers: { ...access, changeAccess: twins.changeAccess ?? access.changeAccess },
      dependencies: (surroundings: Surroundings) => (twins.ports ?? same)(publicDependencies(surroundings, tables)),
    }),
    coordinate: httpFunction({
      ...shared,
      lambda: 'coordinate',
      handlers: { exportCosts, ...coordinate, listNeeds: twins.listNeeds ?? coordinate.listNeeds },
      dependencies: (surroundings: Surroundings) => (twins.coordinate ?? same)(coordinateDependencies(surroundings, tables, names)),
    }),
    arrange: httpFunction({
      ...shared,
      lambda: 'arrange',
      handlers: { ...arrange, ...brief, ...money, ...person, ...supplier },
      dependencies: (surroundings: Surroundings) => (twins.arrange ?? same)(arrangeDependencies(surroundings, tables, names)),
    }),
    record: httpFunction({
      ...shared,
      lambda: 'record',
      handlers: { newRecord, record },
      dependencies: (surroundings: Surroundings) => (twins.record ?? same)(recordDependencies(surroundings, tables, names)),
    }),
    oversee: httpFunction({
      ...shared,
      lambda: 'oversee',
      handlers: oversee,
      dependencies: (surroundings: Surroundings) => (twins.oversee ?? same)(overseeDependencies(surroundings, tables, names)),
    }),
    anonymous: openFunction({
      ...shared,
      lambda: 'anonymous',
      handlers: equality,
      dependencies: (surroundings: Pick<Surroundings, 'settings'>) =>
        (twins.anonymous ?? same)(anonymousDependencies(surroundings, tables)),
    }),
  });
  return {
    visit,
    attendee: (registrationId: string, eventId: string, person = `per_${registrationId}`): Promise<Sent> =>
      attendeeCookie(registrationId, eventId, clock(), person),
    organiser: (roles: readonly Role[], organiserId = 'org_reader'): Promise<Sent> => organiserCookie(roles, clock(), organiserId),
  };
}

export type Visitor = Awaited<ReturnType<typeof visitorOf>>;
