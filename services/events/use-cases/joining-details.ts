import type { JoiningAnswer, JoiningRequest } from '@convener/contracts/calls';
import type { EventStore } from './ports.ts';

/** The joining details as they stand; an event that does not exist has none. */
export async function joiningDetails(
  { eventId }: JoiningRequest,
  { store }: { readonly store: Pick<EventStore, 'find'> },
): Promise<JoiningAnswer> {
  const loaded = await store.find(eventId);
  if (!loaded) return { eventId, version: 0, link: '', instructions: '' };
  const { event } = loaded;
  return { eventId, version: event.joiningVersion, link: event.details.joiningLink, instructions: event.details.joiningInstructions };
}
