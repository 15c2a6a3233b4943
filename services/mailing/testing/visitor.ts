import type { Role } from '@convener/contracts';
import type { Table } from '@convener/dynamodb';
import { type HttpSettings, httpFunction } from '@convener/http';
import type { Parameters } from '@convener/signing';
import { environmentOf, organiserCookie, type Sent, visiting } from '@convener/testing/visitor';
import { lettersDependencies, organiseDependencies, publicDependencies } from '../dependencies.ts';
import { letterHandlers } from '../handlers/letter-routes.ts';
import { organiseHandlers } from '../handlers/organise-routes.ts';
import { publicHandlers } from '../handlers/public-routes.ts';
import { mailing } from '../service.ts';
import type { Directory } from '../use-cases/ports.ts';
import { directoryTwin, parameters } from './send-ports.ts';

export type { Sent, Visit } from '@convener/testing/visitor';

interface Surroundings {
  readonly settings: HttpSettings;
  readonly parameters: Parameters;
}

export async function visitorOf(table: Table, clock: () => Date, directory: Directory = directoryTwin(new Map())) {
  // The secrets that the tests' own letters are signed with.
  const withSecrets = (surroundings: Surroundings) => ({ ...surroundings, parameters: { ...surroundings.parameters, ...parameters } });
  const shared = { service: mailing, environment: environmentOf(mailing), clock } as const;
  const visit = await visiting(mailing, {
    public: httpFunction({
      ...shared,
      lambda: 'public',
      handlers: publicHandlers,
      dependencies: (surroundings: Surroundings) => ({ ...publicDependencies(withSecrets(surroundings), table), evenTime: async () => {} }),
    }),
    letters: httpFunction({
      ...shared,
      lambda: 'letters',
      handlers: letterHandlers,
      dependencies: (surroundings: Surroundings) => lettersDependencies(surroundings, table),
    }),
    organise: httpFunction({
      ...shared,
      lambda: 'organise',
      handlers: organiseHandlers,
      dependencies: (surroundings: Surroundings) => organiseDependencies(withSecrets(surroundings), table, directory),
    }),
  });
  return { visit, organiser: (roles: readonly Role[] = ['organiser']): Promise<Sent> => organiserCookie(roles, clock()) };
}
