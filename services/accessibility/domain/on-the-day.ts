import type { ListedNeed } from './access-list.ts';
import type { EventOutline } from './event.ts';
import { type ConsentText, spokenConsent } from './need.ts';

const hourMs = 60 * 60 * 1000;
/** Around the event there may be no time to find an access coordinator; before and after there is. */
const hoursAround = 2;

/** Long enough to say what is happening. */
export const shortestReason = 20;
/** From this version of the consent on it says that an organiser may open it on the day; what was told under older words stays shut. */
export const consentFrom = 2;

/** Whether what was agreed to knew of that door. The words that are read out say it from their first version on. */
export function knowsTheDoor({ textId, version }: ConsentText): boolean {
  return textId === spokenConsent.textId || version >= consentFrom;
}

export type Door =
  | { readonly kind: 'open'; readonly until: Date }
  | { readonly kind: 'not-yet'; readonly from: Date; readonly until: Date }
  | { readonly kind: 'over' }
  | { readonly kind: 'called-off' };

/** Whether somebody without the role may open the list of an event, saying why. */
export function doorOf(event: Pick<EventOutline, 'startsAt' | 'endsAt' | 'calledOffAt'>, now: Date): Door {
  if (event.calledOffAt) return { kind: 'called-off' };
  const from = new Date(Date.parse(event.startsAt) - hoursAround * hourMs);
  const until = new Date(Date.parse(event.endsAt) + hoursAround * hourMs);
  if (now < from) return { kind: 'not-yet', from, until };
  return now < until ? { kind: 'open', until } : { kind: 'over' };
}

/** What comes of opening it. */
export type OnTheDay =
  | { readonly kind: 'no-event' }
  | { readonly kind: 'shut'; readonly event: EventOutline; readonly door: Exclude<Door, { kind: 'open' }> }
  | {
      readonly kind: 'opened';
      readonly event: EventOutline;
      readonly needs: readonly ListedNeed[];
      readonly names: 'known' | 'unavailable';
    };
