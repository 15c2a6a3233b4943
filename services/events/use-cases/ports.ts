import type { Actor, EventId } from '@convener/contracts';
import type { Announcement } from '../domain/changes.ts';
import type { ClonePart } from '../domain/clone.ts';
import type { Event } from '../domain/event.ts';

/** An event as it was loaded, with what a store needs to write it again safely. */
export interface Loaded {
  readonly event: Event;
  readonly version: number;
  /** Opaque to use cases. */
  readonly carried: unknown;
}

/** How an event came to be, which nobody decides on. */
export type Beginning =
  | { readonly kind: 'created' }
  | { readonly kind: 'cloned'; readonly fromEventId: EventId; readonly copies: readonly ClonePart[] };

export interface Saving {
  readonly loaded: Loaded | undefined;
  readonly event: Event;
  readonly announcements: readonly (Announcement | Beginning)[];
  readonly actor: Actor;
  readonly now: Date;
}

export type Saved = { readonly kind: 'saved' } | { readonly kind: 'slug-taken' } | { readonly kind: 'changed-meanwhile' };

export type Listing = 'draft' | 'published' | 'cancelled';

export interface EventStore {
  find(id: EventId): Promise<Loaded | undefined>;
  /** For the public page: may be a moment old. */
  findPublic(slug: string): Promise<Event | undefined>;
  save(saving: Saving): Promise<Saved>;
  /** In order of their start. `from` and `to` are instants. */
  list(listing: Listing, range?: { readonly from?: string; readonly to?: string }): Promise<readonly Event[]>;
}

export interface Ids {
  /** Opaque, 128 random bits behind the prefix. */
  make(prefix: 'evt' | 'spk' | 'lnk'): string;
}

export interface OrganisePorts {
  readonly store: EventStore;
  readonly ids: Ids;
  readonly timeZone: string;
}
