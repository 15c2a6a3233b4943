import { randomBytes } from 'node:crypto';
import { openTable } from '@convener/dynamodb';
import type { HttpSettings, NetworkSettings } from '@convener/http';
import { eventStore } from './store/event-store.ts';
import { networkStore } from './store/network-store.ts';
import type { NetworkStore, PublishedStatements } from './use-cases/network-ports.ts';
import type { EventStore, OrganisePorts } from './use-cases/ports.ts';

export interface PublicDependencies {
  readonly store: EventStore;
  readonly statements: PublishedStatements;
  readonly network: NetworkSettings;
  readonly baseUrl: string;
}

export interface OrganiseDependencies extends OrganisePorts {
  readonly networkStore: NetworkStore;
  readonly network: NetworkSettings;
  readonly baseUrl: string;
}

interface Surroundings {
  readonly settings: HttpSettings;
}

export function publicDependencies({ settings }: Surroundings, table = openTable(process.env)): PublicDependencies {
  return { store: eventStore(table), statements: networkStore(table), network: settings.network, baseUrl: settings.baseUrl };
}

export function organiseDependencies({ settings }: Surroundings, table = openTable(process.env)): OrganiseDependencies {
  return {
    store: eventStore(table),
    networkStore: networkStore(table),
    ids: { make: (prefix) => `${prefix}_${randomBytes(16).toString('base64url')}` },
    timeZone: settings.network.timeZone,
    network: settings.network,
    baseUrl: settings.baseUrl,
  };
}

export function joiningDependencies(): { readonly store: EventStore } {
  return { store: eventStore(openTable(process.env)) };
}
