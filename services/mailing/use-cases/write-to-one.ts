import type { Actor } from '@convener/contracts';
import { idFrom } from './letter-id.ts';
import type { LetterStore } from './letter-ports.ts';
import type { Directory } from './ports.ts';

/** Somebody who is registered, as an organiser who writes to them sees them. */
export interface Addressee {
  readonly id: string;
  readonly name: string;
  readonly hasAddress: boolean;
}

/** Whom the letter is for; nobody where they are not registered for this event, or are deleted. */
export async function addresseeOf(
  { eventId, registrationId }: { readonly eventId: string; readonly registrationId: string },
  { directory }: { readonly directory: Directory },
): Promise<Addressee | undefined> {
  const answer = await directory({ kind: 'resolve', purpose: 'letter to one person', ids: [registrationId], links: [] });
  const entry = answer.kind === 'resolved' ? answer.entries.find(({ id }) => id === registrationId) : undefined;
  if (!entry || entry.eventId !== eventId) return undefined;
  return { id: entry.id, name: entry.name, hasAddress: entry.address !== '' };
}

/**
 * A letter in an organiser's own words to one person, by the neutral template that other letters of ours have too. One sending of the form is one
 * letter, however often it arrives.
 */
export async function writeToOne(
  command: {
    readonly eventId: string;
    readonly registrationId: string;
    readonly body: string;
    readonly attempt: string;
    readonly actor: Actor;
    readonly now: Date;
  },
  { letters }: { readonly letters: Pick<LetterStore, 'write'> },
): Promise<void> {
  const { eventId, registrationId, body, attempt, actor, now } = command;
  await letters.write({
    id: idFrom('let', 'to one', registrationId, attempt),
    template: 'registration.message',
    recipient: { kind: 'attendee', id: registrationId },
    eventId,
    said: body,
    actor,
    now,
  });
}
