import { createHash } from 'node:crypto';

/** What stands for somebody in addresses of the coordinator's pages: the same each time, and nothing that any other page shows. */
export function personHandle(eventId: string, registrationId: string): string {
  return `per_${createHash('sha256').update(`access ${eventId} ${registrationId}`).digest('base64url').slice(0, 22)}`;
}
