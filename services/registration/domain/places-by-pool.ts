import type { Places } from './places.ts';
import { generalRoom, reservedOf } from './pools.ts';
import type { ListedRegistration } from './registration.ts';

/** The places of one pool as a picture shows them: together they are all its places, and those who wait stand beside. */
export interface PoolCount {
  /** Undefined is everybody's. */
  readonly group: { readonly id: string; readonly name: string } | undefined;
  readonly places: number;
  readonly taken: number;
  readonly offered: number;
  /** For people who have yet to confirm. */
  readonly held: number;
  readonly free: number;
  readonly waiting: number;
}

/** Counters tell how many places are gone; the list, which may be a moment old, tells how. */
export function placesByPool(places: Places, listed: readonly ListedRegistration[]): readonly PoolCount[] {
  const groups = reservedOf(places);
  const apart = new Set(groups.map(({ id }) => id));
  const counted = (pool: string | undefined, status: 'confirmed' | 'offered') =>
    listed.filter((each) => each.status === status && (each.pool && apart.has(each.pool) ? each.pool : undefined) === pool).length;
  const poolOf = (group: PoolCount['group'], gone: number, all: number, free: number, waiting: number): PoolCount => {
    const [taken, offered] = [counted(group?.id, 'confirmed'), counted(group?.id, 'offered')];
    return { group, places: all, taken, offered, held: Math.max(0, gone - taken - offered), free: Math.max(0, free), waiting };
  };
  const ofGroups = groups.map(({ id, name, places: all, taken, waiting }) => poolOf({ id, name }, taken, all, all - taken, waiting));
  const sum = (count: (group: PoolCount) => number) => ofGroups.reduce((total, group) => total + count(group), 0);
  const gone = places.taken - groups.reduce((total, { taken }) => total + taken, 0);
  const everybody = poolOf(
    undefined,
    gone,
    places.capacity - sum((each) => each.places),
    generalRoom(places),
    places.waiting - sum((each) => each.waiting),
  );
  return [everybody, ...ofGroups];
}
