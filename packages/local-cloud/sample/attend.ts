import type { SampleEvent } from './arrange-event.ts';
import type { Site } from './site.ts';

/** At the door an organiser notes who came: all but the last two who registered. */
export async function noteWhoCame(site: Site, { eventId }: SampleEvent): Promise<void> {
  const { registrations } = await site.organise(`/organise/events/${eventId}/registrations`);
  if (!Array.isArray(registrations)) throw new Error('Nobody is registered.');
  const ids = registrations.map(({ registrationId }) => String(registrationId));
  await site.organise(`/organise/events/${eventId}/attendance`, { here: ids.slice(0, -2), notHere: [] });
}
