import type { Actor, OrganiserId, Role } from '@convener/contracts';
import { type Change, changeRoles, invite, losesStanding, remove } from '../domain/organiser.ts';
import type { OrganiserStore, Sessions } from './ports.ts';
import { tokenSeconds } from './sign-in.ts';

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
  // Nothing that was signed before lasts longer than a token does.
  const ends = losesStanding(loaded?.organiser, organiser) ? { endsSessionsUntil: new Date(who.now.getTime() + tokenSeconds * 1000) } : {};
  const outcome = await store.save({ loaded, organiser, announcement, actor: who.actor, now: who.now, ...ends });
  return outcome === 'saved' ? change : { kind: 'changed-meanwhile' };
}
