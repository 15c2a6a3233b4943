import type { DomainEventContract } from '@convener/contracts';
import type { SensitiveAnswer } from './answers.ts';
import type { Registration } from './registration.ts';

/** What a change to a registration does to its event's places, in the same transaction. */
export type PlacesEffect =
  | { readonly kind: 'none' }
  /** Nothing, but only while registration is open. */
  | { readonly kind: 'while-open' }
  /** Nothing, but only while the event stands. */
  | { readonly kind: 'while-standing' }
  /** One place of this pool: free, nobody waiting for it, and registration open. */
  | { readonly kind: 'take-while-open'; readonly pool: Pool }
  /** One place of this pool: free, and nobody waiting for it. */
  | { readonly kind: 'take'; readonly pool: Pool }
  | { readonly kind: 'release'; readonly pool: Pool }
  /** The end of the line; only where there is no place to be had. */
  | { readonly kind: 'join-line'; readonly waitingKey: string; readonly group: Pool }
  | { readonly kind: 'leave-line'; readonly waitingKey: string; readonly group: Pool }
  | { readonly kind: 'move-in-line'; readonly from: string; readonly to: string; readonly group: Pool }
  | RegroupEffect
  /** Out of the line onto a free place of this pool. */
  | { readonly kind: 'promote'; readonly waitingKey: string; readonly group: Pool; readonly pool: Pool };

/** What another group does to the places. */
export type RegroupEffect =
  /** The same place in the line, of another group. */
  | { readonly kind: 'regroup-in-line'; readonly waitingKey: string; readonly from: Pool; readonly to: Pool }
  /** From a place of one pool onto one of another: free, and nobody waiting for it. */
  | { readonly kind: 'change-pool'; readonly from: Pool; readonly to: Pool };

/** The group whose reserved places these are; undefined is everybody's. */
type Pool = string | undefined;

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
  /** All sensitive answers as they are from now on; left out where the change is not about them. They go with their registration. */
  readonly sensitive?: readonly SensitiveAnswer[] | undefined;
}
