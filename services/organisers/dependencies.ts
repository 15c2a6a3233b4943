import { createHmac, randomBytes } from 'node:crypto';
import { openTable } from '@convener/dynamodb';
import type { HttpSettings, NetworkSettings } from '@convener/http';
import { endedSessionsNotice, noticesOf, type Parameters, signSession, writeEnded } from '@convener/signing';
import { identityProvider } from './identity/identity-provider.ts';
import { readOrganisersSettings } from './settings.ts';
import { auditStore } from './store/audit-store.ts';
import { homeStore } from './store/home-store.ts';
import { organiserStore } from './store/organiser-store.ts';
import { signInStore } from './store/sign-in-store.ts';
import type { AuditStore, EndedNotice, HomeStore, IdentityProvider, OrganiserStore, Sessions, SignInStore } from './use-cases/ports.ts';
import type { SignInPorts } from './use-cases/sign-in.ts';

export interface PublicDependencies extends SignInPorts {
  readonly provider: IdentityProvider;
  /** Signs the cookie that holds the proof of a sign-in under way. */
  readonly proofSecret: () => Promise<string>;
  readonly network: NetworkSettings;
  readonly baseUrl: string;
}

export interface OrganiseDependencies {
  readonly store: OrganiserStore;
  readonly sessions: Sessions;
  readonly signIns: SignInStore;
  readonly audit: AuditStore;
  readonly home: HomeStore;
  readonly network: NetworkSettings;
}

export interface ReactDependencies {
  readonly audit: AuditStore;
  readonly home: HomeStore;
  readonly store: OrganiserStore;
  readonly ended: EndedNotice;
  readonly clock: () => Date;
}

function sessions(parameters: Parameters): Sessions {
  return {
    idOf: async (address) => {
      const secret = await parameters.secret('addresses');
      return `org_${createHmac('sha256', secret).update(address.trim().toLowerCase()).digest().subarray(0, 16).toString('base64url')}`;
    },
    sign: async (organiser, now, lifetimeSeconds) =>
      signSession(
        { kind: 'organiser', organiserId: organiser.id, roles: organiser.roles, name: organiser.name, standing: organiser.standing },
        await parameters.privateKey('session'),
        now,
        lifetimeSeconds,
      ),
  };
}

export function publicDependencies({
  settings,
  parameters,
}: {
  readonly settings: HttpSettings;
  readonly parameters: Parameters;
}): PublicDependencies {
  const own = readOrganisersSettings(process.env);
  const table = openTable(process.env);
  return {
    store: organiserStore(table),
    signIns: signInStore(table),
    sessions: sessions(parameters),
    newId: () => randomBytes(24).toString('base64url'),
    firstOrganiser: own.firstOrganiser,
    provider: identityProvider(own, settings.baseUrl),
    proofSecret: () => parameters.secret('sign-in'),
    network: settings.network,
    baseUrl: settings.baseUrl,
  };
}

export function organiseDependencies({
  settings,
  parameters,
}: {
  readonly settings: HttpSettings;
  readonly parameters: Parameters;
}): OrganiseDependencies {
  const table = openTable(process.env);
  return {
    store: organiserStore(table),
    sessions: sessions(parameters),
    signIns: signInStore(table),
    audit: auditStore(table),
    home: homeStore(table),
    network: settings.network,
  };
}

export function reactDependencies(): ReactDependencies {
  const table = openTable(process.env);
  const notices = noticesOf(process.env.SECRET_PREFIX ?? '');
  const { owner, name } = endedSessionsNotice;
  return {
    audit: auditStore(table),
    home: homeStore(table),
    store: organiserStore(table),
    ended: { publish: (ended) => notices.say(owner, name, writeEnded(ended)) },
    clock: () => new Date(),
  };
}

export function invitationDependencies(): { readonly store: OrganiserStore } {
  return { store: organiserStore(openTable(process.env)) };
}
