import type { EventFacts } from '@convener/contracts';
import type { Joining } from '../domain/event.ts';
import { callOffRegistrations } from './leave.ts';
import type { RegistrationPorts } from './ports.ts';
import { settleAndMove } from './reserve-places.ts';

interface Announced {
  readonly facts: EventFacts;
  readonly version: number;
  readonly at: string;
}

/** An event was published or its facts changed. Where that made room, the line moves; where it made less, unsold reserved places go first. */
export async function keepEvent(announced: Announced, now: Date, ports: RegistrationPorts): Promise<void> {
  await ports.events.keepFacts(announced.facts, announced.version, announced.at);
  await settleAndMove(announced.facts.eventId, now, ports);
}

/** An event was called off: nobody can register from now on, and what is registered is marked, here and by the sweep. */
export async function callOffEvent(announced: Announced, now: Date, ports: RegistrationPorts): Promise<void> {
  await ports.events.keepFacts(announced.facts, announced.version, announced.at);
  await ports.events.callOff(announced.facts.eventId, announced.at);
  await callOffRegistrations(announced.facts.eventId, now, ports);
}

export interface JoiningPorts extends Pick<RegistrationPorts, 'events'> {
  /** The `joining` call of the events service. */
  readonly joiningOf: (eventId: string) => Promise<Joining & { readonly version: number }>;
}

/** Fetches joining details, which no domain event carries. */
export async function keepJoining(eventId: string, ports: JoiningPorts): Promise<void> {
  const { link, instructions, version } = await ports.joiningOf(eventId);
  await ports.events.keepJoining(eventId, { link, instructions }, version);
}
