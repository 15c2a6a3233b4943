import { program } from '../system/asking.ts';
import { makeEvent } from '../system/events.ts';
import { registerAndConfirm } from '../system/people.ts';
import { until } from '../system/quiet.ts';
import type { System } from '../system/running-system.ts';

/** Somebody who waits is of the group that still has a place: an organiser corrects it, and the place is offered to them. */
export async function anotherGroup(system: System): Promise<void> {
  const event = await makeEvent(system, { title: 'An event with places for speakers', capacity: 2 });
  const base = `/organise/events/${event.eventId}`;
  await until('the places to be known', () => program(system, 'organiser', `${base}/places`, { name: 'Speakers', places: 1 }));
  await registerAndConfirm(system, event);
  const { email } = await registerAndConfirm(system, event);
  const { registrationId } = await until('the list to show who waits', async () => {
    const { registrations } = await program(system, 'organiser', `${base}/registrations`);
    return Array.isArray(registrations) ? registrations.find((each) => each.email === email) : undefined;
  });
  const one = `${base}/registrations/${registrationId}/edit`;
  const { version } = await program(system, 'organiser', one);
  await program(system, 'organiser', one, { name: 'Sample Speaker', wantsReport: true, format: 'html', group: 'speakers', version });
}
