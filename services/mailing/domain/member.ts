import type { Stream } from './streams.ts';

/** What members may choose to be written to in; letters are in English until there are words in another. */
export const languages = ['en', 'gd'] as const;
export type Language = (typeof languages)[number];
export type Format = 'html' | 'text';

export interface MemberDetails {
  /** What they like to be called; may be empty. */
  readonly name: string;
  readonly format: Format;
  readonly language: Language;
  /** In their own words. */
  readonly interests: string;
}

export type Membership =
  /** Somebody gave this address; whoever reads its mail has yet to say that it was them. */
  | { readonly kind: 'pending'; readonly since: string; readonly expiresAt: string }
  | { readonly kind: 'joined'; readonly since: string; readonly by: 'form' | 'import'; readonly streams: readonly Stream[] };

export interface Member {
  readonly id: string;
  readonly address: string;
  readonly details: MemberDetails;
  /** Links in mail carry it; raising it revokes every link before. */
  readonly linkVersion: number;
  readonly membership: Membership;
}

/** What is stored under a member's id. A gone one keeps its version, so that old links stay dead and the same person can come again. */
export type StoredMember =
  | { readonly kind: 'none' }
  | { readonly kind: 'gone'; readonly version: number; readonly left: boolean }
  | { readonly kind: 'held'; readonly version: number; readonly member: Member };

export function versionOf(stored: StoredMember): number {
  return stored.kind === 'none' ? 0 : stored.version;
}

/** Days after which an address that was never confirmed is deleted. */
export const pendingDays = 7;

export interface Joining {
  readonly id: string;
  readonly address: string;
  readonly details: MemberDetails;
}

/** Somebody asks to join: a new or renewed request, or a reminder to who is a member already. Whoever asks sees no difference. */
export function decideJoin(
  stored: StoredMember,
  joining: Joining,
  now: Date,
): { readonly kind: 'pending'; readonly member: Member } | { readonly kind: 'already-member'; readonly member: Member } {
  if (stored.kind === 'held' && stored.member.membership.kind === 'joined') return { kind: 'already-member', member: stored.member };
  const linkVersion = stored.kind === 'held' ? stored.member.linkVersion : versionOf(stored) + 1;
  const since = stored.kind === 'held' ? stored.member.membership.since : now.toISOString();
  const expiresAt = new Date(now.getTime() + pendingDays * 86_400_000).toISOString();
  return { kind: 'pending', member: { ...joining, linkVersion, membership: { kind: 'pending', since, expiresAt } } };
}

export const everyStream: readonly Stream[] = ['reports', 'news'];

export type Confirmed =
  | { readonly kind: 'joined'; readonly member: Member }
  | { readonly kind: 'already-joined'; readonly member: Member }
  | { readonly kind: 'dead-link' };

/** The link in the letter was pressed. `linkVersion` is the one that the link carries. */
export function decideConfirm(stored: StoredMember, linkVersion: number, now: Date): Confirmed {
  if (stored.kind !== 'held' || stored.member.linkVersion !== linkVersion) return { kind: 'dead-link' };
  const { member } = stored;
  if (member.membership.kind === 'joined') return { kind: 'already-joined', member };
  if (member.membership.expiresAt <= now.toISOString()) return { kind: 'dead-link' };
  return {
    kind: 'joined',
    member: { ...member, membership: { kind: 'joined', since: now.toISOString(), by: 'form', streams: everyStream } },
  };
}

export type Imported =
  | { readonly kind: 'added'; readonly member: Member }
  | { readonly kind: 'unchanged' }
  /** Somebody who left comes back by themselves or not at all. */
  | { readonly kind: 'refused'; readonly reason: 'left' };

/** A row of an organiser's file. Who is a member already keeps what they chose; nobody is brought back who left. */
export function decideImport(stored: StoredMember, row: Joining, now: Date): Imported {
  if (stored.kind === 'gone' && stored.left) return { kind: 'refused', reason: 'left' };
  if (stored.kind === 'held' && stored.member.membership.kind === 'joined') return { kind: 'unchanged' };
  const linkVersion = stored.kind === 'held' ? stored.member.linkVersion : versionOf(stored) + 1;
  const membership = { kind: 'joined', since: now.toISOString(), by: 'import', streams: everyStream } as const;
  return { kind: 'added', member: { ...row, linkVersion, membership } };
}

export interface Preferences extends MemberDetails {
  readonly streams: readonly Stream[];
}

/** Undefined where there is nobody to change. */
export function decidePreferences(stored: StoredMember, wanted: Preferences): Member | undefined {
  if (stored.kind !== 'held' || stored.member.membership.kind !== 'joined') return undefined;
  const { streams, ...details } = wanted;
  return { ...stored.member, details, membership: { ...stored.member.membership, streams } };
}
