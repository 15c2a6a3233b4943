import type { PlacesEffect } from './change.ts';
import type { Registration, RegistrationState } from './registration.ts';

/** One way to stand as a member of another group. */
export interface Regrouping {
  readonly state: RegistrationState;
  readonly places: PlacesEffect;
}

const stays: PlacesEffect = { kind: 'none' };

/**
 * An organiser says that somebody is of another group, or of none. The ways to try, in this order; where the places allow none of them,
 * nothing is changed. Whoever holds a place goes onto one of their new group's, else onto one for everybody: a place that is kept for a
 * group is never held by somebody who is not of it. Whoever waits keeps their place in the line.
 */
export function regroupings({ state, group: before }: Registration, group: string | undefined): readonly Regrouping[] {
  if (group === before) return [{ state, places: stays }];
  switch (state.kind) {
    case 'cancelled':
      return [];
    case 'waitlisted':
      return [{ state, places: { kind: 'regroup-in-line', waitingKey: state.waitingKey, from: before, to: group } }];
    case 'pending':
      if (state.holds === 'nothing') return [{ state, places: stays }];
      return poolsOf(group).map((pool) => ({ state: { ...state, pool }, places: swap(state.pool, pool) }));
    case 'confirmed':
    case 'offered':
      return poolsOf(group).map((pool) => ({ state: { ...state, pool }, places: swap(state.pool, pool) }));
  }
}

function poolsOf(group: string | undefined): readonly (string | undefined)[] {
  return group === undefined ? [undefined] : [group, undefined];
}

function swap(from: string | undefined, to: string | undefined): PlacesEffect {
  return from === to ? stays : { kind: 'change-pool', from, to };
}
