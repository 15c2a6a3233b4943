import type { DomainEventContract } from '@convener/contracts';
import type { Registration } from './registration.ts';

/** What a change to a registration does to its event's places, in the same transaction. */
export type PlacesEffect =
  | { readonly kind: 'none' }
  /** Nothing, but only while registration is open. */
  | { readonly kind: 'while-open' }
  /** Nothing, but only while the event stands. */
  | { readonly kind: 'while-standing' }
  /** One place: free, nobody waiting, and registration open. */
  | { readonly kind: 'take-while-open' }
  /** One place: free, and nobody waiting. */
  | { readonly kind: 'take' }
  | { readonly kind: 'release' }
  /** The end of the line; only where there is no place to be had. */
  | { readonly kind: 'join-line'; readonly waitingKey: string }
  | { readonly kind: 'leave-line'; readonly waitingKey: string }
  /** Out of the line onto a free place. */
  | { readonly kind: 'promote'; readonly waitingKey: string };

/** A domain event still without id and version; the store makes the envelope as it writes. */
export interface Announcement {
  readonly contract: DomainEventContract;
  readonly data: unknown;
}

/** One decided change: state, places and domain event are stored together or not at all. */
export interface Change {
  /** Undefined where all that stays is a tombstone. */
  readonly next: Registration | undefined;
  readonly places: PlacesEffect;
  readonly announces: Announcement | undefined;
}
