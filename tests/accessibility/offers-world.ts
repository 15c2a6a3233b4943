import { ask, fromOurPage, program } from '../system/asking.ts';
import { makeEvent } from '../system/events.ts';
import { linkTo } from '../system/mailbox.ts';
import { registerAndConfirm } from '../system/people.ts';
import { afterSweeps, until } from '../system/quiet.ts';
import type { System } from '../system/running-system.ts';

/** An event whose places are offered: one offer that stands, one that was taken, one that was declined, and one whose event was called off. */
export async function makeOffers(system: System) {
  const event = await makeEvent(system, { title: 'An event that offers places', capacity: 4 });
  const places = `/organise/events/${event.eventId}/places`;
  await until('registration to know the event', async () => {
    const page = await program(system, 'organiser', places).catch(() => undefined);
    return page ? true : undefined;
  });
  await program(system, 'organiser', places, { name: 'Speakers', places: 1, release: null });
  const having = [];
  for (let place = 0; place < 3; place += 1) having.push(await registerAndConfirm(system, event));
  const line = [];
  for (let place = 0; place < 5; place += 1) line.push(await registerAndConfirm(system, event));
  const [open, taken, declined, , waits] = line;
  if (!open || !taken || !declined || !waits) throw new Error('Somebody of the line is missing.');
  for (const { cookie } of having) await giveUp(system, cookie);
  const links = {
    open: await linkTo(system, open.email, '/registrations/offer/'),
    taken: await linkTo(system, taken.email, '/registrations/offer/'),
    declined: await linkTo(system, declined.email, '/registrations/offer/'),
  };
  await ask(system, links.taken, fromOurPage(system, { answer: 'take' }));
  await ask(system, links.declined, fromOurPage(system, { answer: 'decline' }));

  const off = await makeEvent(system, { title: 'An event that offered a place and was called off', capacity: 1 });
  const first = await registerAndConfirm(system, off);
  const second = await registerAndConfirm(system, off);
  await giveUp(system, first.cookie);
  const calledOff = await linkTo(system, second.email, '/registrations/offer/');
  await program(system, 'organiser', `/organise/events/${off.eventId}/cancel`, {});
  await afterSweeps(system);
  const { line: shown } = await program(system, 'organiser', places);
  const waiting = Array.isArray(shown) ? String(shown[0]?.registrationId) : '';
  return { event, places, links: { ...links, calledOff }, openCookie: open.cookie, declinedCookie: declined.cookie, waiting };
}

async function giveUp(system: System, cookie: string): Promise<void> {
  const answered = await ask(system, '/my-place/cancel', fromOurPage(system, {}, cookie));
  if (answered.status !== 303) throw new Error(`Giving up a place answered ${answered.status}.`);
}
