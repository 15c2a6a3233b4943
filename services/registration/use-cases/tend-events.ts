import { type Event, joiningNow, joiningOpensAt } from '../domain/event.ts';
import { callOffRegistrations } from './leave.ts';
import type { RegistrationPorts, Settings } from './ports.ts';
import { settleAndMove } from './reserve-places.ts';

type TendPorts = RegistrationPorts & { readonly settings: Settings };

/** A registration may show in the list of its event this much later than it was stored. */
const listLagMs = 60_000;

/** What the sweep does for each event that is not over: no place stays idle, joining opens on time, a called-off event is wound up. */
export async function tendEvents(now: Date, ports: TendPorts): Promise<number> {
  let done = 0;
  for (const eventId of await ports.events.notOver(now)) {
    const event = await ports.events.byId(eventId);
    if (event) done += await tend(event, now, ports);
  }
  return done;
}

async function tend(event: Event, now: Date, ports: TendPorts): Promise<number> {
  const { eventId } = event.outline;
  if (event.places.calledOffAt) return windUp(event, event.places.calledOffAt, now, ports);
  const moved = await settleAndMove(eventId, now, ports);
  const { joiningHours } = ports.settings;
  const from = joiningOpensAt(event.outline, joiningHours);
  if (wasOpenedSince(from, event) || !joiningNow(event, now, joiningHours)) return moved;
  return (await ports.events.openJoining(eventId, { now, from })) ? moved + 1 : moved;
}

/** An event that was put off after joining had opened is opened again in its time: some got their place in between, and nobody has told them. */
function wasOpenedSince(from: string, { notices: { joiningOpenedAt } }: Event): boolean {
  return joiningOpenedAt !== undefined && joiningOpenedAt >= from;
}

async function windUp(event: Event, calledOffAt: string, now: Date, ports: TendPorts): Promise<number> {
  if (event.places.settledAt) return 0;
  const marked = await callOffRegistrations(event.outline.eventId, now, ports);
  if (marked === 0 && now.getTime() - Date.parse(calledOffAt) > listLagMs) await ports.events.settle(event.outline.eventId, now);
  return marked;
}
