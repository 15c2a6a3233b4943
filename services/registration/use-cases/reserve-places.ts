import { decideGroup, decideRelease, type GroupCommand, type GroupDecision } from '../domain/decide-group.ts';
import type { Event } from '../domain/event.ts';
import type { OfferSetting } from '../domain/offers.ts';
import type { Places } from '../domain/places.ts';
import { dueForRelease, givenUpToFit } from '../domain/pools.ts';
import { ContendedError, mostTries } from './change-registration.ts';
import { moveLineUp } from './move-line-up.ts';
import type { RegistrationPorts } from './ports.ts';

export type GroupOutcome =
  | { readonly kind: 'saved'; readonly id: string }
  | Exclude<GroupDecision, { kind: 'add' | 'change' | 'same' }>
  | { readonly kind: 'unknown-event' };

interface By {
  readonly organiserId: string;
  readonly now: Date;
}

/** An organiser keeps places for a group, or changes how many, for whom or until when. What that frees is offered at once. */
export function saveGroup(eventId: string, command: GroupCommand, by: By, ports: RegistrationPorts): Promise<GroupOutcome> {
  return decideAndWrite(eventId, (places) => decideGroup(places, command), by, ports);
}

/** What nobody took of a group's places goes to everybody now, however many there are by then. */
export function releaseGroup(eventId: string, id: string | undefined, by: By, ports: RegistrationPorts): Promise<GroupOutcome> {
  return decideAndWrite(eventId, (places) => decideRelease(places, id, by.now), by, ports);
}

async function decideAndWrite(
  eventId: string,
  decide: (places: Places) => GroupDecision,
  by: By,
  ports: RegistrationPorts,
): Promise<GroupOutcome> {
  for (let tries = 1; tries <= mostTries; tries += 1) {
    const event = await ports.events.byId(eventId);
    if (!event) return { kind: 'unknown-event' };
    const outcome = await write(eventId, decide(event.places), event.places, by, ports);
    if (outcome.kind === 'again') continue;
    if (outcome.kind === 'saved') await settleAndMove(eventId, by.now, ports).catch(() => 0);
    return outcome;
  }
  throw new ContendedError();
}

async function write(
  eventId: string,
  decided: GroupDecision,
  places: Places,
  by: By,
  { reserved }: RegistrationPorts,
): Promise<GroupOutcome | { readonly kind: 'again' }> {
  switch (decided.kind) {
    case 'add':
      return (await reserved.addGroup(eventId, decided.group, places, by)) ? { kind: 'saved', id: decided.group.id } : { kind: 'again' };
    case 'change':
      return (await reserved.changeGroup(eventId, decided, places, by)) ? { kind: 'saved', id: decided.after.id } : { kind: 'again' };
    case 'same':
      return { kind: 'saved', id: '' };
    case 'no-room':
    case 'below-taken':
    case 'same-name':
    case 'too-many':
    case 'released':
    case 'unknown':
      return decided;
  }
}

/** An organiser says how long offers stand. Offers that stand already keep the time that their letter names. */
export async function saveOffers(
  eventId: string,
  setting: OfferSetting,
  { organiserId, now }: By,
  ports: RegistrationPorts,
): Promise<{ readonly kind: 'saved' | 'unknown-event' }> {
  return { kind: (await ports.reserved.saveOffers(eventId, setting, { organiserId, now })) ? 'saved' : 'unknown-event' };
}

/** Reserved places whose date has come are for everybody; where the capacity fell, what nobody took of them goes first. Says how many groups. */
export async function settleReserved({ outline, places }: Event, now: Date, { reserved }: RegistrationPorts): Promise<number> {
  let settled = 0;
  for (const group of dueForRelease(places, now)) settled += (await reserved.release(outline.eventId, group, now)) ? 1 : 0;
  const over = settled === 0 ? givenUpToFit(places) : undefined;
  if (over) settled += (await reserved.giveUp(outline.eventId, over.group, over.by)) ? 1 : 0;
  return settled;
}

/** Until nothing is left to settle: a busy event can change between reading and writing. */
export async function settleAndMove(eventId: string, now: Date, ports: RegistrationPorts): Promise<number> {
  for (let tries = 1; tries <= mostTries; tries += 1) {
    const event = await ports.events.byId(eventId);
    if (!event || (dueForRelease(event.places, now).length === 0 && !givenUpToFit(event.places))) break;
    await settleReserved(event, now, ports);
  }
  return moveLineUp(eventId, now, ports);
}
