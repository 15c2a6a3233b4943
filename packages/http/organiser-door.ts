import { endedSessionsNotice, hasEnded, type Notices, type Parameters, readSession } from '@convener/signing';
import type { Door } from './admit.ts';

/**
 * Verifies an organiser's session with the public key of the service that signs it, and that it has not been ended since: whoever was removed
 * or lost a role is out within the minute that a notice is kept for.
 */
export function organiserDoor(parameters: Pick<Parameters, 'publicKey'>, notices: Pick<Notices, 'read'>): Door {
  return async (token, now) => {
    const { owner, name } = endedSessionsNotice;
    const [key, ended] = await Promise.all([parameters.publicKey('organisers', 'session'), notices.read(owner, name, now)]);
    const session = key ? await readSession(token, 'organiser', key, now) : undefined;
    return session && !hasEnded(session, ended) ? session : undefined;
  };
}
