import { randomBytes } from 'node:crypto';
import { openTable } from '@convener/dynamodb';
import type { HttpSettings, NetworkSettings } from '@convener/http';
import { parametersOf } from '@convener/signing';
import { sessionsOf } from './dependencies.sessions.ts';
import { identityProvider } from './identity/identity-provider.ts';
import { readOrganisersSettings } from './settings.ts';
import { organiserStore } from './store/organiser-store.ts';
import { signInStore } from './store/sign-in-store.ts';
import type { IdentityProvider } from './use-cases/ports.ts';
import type { SignInPorts } from './use-cases/sign-in.ts';

export interface PublicDependencies extends SignInPorts {
  readonly provider: IdentityProvider;
  /** Signs the cookie that holds the proof of a sign-in under way. */
  readonly proofSecret: () => Promise<string>;
  readonly network: NetworkSettings;
  readonly baseUrl: string;
}

/** Whoever comes to sign in for the first time today is led to the identity provider, and meets no table on the way: it is opened when asked. */
export function publicDependencies({ settings }: { readonly settings: HttpSettings }): PublicDependencies {
  const own = readOrganisersSettings(process.env);
  const parameters = parametersOf(settings.service, settings.secretPrefix);
  let opened: ReturnType<typeof stores> | undefined;
  const open = () => {
    opened ??= stores();
    return opened;
  };
  return {
    store: { find: (id) => open().store.find(id), save: (saving) => open().store.save(saving) },
    signIns: {
      start: (...signIn) => open().signIns.start(...signIn),
      find: (...signIn) => open().signIns.find(...signIn),
      end: (id) => open().signIns.end(id),
    },
    provider: identityProvider(own, settings.baseUrl),
    sessions: sessionsOf(parameters),
    newId: () => randomBytes(24).toString('base64url'),
    firstOrganiser: own.firstOrganiser,
    proofSecret: () => parameters.secret('sign-in'),
    network: settings.network,
    baseUrl: settings.baseUrl,
  };
}

function stores() {
  const table = openTable(process.env);
  return { store: organiserStore(table), signIns: signInStore(table) };
}
