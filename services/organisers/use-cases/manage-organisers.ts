import type { Actor, OrganiserId, Role } from '@convener/contracts';
import { type Change, changeRoles, invite, remove } from '../domain/organiser.ts';
import type { OrganiserStore, Sessions } from './ports.ts';

export type Outcome = Change | { readonly kind: 'unknown' } | { readonly kind: 'changed-meanwhile' };

interface Who {
  readonly actor: Actor;
  readonly now: Date;
}

export async function inviteOrganiser(
  command: Who & { readonly address: string; readonly roles: readonly Role[] },
  { store, sessions }: { readonly store: OrganiserStore; readonly sessions: Sessions },
): Promise<Outcome> {
  const id = await sessions.idOf(command.address);
  const loaded = await store.find(id);
  const change = invite(loaded?.organiser, { id, address: command.address, roles: command.roles });
  return change.kind === 'changed' ? saved(change, loaded, command, store) : change;
}

export async function changeOrganiser(
  command: Who & {
    readonly organiserId: OrganiserId;
    readonly change: { readonly kind: 'remove' } | { readonly kind: 'roles'; readonly roles: readonly Role[] };
  },
  { store }: { readonly store: OrganiserStore },
): Promise<Outcome> {
  const loaded = await store.find(command.organiserId);
  if (!loaded) return { kind: 'unknown' };
  const others = (await store.all()).filter((other) => other.id !== command.organiserId);
  const change =
    command.change.kind === 'remove' ? remove(loaded.organiser, others) : changeRoles(loaded.organiser, command.change.roles, others);
  return change.kind === 'changed' ? saved(change, loaded, command, store) : change;
}

async function saved(
  change: Extract<Change, { kind: 'changed' }>,
  loaded: Awaited<ReturnType<OrganiserStore['find']>>,
  who: Who,
  store: OrganiserStore,
): Promise<Outcome> {
  const { organiser, announcement } = change;
  const outcome = await store.save({ loaded, organiser, announcement, actor: who.actor, now: who.now });
  return outcome === 'saved' ? change : { kind: 'changed-meanwhile' };
}
