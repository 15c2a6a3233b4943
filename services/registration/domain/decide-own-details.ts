import type { Change } from './change.ts';
import { regroupings } from './decide-regroup.ts';
import type { Details, Stored } from './registration.ts';

/** What somebody says of themselves, on a page that was made from a version of it. */
export interface OwnDetails {
  readonly seenVersion: number;
  readonly details: Details;
  readonly group: string | undefined;
}

export type OwnDetailsDecision =
  /** To be tried in this order; the places allow one of them, or nothing is changed. */
  | { readonly kind: 'change'; readonly ways: readonly Change[] }
  /** It was changed since the page was made: in another tab, or by an organiser. */
  | { readonly kind: 'meanwhile' }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'gone' };

/** Nobody else needs to know, so nothing is announced. Of another group they stand as if an organiser had said so. */
export function decideOwnDetails(stored: Stored, { seenVersion, details, group }: OwnDetails): OwnDetailsDecision {
  if (stored.kind !== 'held') return { kind: 'gone' };
  const { registration, version } = stored;
  if (registration.state.kind === 'cancelled') return { kind: 'cancelled' };
  if (version !== seenVersion) return { kind: 'meanwhile' };
  const ways = regroupings(registration, group).map(
    ({ state, places }): Change => ({ next: { ...registration, details, group, state }, places, announces: undefined }),
  );
  return { kind: 'change', ways };
}
