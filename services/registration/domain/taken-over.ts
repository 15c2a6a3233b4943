import type { Event, EventOutline, ParticipantListSetting } from './event.ts';
import { dayThere, startOfDay } from './local-day.ts';
import { type OfferSetting, usualOffers } from './offers.ts';
import { latestDay } from './participants.ts';
import type { ReservedGroup } from './places.ts';

/**
 * What a new event takes over of how an earlier one gave its places and showed its participants, kept until the new one is published: days
 * count from the day of the event (the last of January is -1 for one on the first of February), since the new event has a day of its own.
 */
export interface TakenOver {
  readonly groups: readonly TakenGroup[];
  /** Undefined where offers were made as they usually are. */
  readonly offers: OfferSetting | undefined;
  readonly participantList: { readonly from: number; readonly until: number } | undefined;
}

export interface TakenGroup {
  readonly id: string;
  readonly name: string;
  readonly places: number;
  /** The day on which what nobody took goes to everybody; undefined where it is kept to the end. */
  readonly release: number | undefined;
}

const dayMs = 24 * 60 * 60 * 1000;

/** Undefined where nothing of it was ticked, or where there is nothing to take over. Who has which place is nobody's to take over. */
export function takenOverFrom({ outline, places, participantList }: Event, copies: readonly string[]): TakenOver | undefined {
  const dayOf = (day: string) => daysBetween(dayThere(outline.startsAt, outline.timeZone), day);
  const placesToo = copies.includes('reserved-places');
  const taken = {
    groups: placesToo
      ? places.groups.map(({ id, name, places: count, releaseAt }) => ({
          ...{ id, name, places: count },
          release: releaseAt === undefined ? undefined : dayOf(dayThere(releaseAt, outline.timeZone)),
        }))
      : [],
    offers: placesToo && !isUsual(places.offers) ? places.offers : undefined,
    participantList:
      copies.includes('participant-list') && participantList
        ? { from: dayOf(participantList.from), until: dayOf(participantList.until) }
        : undefined,
  };
  return isNothing(taken) ? undefined : taken;
}

/** Of a draft that was itself made from another event, and has not been published since. */
export function onlyTicked({ groups, offers, participantList }: TakenOver, copies: readonly string[]): TakenOver | undefined {
  const placesToo = copies.includes('reserved-places');
  const taken = {
    groups: placesToo ? groups : [],
    offers: placesToo ? offers : undefined,
    participantList: copies.includes('participant-list') ? participantList : undefined,
  };
  return isNothing(taken) ? undefined : taken;
}

/** The groups of the new event, nobody in them yet. */
export function groupsOn({ groups }: TakenOver, outline: EventOutline): readonly ReservedGroup[] {
  return groups.map(({ release, ...group }) => ({
    ...group,
    taken: 0,
    waiting: 0,
    releaseAt: release === undefined ? undefined : startOfDay(dayAt(release, outline), outline.timeZone),
    releasedAt: undefined,
  }));
}

export function participantListOn({ participantList }: TakenOver, event: Pick<Event, 'outline'>): ParticipantListSetting | undefined {
  if (!participantList) return undefined;
  const { from, until } = participantList;
  const [first, last] = [dayAt(from, event.outline), dayAt(until, event.outline)];
  return { from: first, until: [last, latestDay(event)].sort()[0] ?? last };
}

function dayAt(days: number, { startsAt, timeZone }: EventOutline): string {
  return new Date(Date.parse(dayThere(startsAt, timeZone)) + days * dayMs).toISOString().slice(0, 10);
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / dayMs);
}

function isUsual({ quietFrom, quietUntil, longestHours }: OfferSetting): boolean {
  return quietFrom === usualOffers.quietFrom && quietUntil === usualOffers.quietUntil && longestHours === usualOffers.longestHours;
}

function isNothing({ groups, offers, participantList }: TakenOver): boolean {
  return groups.length === 0 && !offers && !participantList;
}
