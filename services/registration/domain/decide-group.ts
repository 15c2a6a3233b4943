import type { Places, ReservedGroup } from './places.ts';
import { groupCalled, mostGroups, reservedOf } from './pools.ts';

/** What an organiser says of a group: a new one has no id yet. */
export interface GroupCommand {
  readonly id: string | undefined;
  readonly name: string;
  readonly places: number;
  /** The instant from which what nobody took is for everybody. */
  readonly releaseAt: string | undefined;
}

export type GroupDecision =
  | { readonly kind: 'add'; readonly group: ReservedGroup }
  | { readonly kind: 'change'; readonly before: ReservedGroup; readonly after: ReservedGroup }
  /** Nothing is different. */
  | { readonly kind: 'same' }
  /** Only so many places are free to be kept. */
  | { readonly kind: 'no-room'; readonly free: number }
  | { readonly kind: 'below-taken'; readonly taken: number }
  | { readonly kind: 'same-name' }
  | { readonly kind: 'too-many' }
  | { readonly kind: 'released' }
  | { readonly kind: 'unknown' };

/** Places can be kept for a group as long as they are free; what its people hold stays theirs. */
export function decideGroup(places: Places, command: GroupCommand): GroupDecision {
  const name = folded(command.name);
  if (places.groups.some((group) => group.id !== command.id && folded(group.name) === name)) return { kind: 'same-name' };
  return command.id === undefined ? add(places, command) : change(places, command, groupCalled(places, command.id));
}

function add(places: Places, command: GroupCommand): GroupDecision {
  if (places.groups.length >= mostGroups) return { kind: 'too-many' };
  const free = freeToKeep(places);
  if (command.places > free) return { kind: 'no-room', free };
  const id = idFrom(command.name, places.groups);
  return { kind: 'add', group: { ...command, id, taken: 0, waiting: 0, releasedAt: undefined } };
}

function change(places: Places, command: GroupCommand, before: ReservedGroup | undefined): GroupDecision {
  if (!before) return { kind: 'unknown' };
  if (before.releasedAt) return { kind: 'released' };
  if (command.places < before.taken) return { kind: 'below-taken', taken: before.taken };
  const free = freeToKeep(places) + before.places;
  if (command.places > before.places && command.places > free) return { kind: 'no-room', free };
  const { name, places: count, releaseAt } = command;
  if (name === before.name && count === before.places && releaseAt === before.releaseAt) return { kind: 'same' };
  return { kind: 'change', before, after: { ...before, name, places: count, releaseAt } };
}

/** Its date is now. */
export function decideRelease(places: Places, id: string | undefined, now: Date): GroupDecision {
  const before = groupCalled(places, id);
  if (!before) return { kind: 'unknown' };
  return before.releasedAt ? { kind: 'released' } : { kind: 'change', before, after: { ...before, releaseAt: now.toISOString() } };
}

function freeToKeep({ capacity, taken, setAside }: Places): number {
  return Math.max(0, capacity - taken - setAside);
}

/** Readable, since people meet it in what they download of themselves: `speakers`, `speakers-2`. */
function idFrom(name: string, groups: readonly ReservedGroup[]): string {
  const base =
    folded(name)
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 40) || 'group';
  const taken = new Set(groups.map(({ id }) => id));
  for (let number = 1; ; number += 1) {
    const id = number === 1 ? base : `${base}-${number}`;
    if (!taken.has(id)) return id;
  }
}

function folded(name: string): string {
  return name.normalize('NFKD').replace(/\p{M}/gu, '').trim().toLowerCase();
}

/** Groups that somebody may move to; their own stays one, also when its places are everybody's by now. */
export function groupsToChoose(places: Places, group: string | undefined): readonly Pick<ReservedGroup, 'id' | 'name'>[] {
  const choosable = choosableGroups(places);
  const own = choosable.some(({ id }) => id === group) ? undefined : groupCalled(places, group);
  return own ? [...choosable, { id: own.id, name: own.name }] : choosable;
}

/** Groups that can be chosen in a form: those whose places still stand apart. */
export function choosableGroups(places: Places): readonly Pick<ReservedGroup, 'id' | 'name'>[] {
  return reservedOf(places).map(({ id, name }) => ({ id, name }));
}
