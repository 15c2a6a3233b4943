import type { OrganiserId, Role } from '@convener/contracts';
import type { Organiser } from './organiser.ts';

/** What the identity provider says of somebody. */
export interface Claims {
  readonly address: string;
  /** Providers that do not verify addresses cannot be believed about them. */
  readonly addressVerified: boolean;
  readonly name: string;
  readonly roles: readonly Role[];
}

export type SignIn =
  | { readonly kind: 'welcome'; readonly organiser: Extract<Organiser, { kind: 'active' }>; readonly isNew: boolean }
  | { readonly kind: 'refused'; readonly reason: 'unverified' | 'not-invited' | 'removed' };

/**
 * Whether somebody may come in. Our own record decides; roles that the provider claims count only for somebody whom we do not know yet.
 * The network's first organiser is named when it is deployed, since nobody is there to invite them.
 */
export function decideSignIn(existing: Organiser | undefined, claims: Claims, id: OrganiserId, isFirstOrganiser: boolean): SignIn {
  if (!claims.addressVerified) return { kind: 'refused', reason: 'unverified' };
  if (existing?.kind === 'removed') return { kind: 'refused', reason: 'removed' };
  const roles = existing?.roles ?? (isFirstOrganiser ? withOrganiser(claims.roles) : claims.roles);
  if (roles.length === 0) return { kind: 'refused', reason: 'not-invited' };
  const isNew = existing?.kind !== 'active' || existing.name !== claims.name;
  return { kind: 'welcome', isNew, organiser: { kind: 'active', id, address: claims.address, name: claims.name, roles } };
}

/** Who is named first may invite and give roles; reading what would help people is a role that is given knowingly, never along the way. */
function withOrganiser(roles: readonly Role[]): readonly Role[] {
  return ['organiser', ...roles.filter((role) => role !== 'organiser')];
}

const known: ReadonlySet<unknown> = new Set<Role>(['organiser', 'access-coordinator', 'editor']);

/** Roles in a claim: a list, or one text with commas or spaces; whatever else a provider puts there is ignored. */
export function rolesInClaim(claim: unknown): readonly Role[] {
  const values: readonly unknown[] = Array.isArray(claim) ? claim : typeof claim === 'string' ? claim.split(/[\s,]+/) : [];
  return values.filter((value): value is Role => known.has(value));
}

/** A path of this site to go back to after signing in; anything else leads to the console's home. */
export function safeReturn(wanted: string | undefined): `/${string}` {
  if (!wanted || !/^\/(?![/\\])[\x21-\x7e]*$/.test(wanted) || wanted.includes('\\')) return '/organise';
  return wanted.startsWith('/') ? `/${wanted.slice(1)}` : '/organise';
}
