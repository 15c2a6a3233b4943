import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { usualOffers } from '../domain/offers.ts';
import { claimOffer, declineOffer, lapseOffers, rejoinLine } from '../use-cases/answer-offer.ts';
import { confirm } from '../use-cases/confirm.ts';
import { correctRegistration } from '../use-cases/correct-registration.ts';
import { keepEvent } from '../use-cases/keep-event.ts';
import { cancel, expireUnconfirmed } from '../use-cases/leave.ts';
import { register } from '../use-cases/register.ts';
import { releaseGroup } from '../use-cases/reserve-places.ts';
import { tendEvents } from '../use-cases/tend-events.ts';
import type { Facts, Op } from './model.ts';
import { factsOf, idOf, type OpenEvent, openFrom, plainDetails, portsOver, uncounted } from './open-event.ts';

export interface World {
  readonly event: OpenEvent;
  readonly facts: Facts;
  /** Holds the calls of what happens at once. */
  readonly holding: (hold: ((action: string) => Promise<unknown>) | undefined) => void;
}

export const hoursLater = (hours: number) => new Date(openFrom.getTime() + hours * 60 * 60 * 1000);

export async function worldOver(
  table: OpenEvent['table'],
  client: DynamoDBClient,
  capacity: number,
  number: number,
): Promise<Omit<World, 'holding'>> {
  const eventFacts = factsOf({
    eventId: `evt_${number}`,
    slug: `event-${number}`,
    capacity,
    startsAt: '2025-12-20T10:00:00.000Z',
    endsAt: '2025-12-20T12:30:00.000Z',
    registrationClosesAt: '2025-12-19T17:00:00.000Z',
  });
  const ports = { ...portsOver(table, client), viewers: uncounted };
  await keepEvent({ facts: eventFacts, version: 2, at: openFrom.toISOString() }, openFrom, ports);
  const event = { table: { name: table.name, client }, ports, facts: eventFacts, eventId: eventFacts.eventId, slug: eventFacts.slug };
  return { event, facts: { startsAt: eventFacts.startsAt, timeZone: eventFacts.timeZone, offers: usualOffers, pendingHours: 24 } };
}

let version = 2;

/** One thing of a plan, done as people, organisers and the sweep do it. */
export async function happens(each: Op, { event }: World, now: Date): Promise<unknown> {
  const { ports, eventId, slug } = event;
  switch (each.kind) {
    case 'register': {
      const form = { slug, email: `${each.who}@example.org`, details: plainDetails, attemptId: undefined, viewerIp: '192.0.2.1' };
      return register({ ...form, group: each.group ? 'speakers' : undefined }, now, ports);
    }
    case 'press': {
      const { stored } = await ports.registrations.load(await idOf(event, each.who));
      return stored.kind === 'held' ? confirm(stored.registration, now, ports) : undefined;
    }
    case 'cancel':
      return cancel(await idOf(event, each.who), { kind: 'attendee' }, now, ports);
    case 'claim':
      return claimOffer(await idOf(event, each.who), now, ports);
    case 'decline':
      return declineOffer(await idOf(event, each.who), now, ports);
    case 'rejoin':
      return rejoinLine(await idOf(event, each.who), now, ports);
    case 'regroup':
      return regroup(event, each, now);
    case 'capacity':
      version += 1;
      return keepEvent({ facts: { ...event.facts, capacity: each.to }, version, at: now.toISOString() }, now, ports);
    case 'release':
      return releaseGroup(eventId, 'speakers', { organiserId: 'org_sample', now }, ports);
    case 'sweep':
      await expireUnconfirmed(now, ports);
      await lapseOffers(now, ports);
      return tendEvents(now, ports);
  }
  return eventId;
}

/** As an organiser does who has just opened the form. */
async function regroup(event: OpenEvent, { who: name, group }: Extract<Op, { who: string }>, now: Date): Promise<unknown> {
  const { ports, eventId } = event;
  const registrationId = await idOf(event, name);
  const { stored } = await ports.registrations.load(registrationId);
  const known = group && (await ports.events.byId(eventId))?.places.groups.some(({ id }) => id === 'speakers');
  if (stored.kind !== 'held') return undefined;
  const asked = { questions: [], values: {} };
  const correction = { seenVersion: stored.version, details: plainDetails, group: known ? 'speakers' : undefined, asked };
  return correctRegistration(registrationId, correction, { id: 'org_sample' }, now, ports);
}
