import type { OrganiserId, Role } from '@convener/contracts';

/** Somebody who may sign in to organise. The name and the address go when they are removed; the id stays for the audit log. */
export type Organiser =
  | {
      readonly kind: 'invited';
      readonly id: OrganiserId;
      readonly address: string;
      readonly roles: readonly Role[];
      /** Whom they may ask; nobody, of invitations that are older than this. */
      readonly invitedBy?: OrganiserId | undefined;
    }
  | { readonly kind: 'active'; readonly id: OrganiserId; readonly address: string; readonly name: string; readonly roles: readonly Role[] }
  | { readonly kind: 'removed'; readonly id: OrganiserId };

export type Change =
  | { readonly kind: 'changed'; readonly organiser: Organiser; readonly announcement: 'invited' | 'roles-changed' | 'removed' }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'refused'; readonly reason: 'no-role' | 'last-organiser' | 'already-there' | 'removed' };

export function invite(
  existing: Organiser | undefined,
  invited: {
    readonly id: OrganiserId;
    readonly address: string;
    readonly roles: readonly Role[];
    readonly invitedBy?: OrganiserId | undefined;
  },
): Change {
  if (invited.roles.length === 0) return { kind: 'refused', reason: 'no-role' };
  if (existing && existing.kind !== 'removed') return { kind: 'refused', reason: 'already-there' };
  return { kind: 'changed', organiser: { kind: 'invited', ...invited }, announcement: 'invited' };
}

/** `others` are the other organisers: somebody must always be left who can invite. */
export function changeRoles(organiser: Organiser, roles: readonly Role[], others: readonly Organiser[]): Change {
  if (organiser.kind === 'removed') return { kind: 'refused', reason: 'removed' };
  if (roles.length === 0) return { kind: 'refused', reason: 'no-role' };
  if (organiser.roles.includes('organiser') && !roles.includes('organiser') && !others.some(canInvite))
    return { kind: 'refused', reason: 'last-organiser' };
  if (sameRoles(organiser.roles, roles)) return { kind: 'unchanged' };
  return { kind: 'changed', organiser: { ...organiser, roles }, announcement: 'roles-changed' };
}

export function remove(organiser: Organiser, others: readonly Organiser[]): Change {
  if (organiser.kind === 'removed') return { kind: 'unchanged' };
  if (canInvite(organiser) && !others.some(canInvite)) return { kind: 'refused', reason: 'last-organiser' };
  return { kind: 'changed', organiser: { kind: 'removed', id: organiser.id }, announcement: 'removed' };
}

/** Whether there is one fewer who can invite: in that very moment somebody else must be there who can. */
export function stopsInviting(before: Organiser | undefined, after: Organiser): boolean {
  return before !== undefined && canInvite(before) && !canInvite(after);
}

/** Only somebody who has signed in counts: an invitation may never be answered. */
export function canInvite(organiser: Organiser): boolean {
  return organiser.kind === 'active' && organiser.roles.includes('organiser');
}

function sameRoles(a: readonly Role[], b: readonly Role[]): boolean {
  return a.length === b.length && a.every((role) => b.includes(role));
}

/** Whether somebody may do less than before, so that the sessions which they have must end. */
export function losesStanding(before: Organiser | undefined, after: Organiser): boolean {
  if (before?.kind !== 'active') return false;
  return before.roles.some((role) => after.kind === 'removed' || !after.roles.includes(role));
}
