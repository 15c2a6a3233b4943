import { type Parameters, readSession } from '@convener/signing';
import type { Door } from './admit.ts';

/** Verifies an organiser's session with the public key of the service that signs it. */
export function organiserDoor(parameters: Parameters): Door {
  return async (token, now) => {
    const key = await parameters.publicKey('organisers', 'session');
    return key ? readSession(token, 'organiser', key, now) : undefined;
  };
}
