import type { Actor, Envelope } from '@convener/contracts';
import type { Member, StoredMember } from '../domain/member.ts';
import type { NewLetter } from './letter-ports.ts';
import type { Page } from './page.ts';

export interface LoadedMember {
  readonly stored: StoredMember;
  readonly carried: readonly Envelope[];
}

export type MemberAnnounces = 'join-requested' | 'joined' | 'preferences-changed' | 'left' | undefined;

export interface MemberSaving {
  readonly id: string;
  readonly loaded: LoadedMember;
  /** `same` only checks that nothing changed meanwhile, so that every answer takes the same steps. */
  readonly next: Member | { readonly kind: 'gone'; readonly left: boolean } | 'same';
  readonly announces: MemberAnnounces;
  /** Queued in the same transaction, unless it is there already; then nothing at all is written. */
  readonly letter?: NewLetter;
  readonly actor: Actor;
  readonly now: Date;
}

export type MemberSaved = 'saved' | 'changed-meanwhile' | 'letter-known';

export interface MemberStore {
  find(id: string): Promise<LoadedMember>;
  /** Those that are held, in no order. */
  findMany(ids: readonly string[]): Promise<readonly Member[]>;
  save(saving: MemberSaving): Promise<MemberSaved>;
  /** Joined members by name. `search` looks into names and addresses. */
  list(options: {
    readonly cursor?: string | undefined;
    readonly limit: number;
    readonly search?: string | undefined;
  }): Promise<Page<Member>>;
  count(): Promise<number>;
  expiredPending(now: Date, limit: number): Promise<readonly string[]>;
}
