import type { Write } from '@convener/dynamodb';
import { placesKey } from './keys.ts';
import { lineRegroup } from './line-writes.ts';
import { groupIsFree, isFree, numbers, one, stands, standsApart } from './places-conditions.ts';
import type { RegroupWrites, Ways } from './places-writes.ts';

type Pool = string | undefined;

/** What another group does to the counters and to the line. */
export const regroupWrites: RegroupWrites = (eventId, effect, registrationId) => {
  switch (effect.kind) {
    case 'regroup-in-line':
      return regroupInLine(eventId, effect, registrationId);
    case 'change-pool':
      return changePool(eventId, effect.from, effect.to);
  }
};

/**
 * Onto a place of another pool. `taken` counts all that is set aside for a group while its places stand apart, and its people alone once they
 * were released: two ways to leave a group, of which one holds.
 */
function changePool(eventId: string, from: Pool, to: Pool): Ways {
  const whileApart = swap(eventId, from, to, from === undefined ? undefined : 'apart');
  return from === undefined ? [[whileApart]] : [[whileApart], [swap(eventId, from, to, 'released')]];
}

function swap(eventId: string, from: Pool, to: Pool, leaving: 'apart' | 'released' | undefined): Write {
  const wasEverybodys = leaving !== 'apart';
  const updates = [
    ...(wasEverybodys && to !== undefined ? ['taken = taken - :one'] : []),
    ...(!wasEverybodys && to === undefined ? ['taken = taken + :one'] : []),
    ...(from !== undefined ? ['groups.#from.taken = groups.#from.taken - :one'] : []),
    ...(to !== undefined ? ['groups.#to.taken = groups.#to.taken + :one'] : []),
  ];
  const left = { apart: standsApart('#from'), released: 'attribute_exists(groups.#from.releasedAt)' };
  const conditions = [
    stands,
    ...(leaving ? ['groups.#from.taken >= :one', left[leaving]] : ['taken >= :one']),
    ...(to !== undefined ? [groupIsFree('#to')] : []),
    ...(!wasEverybodys && to === undefined ? [isFree] : []),
  ];
  const condition = conditions.join(' AND ');
  const named = { ...(from === undefined ? {} : { '#from': from }), ...(to === undefined ? {} : { '#to': to }) };
  return {
    kind: 'update',
    key: placesKey(eventId),
    update: `SET ${updates.join(', ')}`,
    condition,
    names: { ...named, ...(condition.includes('#capacity') ? { '#capacity': 'capacity' } : {}) },
    values: condition.includes(':none') ? numbers : one,
  };
}

/** Whoever waits keeps their place in the line; which group they are counted with changes. */
function regroupInLine(
  eventId: string,
  { waitingKey, from, to }: { readonly waitingKey: string; readonly from: Pool; readonly to: Pool },
  registrationId: string,
): Ways {
  const updates = [
    ...(from === undefined ? [] : ['groups.#from.waiting = groups.#from.waiting - :one']),
    ...(to === undefined ? [] : ['groups.#to.waiting = groups.#to.waiting + :one']),
  ];
  const conditions = [
    'waiting >= :one',
    ...(from === undefined ? [] : ['groups.#from.waiting >= :one']),
    ...(to === undefined ? [] : ['attribute_exists(groups.#to.places)']),
  ];
  const counters: Write = {
    kind: 'update',
    key: placesKey(eventId),
    update: `SET ${updates.join(', ')}`,
    condition: conditions.join(' AND '),
    names: { ...(from === undefined ? {} : { '#from': from }), ...(to === undefined ? {} : { '#to': to }) },
    values: one,
  };
  return [[counters, lineRegroup(eventId, waitingKey, registrationId, to)]];
}
