import { ask, fromOurPage, program } from '../system/asking.ts';
import { changeEvent, type MadeEvent, makeEvent } from '../system/events.ts';
import { linkTo } from '../system/mailbox.ts';
import { register, registerAndConfirm } from '../system/people.ts';
import { quiet, until } from '../system/quiet.ts';
import type { System } from '../system/running-system.ts';

const lead = 10;

/** People for whom time has gone by: of an offer, of registration, of the event. It moves the clock on by some minutes, so it is made last. */
export async function makeMoments(system: System, full: MadeEvent) {
  const soon = soonFrom(system);
  const begins = await makeEvent(system, { title: 'An event that has just begun', capacity: 2, ...soon });
  const moves = await makeEvent(system, { title: 'An event whose day was moved', capacity: 1, ...soon });
  const past = await makeEvent(system, { title: 'An event that they came to', capacity: 1 });
  const closing = await makeEvent(system, { title: 'An event that takes nobody else', capacity: 2 });

  const here = await registerAndConfirm(system, begins);
  const begun = await offered(system, begins);
  const waitsAsItBegins = await registerAndConfirm(system, begins);
  const lapsed = await offered(system, moves);
  const had = await registerAndConfirm(system, past);
  const waited = await registerAndConfirm(system, past);
  const left = await registerAndConfirm(system, past);
  const stays = await registerAndConfirm(system, closing);
  const gaveUp = await registerAndConfirm(system, closing);
  const deleted = await registerAndConfirm(system, closing);
  for (const { cookie } of [left, gaveUp]) await post(system, '/my-place/cancel', cookie);
  await post(system, '/my-place/delete', deleted.cookie);
  const pending = await register(system, full);

  system.cloud.clock.advance((lead + 1) * 60_000);
  await changeEvent(system, moves, { capacity: 1 });
  await changeEvent(system, past, { capacity: 1, inDays: -1, closesInDays: -2 });
  await changeEvent(system, closing, { capacity: 2, inDays: 5, closesInDays: -1 });
  await until('registration to hear that the events were moved', async () => {
    const [over, closed, ahead] = await Promise.all([
      phaseOf(system, had.cookie),
      ask(system, `/events/${closing.slug}/register`, { headers: { accept: 'application/json' } }),
      phaseOf(system, lapsed.cookie),
    ]);
    return over === 'over' && closed.status === 409 && ahead === 'ahead' ? true : undefined;
  });
  await quiet(system);
  return {
    here,
    begun,
    waitsAsItBegins,
    lapsed,
    had,
    waited,
    left,
    stays,
    gaveUp,
    deleted,
    holdsNothing: await linkTo(system, pending.email, '/registrations/confirm/'),
    closedSlug: closing.slug,
    pastEventId: past.eventId,
    hadId: await idOf(system, past, had.email),
  };
}

/** Begins in some minutes by the clock of the network; its hours lie on one day, however late it is. */
function soonFrom({ cloud }: System): { readonly date: string; readonly hours: { readonly from: string; readonly to: string } } {
  const at = (minutes: number) =>
    new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short', timeZone: 'Europe/London' })
      .format(new Date(cloud.clock.now().getTime() + minutes * 60_000))
      .split(' ');
  const [date = '', from = ''] = at(lead).at(-1) === '23:59' ? at(lead - 1) : at(lead);
  const [endDate, to = ''] = at(lead + 90);
  return { date, hours: { from, to: endDate === date ? to : '23:59' } };
}

/** Somebody to whom a place is offered that stands until the start, since that is near. */
async function offered(system: System, event: MadeEvent) {
  const first = await registerAndConfirm(system, event);
  const next = await registerAndConfirm(system, event);
  await post(system, '/my-place/cancel', first.cookie);
  return { ...next, offer: await linkTo(system, next.email, '/registrations/offer/') };
}

async function post(system: System, path: string, cookie: string): Promise<void> {
  const answered = await ask(system, path, fromOurPage(system, {}, cookie));
  if (answered.status !== 303) throw new Error(`${path} answered ${answered.status}.`);
}

async function phaseOf(system: System, cookie: string): Promise<unknown> {
  const { text } = await ask(system, '/my-place', { headers: { cookie, accept: 'application/json' } });
  return JSON.parse(text).phase;
}

async function idOf(system: System, { eventId }: MadeEvent, email: string): Promise<string> {
  const { registrations } = await program(system, 'organiser', `/organise/events/${eventId}/registrations`);
  const found = Array.isArray(registrations) ? registrations.find((each) => each.email === email) : undefined;
  return String(found?.registrationId);
}
