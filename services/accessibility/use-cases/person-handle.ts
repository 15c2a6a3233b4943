import { createHmac } from 'node:crypto';

/** What stands for somebody in addresses of the coordinator's pages: the same each time, and nothing that any other page shows. */
export type HandleOf = (eventId: string, registrationId: string) => string;

export interface Handles {
  /** Read once for a request. */
  readonly handles: () => Promise<HandleOf>;
}

/**
 * Keyed, because addresses stand in logs and histories, and every organiser sees the ids of registrations: without the key nobody can tell
 * whose page was opened. Handles are stored nowhere. One from before there was a key leads to "not there any more", and is found again from
 * the list.
 */
export function handlesUnder(secret: string): HandleOf {
  return (eventId, registrationId) => {
    const mac = createHmac('sha256', secret).update(`access\n${eventId}\n${registrationId}`);
    return `per_${mac.digest('base64url').slice(0, 22)}`;
  };
}
