import { openTable, type Table } from '@convener/dynamodb';
import type { HttpSettings, NetworkSettings } from '@convener/http';
import type { Parameters } from '@convener/signing';
import { eventStore } from './store/event-store.ts';
import { linksOf } from './store/links.ts';
import { idsOf } from './store/reflection-ids.ts';
import { reflectionStore } from './store/reflection-store.ts';
import { snapshotsOf } from './store/snapshots.ts';
import { themeStore } from './store/theme-store.ts';
import type { OrganisePorts, PublicPorts } from './use-cases/ports.ts';

interface Site {
  readonly network: NetworkSettings;
  readonly baseUrl: string;
}

export type PublicDependencies = PublicPorts & Site;
export type OrganiseDependencies = OrganisePorts & Site;

interface Surroundings {
  readonly settings: Pick<HttpSettings, 'network' | 'baseUrl'>;
  readonly parameters: Pick<Parameters, 'secret'>;
}

export function publicDependencies({ settings, parameters }: Surroundings, table: Table = openTable(process.env)): PublicDependencies {
  return {
    events: eventStore(table),
    reflections: reflectionStore(table),
    ids: idsOf(parameters),
    links: linksOf(parameters),
    network: settings.network,
    baseUrl: settings.baseUrl,
  };
}

export function organiseDependencies(surroundings: Surroundings, table: Table = openTable(process.env)): OrganiseDependencies {
  return { ...publicDependencies(surroundings, table), themes: themeStore(table) };
}

export function reactDependencies(table: Table = openTable(process.env)) {
  return { events: eventStore(table) };
}

export function freezeDependencies(table: Table = openTable(process.env)) {
  return { snapshots: snapshotsOf(table) };
}
