import { fromItem, type Item, type Write } from '@convener/dynamodb';
import * as z from 'zod/mini';
import type { PlacesEffect } from '../domain/change.ts';
import type { Places } from '../domain/event.ts';
import { placesKey, waitKey } from './keys.ts';

const placesSchema = z.object({
  capacity: z.number(),
  taken: z.number(),
  waiting: z.number(),
  opensAt: z.string(),
  closesAt: z.string(),
  calledOffAt: z.optional(z.string()),
  settledAt: z.optional(z.string()),
});

export function placesOf(item: Item | undefined): Places | undefined {
  const read = item && placesSchema.safeParse(fromItem(item));
  if (!read?.success) return undefined;
  return { ...read.data, calledOffAt: read.data.calledOffAt, settledAt: read.data.settledAt };
}

const stands = 'attribute_not_exists(calledOffAt)';
const isOpen = `${stands} AND opensAt <= :now AND closesAt > :now`;
const isFree = 'taken < #capacity AND waiting = :none';

/**
 * What a change does to the places, as writes of the same transaction. Nobody is ever let in by what was read before: each write says
 * itself under which condition it may happen.
 */
export function placesWrites(eventId: string, effect: PlacesEffect, registrationId: string, now: Date): readonly Write[] {
  const key = placesKey(eventId);
  const numbers = { ':one': { N: '1' }, ':none': { N: '0' } };
  const at = { ':now': { S: now.toISOString() } };
  const names = { '#capacity': 'capacity' };
  switch (effect.kind) {
    case 'none':
      return [];
    case 'while-open':
      return [{ kind: 'check', key, condition: isOpen, values: at }];
    case 'while-standing':
      return [{ kind: 'check', key, condition: stands }];
    case 'take-while-open':
      return [
        {
          kind: 'update',
          key,
          update: 'SET taken = taken + :one',
          condition: `${isFree} AND ${isOpen}`,
          names,
          values: { ...numbers, ...at },
        },
      ];
    case 'take':
      return [{ kind: 'update', key, update: 'SET taken = taken + :one', condition: `${isFree} AND ${stands}`, names, values: numbers }];
    case 'release':
      return [{ kind: 'update', key, update: 'SET taken = taken - :one', condition: 'taken >= :one', values: { ':one': { N: '1' } } }];
    case 'join-line':
      return [
        {
          kind: 'update',
          key,
          update: 'SET waiting = waiting + :one',
          // A line exists only where there is no place: whoever could have one must not wait.
          condition: `(taken >= #capacity OR waiting > :none) AND ${stands}`,
          names,
          values: numbers,
        },
        {
          kind: 'put',
          item: itemOfLine(eventId, effect.waitingKey, registrationId),
          condition: 'attribute_not_exists(pk)',
        },
      ];
    case 'leave-line':
      return [
        { kind: 'update', key, update: 'SET waiting = waiting - :one', condition: 'waiting >= :one', values: { ':one': { N: '1' } } },
        { kind: 'delete', key: waitKey(eventId, effect.waitingKey), condition: 'attribute_exists(pk)' },
      ];
    case 'promote':
      return [
        {
          kind: 'update',
          key,
          update: 'SET taken = taken + :one, waiting = waiting - :one',
          condition: `taken < #capacity AND waiting >= :one AND ${stands}`,
          names,
          values: { ':one': { N: '1' } },
        },
        { kind: 'delete', key: waitKey(eventId, effect.waitingKey), condition: 'attribute_exists(pk)' },
      ];
  }
}

function itemOfLine(eventId: string, waitingKey: string, registrationId: string): Item {
  const { pk, sk } = waitKey(eventId, waitingKey);
  return { pk: { S: pk }, sk: { S: sk }, registrationId: { S: registrationId } };
}
