import { createHash } from 'node:crypto';
import type { AroundKind } from '../domain/around.ts';

/** An id that follows from its causes: the same causes, the same letter or mailing, however often they are told. */
export function idFrom(prefix: 'let' | 'mlg', ...causes: readonly string[]): string {
  return `${prefix}_${createHash('sha256').update(causes.join('\n')).digest('base64url').slice(0, 22)}`;
}

export const joiningStem = (eventId: string) => `joining:${eventId}`;

/** The letter about joining to one person: the same from whichever side it comes. */
export const joiningLetterId = (eventId: string, registrationId: string) => idFrom('let', joiningStem(eventId), registrationId);

/** One mailing of each kind for an event, ever. */
export const aroundMailingId = (kind: AroundKind, eventId: string) => idFrom('mlg', 'around', kind, eventId);
