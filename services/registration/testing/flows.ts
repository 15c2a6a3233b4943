import { claimOffer, declineOffer, lapseOffers, rejoinLine } from '../use-cases/answer-offer.ts';
import { correctRegistration } from '../use-cases/correct-registration.ts';
import { callOffEvent } from '../use-cases/keep-event.ts';
import { cancel, erase, expireUnconfirmed } from '../use-cases/leave.ts';
import { saveGroup } from '../use-cases/reserve-places.ts';
import { idOf, type OpenEvent, openFrom, plainDetails, press, send } from './open-event.ts';

const later = (hours: number) => new Date(openFrom.getTime() + hours * 60 * 60 * 1000);

/** One thing that people, organisers or the sweep do, from its start to its end, in an event of one place. */
export interface Flow {
  readonly name: string;
  readonly before: (event: OpenEvent) => Promise<unknown>;
  /** What is killed, and what the person or the queue then does again. */
  readonly run: (event: OpenEvent) => Promise<unknown>;
  readonly ends: Readonly<Record<string, string>>;
  readonly taken: number;
  readonly waiting: number;
}

const full = async (event: OpenEvent) => {
  await send(event, 'ada');
  await press(event, 'ada');
  await send(event, 'ben');
};
const fullWithLine = async (event: OpenEvent) => {
  await full(event);
  await press(event, 'ben');
};

/** The one place is kept for speakers, and somebody waits who is said to be none. */
const keptForSpeakers = async (event: OpenEvent) => {
  const group = { id: undefined, name: 'Speakers', places: 1, releaseAt: undefined };
  await saveGroup(event.eventId, group, { organiserId: 'org_sample', now: openFrom }, event.ports);
  await send(event, 'ada');
  await press(event, 'ada');
};

const isASpeaker = async (event: OpenEvent, who: string) => {
  const registrationId = await idOf(event, who);
  const { stored } = await event.ports.registrations.load(registrationId);
  if (stored.kind !== 'held') return undefined;
  const correction = { seenVersion: stored.version, details: plainDetails, group: 'speakers', asked: { questions: [], values: {} } };
  return correctRegistration(registrationId, correction, { id: 'org_sample' }, openFrom, event.ports);
};

const offered = async (event: OpenEvent) => {
  await fullWithLine(event);
  await send(event, 'cleo');
  await press(event, 'cleo', later(1));
  await cancel(await idOf(event, 'ada'), { kind: 'attendee' }, openFrom, event.ports);
};

export const flows: readonly Flow[] = [
  {
    name: 'registering',
    before: async () => undefined,
    run: (event) => send(event, 'ada'),
    ends: { ada: 'pending' },
    taken: 1,
    waiting: 0,
  },
  {
    name: 'confirming',
    before: (event) => send(event, 'ada'),
    run: (event) => press(event, 'ada'),
    ends: { ada: 'confirmed' },
    taken: 1,
    waiting: 0,
  },
  {
    name: 'joining the line',
    before: full,
    run: (event) => press(event, 'ben'),
    ends: { ada: 'confirmed', ben: 'waitlisted' },
    taken: 1,
    waiting: 1,
  },
  {
    name: 'cancelling',
    before: fullWithLine,
    run: async (event) => cancel(await idOf(event, 'ada'), { kind: 'attendee' }, openFrom, event.ports),
    ends: { ada: 'cancelled', ben: 'offered' },
    taken: 1,
    waiting: 0,
  },
  {
    name: 'leaving the line',
    before: fullWithLine,
    run: async (event) => cancel(await idOf(event, 'ben'), { kind: 'organiser', id: 'org_sample' }, openFrom, event.ports),
    ends: { ada: 'confirmed', ben: 'cancelled' },
    taken: 1,
    waiting: 0,
  },
  {
    name: 'erasing',
    before: fullWithLine,
    run: async (event) => erase(await idOf(event, 'ada'), { kind: 'attendee' }, openFrom, event.ports),
    ends: { ada: 'gone', ben: 'offered' },
    taken: 1,
    waiting: 0,
  },
  {
    name: 'running out',
    before: (event) => send(event, 'ada'),
    run: (event) => expireUnconfirmed(later(25), event.ports),
    ends: { ada: 'gone' },
    taken: 0,
    waiting: 0,
  },
  {
    name: 'claiming an offer',
    before: offered,
    run: async (event) => claimOffer(await idOf(event, 'ben'), openFrom, event.ports),
    ends: { ada: 'cancelled', ben: 'confirmed', cleo: 'waitlisted' },
    taken: 1,
    waiting: 1,
  },
  {
    name: 'declining an offer',
    before: offered,
    run: async (event) => declineOffer(await idOf(event, 'ben'), openFrom, event.ports),
    ends: { ada: 'cancelled', ben: 'cancelled', cleo: 'offered' },
    taken: 1,
    waiting: 0,
  },
  {
    name: 'letting an offer lapse',
    before: offered,
    run: (event) => lapseOffers(later(24 * 5), event.ports),
    ends: { ada: 'cancelled', ben: 'cancelled', cleo: 'offered' },
    taken: 1,
    waiting: 0,
  },
  {
    name: 'joining the line again',
    before: async (event) => {
      await offered(event);
      await lapseOffers(later(24 * 5), event.ports);
    },
    run: async (event) => rejoinLine(await idOf(event, 'ben'), later(24 * 5), event.ports),
    ends: { ada: 'cancelled', ben: 'waitlisted', cleo: 'offered' },
    taken: 1,
    waiting: 1,
  },
  {
    name: 'changing the group of somebody who waits',
    before: keptForSpeakers,
    run: (event) => isASpeaker(event, 'ada'),
    ends: { ada: 'offered' },
    taken: 1,
    waiting: 0,
  },
  {
    name: 'calling off',
    before: fullWithLine,
    run: (event) => callOffEvent({ facts: event.facts, version: 3, at: openFrom.toISOString() }, openFrom, event.ports),
    ends: { ada: 'cancelled', ben: 'cancelled' },
    taken: 0,
    waiting: 0,
  },
];
