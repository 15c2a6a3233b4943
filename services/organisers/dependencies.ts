import { openTable } from '@convener/dynamodb';
import type { HttpSettings, NetworkSettings } from '@convener/http';
import { endedSessionsNotice, noticesOf, type Parameters, writeEnded } from '@convener/signing';
import { sessionsOf } from './dependencies.sessions.ts';
import { auditStore } from './store/audit-store.ts';
import { homeStore } from './store/home-store.ts';
import { organiserStore } from './store/organiser-store.ts';
import { signInStore } from './store/sign-in-store.ts';
import type { AuditStore, EndedNotice, HomeStore, OrganiserStore, Sessions, SignInStore } from './use-cases/ports.ts';

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
    sessions: sessionsOf(parameters),
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
