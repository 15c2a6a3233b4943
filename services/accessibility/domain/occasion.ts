import type { EventOutline } from './event.ts';

/** When, where and how an event is held: what is booked and promised for it is booked and promised for this. */
export interface Occasion {
  readonly startsAt: string;
  readonly endsAt: string;
  readonly mode: EventOutline['mode'];
  readonly place: string;
}

export function occasionOf({ startsAt, endsAt, mode, place = '' }: Pick<EventOutline, 'startsAt' | 'endsAt' | 'mode' | 'place'>): Occasion {
  return { startsAt, endsAt, mode, place };
}

/** As one text, for a page to send back. */
export function occasionText({ startsAt, endsAt, mode, place }: Occasion): string {
  return [startsAt, endsAt, mode, place].join(' ').replace(/\s+/g, ' ').trim();
}

/** Whether the event was held at another time or elsewhere when that was said. What was said before this was kept cannot be told, and stands. */
export function hasMovedSince(said: Occasion | undefined, event: Parameters<typeof occasionOf>[0]): boolean {
  return said !== undefined && occasionText(said) !== occasionText(occasionOf(event));
}
