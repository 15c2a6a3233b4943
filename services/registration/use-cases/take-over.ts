import type { Actor } from '@convener/contracts';
import type { Event } from '../domain/event.ts';
import { groupsOn, onlyTicked, participantListOn, type TakenOver, takenOverFrom } from '../domain/taken-over.ts';
import type { ParticipantLists } from './participant-ports.ts';
import type { RegistrationPorts } from './ports.ts';
import { settleAndMove } from './reserve-places.ts';

export interface TakeOvers {
  /** Once for each new event: what is told again changes nothing. */
  keep(eventId: string, taken: TakenOver, by: Actor): Promise<void>;
  /** What is still to be done. */
  load(eventId: string): Promise<{ readonly taken: TakenOver; readonly by: Actor } | undefined>;
  done(eventId: string, now: Date): Promise<void>;
}

export interface TakeOverPorts extends RegistrationPorts {
  readonly takeOvers: TakeOvers;
  readonly participants: Pick<ParticipantLists, 'setFirst'>;
}

/** An organiser made a new event from an earlier one: what they ticked is kept until the new one is published. */
export async function takeOver(
  { eventId, fromEventId, copies }: { readonly eventId: string; readonly fromEventId: string; readonly copies: readonly string[] },
  { now, actor }: { readonly now: Date; readonly actor: Actor },
  ports: TakeOverPorts,
): Promise<void> {
  const taken = await takenFrom(fromEventId, copies, ports);
  if (!taken) return;
  await ports.takeOvers.keep(eventId, taken, actor);
  await finishTakeOver(eventId, now, ports);
}

async function takenFrom(fromEventId: string, copies: readonly string[], ports: TakeOverPorts): Promise<TakenOver | undefined> {
  const from = await ports.events.byId(fromEventId);
  if (from) return takenOverFrom(from, copies);
  const kept = await ports.takeOvers.load(fromEventId);
  return kept && onlyTicked(kept.taken, copies);
}

/** The new event is known, with its days: what is kept for it becomes its own, only where it has nothing of the kind. */
export async function finishTakeOver(eventId: string, now: Date, ports: TakeOverPorts): Promise<void> {
  const kept = await ports.takeOvers.load(eventId);
  const event = kept && (await ports.events.byId(eventId));
  if (!kept || !event) return;
  await makeItsOwn(event, kept, now, ports);
  await ports.takeOvers.done(eventId, now);
  // What does not fit is given up, unsold places first, as when a capacity falls.
  await settleAndMove(eventId, now, ports);
}

async function makeItsOwn(
  event: Event,
  { taken, by }: { readonly taken: TakenOver; readonly by: Actor },
  now: Date,
  { reserved, participants }: TakeOverPorts,
): Promise<void> {
  const { eventId } = event.outline;
  const organiser = { id: by.kind === 'organiser' ? by.id : '' };
  if (taken.groups.length > 0 || taken.offers)
    await reserved.setFirst(eventId, groupsOn(taken, event.outline), taken.offers, { organiserId: organiser.id, now });
  const setting = participantListOn(taken, event);
  if (setting) await participants.setFirst(eventId, setting, organiser, now);
}
