import type { Item, Write } from '@convener/dynamodb';
import { waitKey } from './keys.ts';

/** A place in the line of an event: an item of its own, in the order of its key. */
export function linePut(eventId: string, waitingKey: string, registrationId: string, group: string | undefined): Write {
  return { kind: 'put', item: lineItem(eventId, waitingKey, registrationId, group), condition: 'attribute_not_exists(pk)' };
}

/** The same place, of another group. */
export function lineRegroup(eventId: string, waitingKey: string, registrationId: string, group: string | undefined): Write {
  return { kind: 'put', item: lineItem(eventId, waitingKey, registrationId, group), condition: 'attribute_exists(pk)' };
}

export function lineDelete(eventId: string, waitingKey: string): Write {
  return { kind: 'delete', key: waitKey(eventId, waitingKey), condition: 'attribute_exists(pk)' };
}

function lineItem(eventId: string, waitingKey: string, registrationId: string, group: string | undefined): Item {
  const { pk, sk } = waitKey(eventId, waitingKey);
  return { pk: { S: pk }, sk: { S: sk }, registrationId: { S: registrationId }, ...(group ? { group: { S: group } } : {}) };
}
