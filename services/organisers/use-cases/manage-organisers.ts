import type { Actor, OrganiserId, Role } from '@convener/contracts';
import { type Change, canInvite, changeRoles, invite, losesStanding, remove, stopsInviting } from '../domain/organiser.ts';
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
  const change = invite(loaded?.organiser, { id, address: command.address, roles: command.roles, ...invitedBy(command.actor) });
  return change.kind === 'changed' ? saved(change, loaded, command, store) : change;
}

function invitedBy(actor: Actor) {
  return actor.kind === 'organiser' ? { invitedBy: actor.id } : {};
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
  if (change.kind !== 'changed') return change;
  if (!stopsInviting(loaded.organiser, change.organiser)) return saved(change, loaded, command, store);
  for (const other of others.filter(canInvite)) {
    const outcome = await write(change, loaded, command, store, other.id);
    // Somebody else in the list may still be there, though this one went a moment ago.
    if (outcome !== 'other-gone') return outcome === 'saved' ? change : { kind: outcome };
  }
  return { kind: 'refused', reason: 'last-organiser' };
}

type Changed = Extract<Change, { kind: 'changed' }>;
type Loaded = Awaited<ReturnType<OrganiserStore['find']>>;

async function saved(change: Changed, loaded: Loaded, who: Who, store: OrganiserStore): Promise<Outcome> {
  return (await write(change, loaded, who, store)) === 'saved' ? change : { kind: 'changed-meanwhile' };
}

function write(change: Changed, loaded: Loaded, { actor, now }: Who, store: OrganiserStore, leaving?: OrganiserId) {
  const { organiser, announcement } = change;
  // Nothing that was signed before lasts longer than a token does.
  const ends = losesStanding(loaded?.organiser, organiser) ? { endsSessionsUntil: new Date(now.getTime() + tokenSeconds * 1000) } : {};
  return store.save({ loaded, organiser, announcement, actor, now, ...ends, ...(leaving ? { leaving } : {}) });
}
