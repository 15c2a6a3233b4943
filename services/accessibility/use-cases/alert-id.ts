import { createHash } from 'node:crypto';
import type { Alert } from '../domain/alerts.ts';

/** The same for the same letter to the same owner, so that it is sent once. Nobody's address stands in a key. */
export function alertIdOf({ about, level, owner, of }: Alert): string {
  const whom = createHash('sha256').update(`${owner.email.toLowerCase()}\n${of}`).digest('base64url').slice(0, 22);
  return `${about}#${level}#${whom}`;
}
