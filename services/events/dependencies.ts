import { randomBytes } from 'node:crypto';
import { openTable } from '@convener/dynamodb';
import type { HttpSettings, NetworkSettings } from '@convener/http';
import { eventStore } from './store/event-store.ts';
import type { EventStore, OrganisePorts } from './use-cases/ports.ts';

export interface PublicDependencies {
  readonly store: EventStore;
  readonly network: NetworkSettings;
  readonly baseUrl: string;
}

export interface OrganiseDependencies extends OrganisePorts {
  readonly network: NetworkSettings;
  readonly baseUrl: string;
}

export function publicDependencies({ settings }: { readonly settings: HttpSettings }): PublicDependencies {
  return { store: eventStore(openTable(process.env)), network: settings.network, baseUrl: settings.baseUrl };
}

export function organiseDependencies({ settings }: { readonly settings: HttpSettings }): OrganiseDependencies {
  return {
    store: eventStore(openTable(process.env)),
    ids: { make: (prefix) => `${prefix}_${randomBytes(16).toString('base64url')}` },
    timeZone: settings.network.timeZone,
    network: settings.network,
    baseUrl: settings.baseUrl,
  };
}

export function joiningDependencies(): { readonly store: EventStore } {
  return { store: eventStore(openTable(process.env)) };
}
