import type { Places, ReservedGroup } from './places.ts';

/** Few enough for one item and one page. */
export const mostGroups = 8;

export function reservedOf(places: Places): readonly ReservedGroup[] {
  return places.groups.filter(({ releasedAt }) => !releasedAt);
}

/** Places for everybody that nobody holds; below nothing where the capacity was lowered. */
export function generalRoom({ capacity, taken, setAside }: Places): number {
  return capacity - taken - setAside;
}

function groupRoom(places: Places, group: ReservedGroup): number {
  // Where the capacity was lowered below what is given and set aside, nobody gets a place until it fits.
  return generalRoom(places) < 0 || group.releasedAt ? 0 : Math.max(0, group.places - group.taken);
}

/** The group as it can be chosen in a form; undefined for a name that is none. */
export function groupCalled(places: Places, id: string | undefined): ReservedGroup | undefined {
  return places.groups.find((group) => group.id === id);
}

/**
 * Where somebody new could have a place now: in the pool of their group, else in the general one. A place that others wait for is not to
 * be had.
 */
export function poolsFor(places: Places, groupId: string | undefined): readonly (string | undefined)[] {
  const group = groupCalled(places, groupId);
  const own = group && groupRoom(places, group) > 0 && group.waiting === 0 ? [group.id] : [];
  return generalRoom(places) > 0 && places.waiting === 0 ? [...own, undefined] : own;
}

export type NextInLine =
  /** The first of this group takes one of its places. */
  | { readonly kind: 'of-group'; readonly group: string }
  /** The first of all, whatever their group. */
  | { readonly kind: 'of-all' };

/** Whose turn it is; undefined while nobody waits for a place that is there. */
export function nextInLine(places: Places): NextInLine | undefined {
  const group = places.groups.find((each) => each.waiting > 0 && groupRoom(places, each) > 0);
  if (group) return { kind: 'of-group', group: group.id };
  return places.waiting > 0 && generalRoom(places) > 0 ? { kind: 'of-all' } : undefined;
}

/** Those whose date has come and whose places still stand apart. */
export function dueForRelease(places: Places, now: Date): readonly ReservedGroup[] {
  return reservedOf(places).filter(({ releaseAt }) => releaseAt !== undefined && releaseAt <= now.toISOString());
}

/**
 * The capacity was lowered under what is given and set aside: unsold reserved places go first, of the last group first. Says which group
 * gives up how many.
 */
export function givenUpToFit(places: Places): { readonly group: ReservedGroup; readonly by: number } | undefined {
  const over = -generalRoom(places);
  const group = reservedOf(places).findLast((each) => each.places > each.taken);
  return over > 0 && group ? { group, by: Math.min(over, group.places - group.taken) } : undefined;
}
