import type { Actor } from '@convener/contracts';
import { dayAsInstant, dayOf } from '../domain/event.ts';
import type { Doing } from './ports.ts';

/** What attendees do is dated by its day alone, wherever it is written down. */
export function byAttendee(now: Date, timeZone: string): Doing {
  return { actor: { kind: 'attendee' }, at: dayAsInstant(dayOf(now, timeZone)), now };
}

export function byOrganiser(actor: Actor, now: Date): Doing {
  return { actor, at: now, now };
}
