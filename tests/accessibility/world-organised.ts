import { ask, fromOurPage, program } from '../system/asking.ts';
import { day, type MadeEvent } from '../system/events.ts';
import { until } from '../system/quiet.ts';
import type { System } from '../system/running-system.ts';

const list = ({ eventId }: MadeEvent) => `/organise/events/${eventId}/registrations`;

/** Somebody who phoned and has no address, at an event with places and at a full one; participants who may be seen at another. */
export async function organise(
  system: System,
  events: { readonly open: MadeEvent; readonly full: MadeEvent; readonly tomorrow: MadeEvent },
  seen: { readonly cookie: string },
) {
  const phoned = await registerByPhone(system, events.open, 'Sample Caller');
  const phonedAndWaits = await registerByPhone(system, events.full, 'Sample Caller');
  await program(system, 'organiser', `${list(events.tomorrow)}/participants`, {
    shown: true,
    from: day(system, 0),
    until: day(system, 10),
  });
  await ask(system, '/my-place/participants/choice', fromOurPage(system, { shown: 'yes' }, seen.cookie));
  return { phoned, phonedAndWaits };
}

async function registerByPhone(system: System, event: MadeEvent, name: string): Promise<string> {
  const known = await until('registration to know the event', () => registered(system, event, name).catch(() => undefined));
  if (known !== 'nobody') return known;
  const fields = { told: 'phone', name, wantsReport: true, asked: true };
  const { registrationId } = await program(system, 'organiser', `${list(event)}/new`, fields);
  return String(registrationId);
}

/** A world that another folder made in the same system may have done so already. */
async function registered(system: System, event: MadeEvent, name: string): Promise<string> {
  const { registrations } = await program(system, 'organiser', list(event));
  const found = Array.isArray(registrations) ? registrations.find(({ details }) => details.name === name) : undefined;
  return found ? String(found.registrationId) : 'nobody';
}
