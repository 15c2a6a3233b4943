import { longDate, shortTime, zoneBeside } from '@convener/writing/dates';
import type { EventOutline } from './event.ts';

/** `Wednesday, 20 November 2024, 10:02am`: when something opens, closes or was done. */
export function moment(instant: string, timeZone: string): string {
  return `${longDate(instant, timeZone)}, ${shortTime(instant, timeZone)}`;
}

/** The same for whoever registers, who may be elsewhere: with the zone where the event can be taken part in from there. */
export function momentForAll(instant: string, outline: Pick<EventOutline, 'startsAt' | 'timeZone' | 'mode'>): string {
  return moment(instant, outline.timeZone) + zoneBeside(outline);
}
