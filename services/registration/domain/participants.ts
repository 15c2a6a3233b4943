import { registrationParticipantListChangedV1 } from '@convener/contracts/domain-events';
import type { Announcement, Change } from './change.ts';
import type { Event, ParticipantListSetting } from './event.ts';
import type { Registration } from './registration.ts';

/** All that anybody is told of somebody else who comes. */
export interface Participant {
  readonly name: string;
  readonly organisation: string;
  readonly comingAs: string;
}

/** So long after the event at most: then nobody needs the list any more. */
const mostDaysAfter = 30;
const day = 24 * 60 * 60 * 1000;

type About = Pick<Event, 'outline' | 'places' | 'participantList'>;

/** The last day that a list of this event can be shown on. */
export function latestDay({ outline }: Pick<Event, 'outline'>): string {
  return dayOf(new Date(Date.parse(outline.endsAt) + mostDaysAfter * day), outline.timeZone);
}

/** The list can be looked at today. */
export function listIsOn(event: About, now: Date): boolean {
  const { participantList: setting } = event;
  return mayBeAsked(event, now) && setting !== undefined && dayOf(now, event.outline.timeZone) >= setting.from;
}

/** People are asked whether they may be seen, once there is or will be a list that they would be in; before that, nobody is. */
export function mayBeAsked(event: About, now: Date): boolean {
  const { participantList: setting, places, outline } = event;
  if (!setting || places.calledOffAt) return false;
  const today = dayOf(now, outline.timeZone);
  return today <= setting.until && today <= latestDay(event);
}

/** Whether these registrations, some of which may be anybody’s, hold somebody who agreed to these very words and comes to this event. */
export function isShown(registration: Registration, eventId: string, wordsVersion: number): boolean {
  const { state, shownToOthers } = registration;
  return registration.eventId === eventId && state.kind === 'confirmed' && shownToOthers?.words === wordsVersion;
}

/** What this person sees of the others; undefined where there is nothing for them to see, and not even that there is a list. */
export function participantsFor(
  viewer: Pick<Registration, 'eventId' | 'state'>,
  event: About,
  registrations: readonly Registration[],
  { now, wordsVersion }: { readonly now: Date; readonly wordsVersion: number },
): readonly Participant[] | undefined {
  const { eventId } = event.outline;
  if (viewer.eventId !== eventId || viewer.state.kind !== 'confirmed' || !listIsOn(event, now)) return undefined;
  return registrations
    .filter((each) => isShown(each, eventId, wordsVersion))
    .map(({ details: { name, organisation, comingAs } }) => ({ name, organisation, comingAs }))
    .sort((a, b) => a.name.localeCompare(b.name, 'en'));
}

/** Somebody agrees to be seen, or takes that back; undefined where it stands so already, or where nobody asks. */
export function decideShown(registration: Registration, shown: { readonly words: number } | undefined, now: Date): Change | undefined {
  const { shownToOthers: before, ...rest } = registration;
  if (before?.words === shown?.words || (shown && registration.state.kind === 'cancelled')) return undefined;
  const next = shown ? { ...rest, shownToOthers: { at: now.toISOString(), words: shown.words } } : rest;
  return { next, places: { kind: 'none' }, announces: undefined };
}

/** What is announced as an organiser sets the list, or turns it off. */
export function participantListChanged(eventId: string, setting: ParticipantListSetting | undefined): Announcement {
  return {
    contract: registrationParticipantListChangedV1,
    data: { eventId, shown: setting ? { from: setting.from, until: setting.until } : null },
  };
}

function dayOf(instant: Date, timeZone: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(instant);
}
