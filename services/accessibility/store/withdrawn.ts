import { randomBytes } from 'node:crypto';
import { toItem, type Write } from '@convener/dynamodb';
import { withdrawnKey } from './keys.ts';

/** The note that something which somebody asked for is asked for no more: neither whose nor when. The sweep gives it its expiry. */
export function withdrawnNote(eventId: string): Write & { readonly kind: 'put' } {
  return { kind: 'put', item: toItem(withdrawnKey(eventId, randomBytes(6).toString('base64url'))) };
}
