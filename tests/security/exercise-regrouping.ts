import { ask, fromOurPage, program } from '../system/asking.ts';
import { makeEvent } from '../system/events.ts';
import { registerAndConfirm } from '../system/people.ts';
import { until } from '../system/quiet.ts';
import type { System } from '../system/running-system.ts';

/**
 * Somebody who waits is of the group that still has a place: an organiser corrects it, and answers the offer for them. Somebody else answers
 * theirs on their own place.
 */
export async function anotherGroup(system: System): Promise<void> {
  const event = await makeEvent(system, { title: 'An event with places for speakers', capacity: 2 });
  const base = `/organise/events/${event.eventId}`;
  await program(system, 'organiser', `${base}/places`, { name: 'Speakers', places: 1 });
  const first = await registerAndConfirm(system, event);
  const speaker = await registerAndConfirm(system, event);
  const registrationOf = async ({ email }: { readonly email: string }) => {
    const { registrations } = await program(system, 'organiser', `${base}/registrations`);
    const found = Array.isArray(registrations) ? registrations.find((each) => each.email === email) : undefined;
    return found && `${base}/registrations/${found.registrationId}`;
  };
  const speakers = await until('the list to show who waits', () => registrationOf(speaker));
  const { version } = await program(system, 'organiser', `${speakers}/edit`);
  const correction = { name: 'Sample Speaker', wantsReport: true, format: 'html', group: 'speakers', version };
  await program(system, 'organiser', `${speakers}/edit`, correction);
  await program(system, 'organiser', `${speakers}/offer`, { answer: 'take' });
  const next = await registerAndConfirm(system, event);
  const firsts = await until('the list to show who leaves', () => registrationOf(first));
  await program(system, 'organiser', `${firsts}/cancel`, {});
  const taken = await ask(system, '/my-place/offer', fromOurPage(system, { answer: 'take' }, next.cookie));
  if (taken.status !== 303) throw new Error(`Taking an offered place on one’s own place answered ${taken.status}.`);
}
