import type { Write } from '@convener/dynamodb';
import type { PlacesEffect, RegroupEffect } from '../domain/change.ts';
import { placesKey } from './keys.ts';
import { lineDelete, linePut } from './line-writes.ts';
import { groupHasRoom, groupIsFree, isFree, isOpen, numbers, one, stands, standsApart } from './places-conditions.ts';

const names = { '#capacity': 'capacity' };
const naming = (group: string | undefined) => (group === undefined ? undefined : { '#group': group });

/** One way to write it, and another where what was a group's place may be everybody's by now. */
export type Ways = readonly [readonly Write[], (readonly Write[])?];
/** Only the functions of organisers who correct a registration carry these. */
export type RegroupWrites = (eventId: string, effect: RegroupEffect, registrationId: string) => Ways;

/**
 * What a change does to the places, as writes of the same transaction; a second way where what was a group's place may be everybody's by
 * now. Nobody is ever let in by what was read before: each write says itself under which condition it may happen.
 */
export function placesWrites(eventId: string, effect: PlacesEffect, registrationId: string, now: Date, regroup?: RegroupWrites): Ways {
  const key = placesKey(eventId);
  const at = { ':now': { S: now.toISOString() } };
  switch (effect.kind) {
    case 'none':
      return [[]];
    case 'while-open':
      return [[{ kind: 'check', key, condition: isOpen, values: at }]];
    case 'while-standing':
      return [[{ kind: 'check', key, condition: stands }]];
    case 'take-while-open':
      return [[take(eventId, effect.pool, isOpen, at)]];
    case 'take':
      return [[take(eventId, effect.pool, stands, {})]];
    case 'release':
      return release(eventId, effect.pool);
    case 'join-line':
      return [[joinLine(eventId, effect.group), { ...linePut(eventId, effect.waitingKey, registrationId, effect.group) }]];
    case 'leave-line': {
      const { group, waitingKey } = effect;
      const update = `SET waiting = waiting - :one${group ? ', groups.#group.waiting = groups.#group.waiting - :one' : ''}`;
      return [
        [
          { kind: 'update', key, update, condition: 'waiting >= :one', values: one, ...named(naming(group)) },
          lineDelete(eventId, waitingKey),
        ],
      ];
    }
    case 'move-in-line':
      return [[lineDelete(eventId, effect.from), linePut(eventId, effect.to, registrationId, effect.group)]];
    case 'regroup-in-line':
    case 'change-pool':
      if (!regroup) throw new Error('This function changes nobody’s group.');
      return regroup(eventId, effect, registrationId);
    case 'promote':
      return [[promote(eventId, effect.group, effect.pool), lineDelete(eventId, effect.waitingKey)]];
  }
}

type Values = NonNullable<Write['values']>;

function take(eventId: string, pool: string | undefined, when: string, at: Values): Write {
  const key = placesKey(eventId);
  if (pool === undefined) {
    const condition = `${isFree} AND ${when}`;
    return { kind: 'update', key, update: 'SET taken = taken + :one', condition, names, values: { ...numbers, ...at } };
  }
  return {
    kind: 'update',
    key,
    update: 'SET groups.#group.taken = groups.#group.taken + :one',
    condition: `${groupIsFree('#group')} AND ${when}`,
    names: { ...names, '#group': pool },
    values: { ...numbers, ...at },
  };
}

/** What was a group's goes back to the group while its places stand apart, and to everybody after that. */
function release(eventId: string, pool: string | undefined): Ways {
  const key = placesKey(eventId);
  if (pool === undefined) {
    return [[{ kind: 'update', key, update: 'SET taken = taken - :one', condition: 'taken >= :one', values: one }]];
  }
  const shared = { kind: 'update', key, names: { '#group': pool }, values: one } as const;
  const ofGroup = 'groups.#group.taken = groups.#group.taken - :one';
  return [
    [{ ...shared, update: `SET ${ofGroup}`, condition: `groups.#group.taken >= :one AND ${standsApart('#group')}` }],
    [
      {
        ...shared,
        update: `SET taken = taken - :one, ${ofGroup}`,
        condition: 'taken >= :one AND attribute_exists(groups.#group.releasedAt)',
      },
    ],
  ];
}

/** A line exists only where there is no place: whoever could have one must not wait. */
function joinLine(eventId: string, group: string | undefined): Write {
  const noPlace = '(taken >= #capacity OR waiting > :none)';
  const noneOfGroup = `(groups.#group.taken >= groups.#group.places OR groups.#group.waiting > :none OR attribute_exists(groups.#group.releasedAt) OR taken > #capacity)`;
  return {
    kind: 'update',
    key: placesKey(eventId),
    update: `SET waiting = waiting + :one${group ? ', groups.#group.waiting = groups.#group.waiting + :one' : ''}`,
    condition: `${noPlace}${group ? ` AND ${noneOfGroup}` : ''} AND ${stands}`,
    names: { ...names, ...naming(group) },
    values: numbers,
  };
}

/** Out of the line onto a place of this pool. */
function promote(eventId: string, group: string | undefined, pool: string | undefined): Write {
  const update = [
    'SET waiting = waiting - :one',
    ...(group ? ['groups.#group.waiting = groups.#group.waiting - :one'] : []),
    pool ? 'groups.#group.taken = groups.#group.taken + :one' : 'taken = taken + :one',
  ].join(', ');
  return {
    kind: 'update',
    key: placesKey(eventId),
    update,
    condition: `${pool ? groupHasRoom('#group') : 'taken < #capacity'} AND waiting >= :one AND ${stands}`,
    names: { ...names, ...naming(group ?? pool) },
    values: one,
  };
}

function named(given: Readonly<Record<string, string>> | undefined): { readonly names?: Readonly<Record<string, string>> } {
  return given ? { names: given } : {};
}
