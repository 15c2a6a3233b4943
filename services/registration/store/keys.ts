import type { Key } from '@convener/dynamodb';
import type { Registration, Standing } from '../domain/registration.ts';

/**
 * Access patterns of the table.
 * - One registration by id: REG#<id> / REG. The id follows from address and event, so that uniqueness costs no item.
 * - An event with all that is kept of it, in one read: EVENT#<id> / EVENT (facts), JOINING, NOTICES, PLACES (the counters that every
 *   registration changes stand alone, so that they stay small), QUESTIONS (the organisers' own; what was announced of
 *   them is QUESTIONS-NOTED, which is not read with them).
 * - Sensitive answers of one registration: REG#<id> / SENSITIVE.
 * - What a new event takes over from an earlier one, not read with it: EVENT#<id> / TAKEN-OVER.
 * - A form begun and not sent yet: DRAFT#<id> / DRAFT, sealed with a key that only its browser has.
 * - The first in the line, and how many stand before somebody: EVENT#<id> / WAIT#<instant>#<registration id>, in that order.
 * - An event by its slug: SLUG#<slug> / SLUG.
 * - One sending of a form: ATTEMPT#<event id>#<attempt> / ATTEMPT.
 * - Registrations from one network in ten minutes, or at one event in a day: VIEWER#<HMAC> / <start of that time>.
 * - When those who were refused in a crowd come back, one after the other: TURNS#<event id> / TURNS, for an hour.
 * - Registrations of an event by standing and time, with what a list says of each: index roster.
 * - What stays of an event when its people are forgotten, in numbers: EVENT#<id> / RETAINED.
 * - What is due: index by-due, PENDING by the end of its time, OFFER by the same, LIVE (events whose people are all held) by their end, RETAIN (those
 *   of whom some are) by the next time to forget.
 */
export const roster = { name: 'roster', pk: 'listing', sk: 'listingOrder' } as const;
export const byDue = { name: 'by-due', pk: 'due', sk: 'dueAt' } as const;

export const registrationKey = (registrationId: string): Key => ({ pk: `REG#${registrationId}`, sk: 'REG' });
export const eventPartition = (eventId: string): string => `EVENT#${eventId}`;
export const factsKey = (eventId: string): Key => ({ pk: eventPartition(eventId), sk: 'EVENT' });
export const joiningKey = (eventId: string): Key => ({ pk: eventPartition(eventId), sk: 'JOINING' });
export const noticesKey = (eventId: string): Key => ({ pk: eventPartition(eventId), sk: 'NOTICES' });
export const placesKey = (eventId: string): Key => ({ pk: eventPartition(eventId), sk: 'PLACES' });
export const questionsKey = (eventId: string): Key => ({ pk: eventPartition(eventId), sk: 'QUESTIONS' });
export const questionsNotedKey = (eventId: string): Key => ({ pk: eventPartition(eventId), sk: 'QUESTIONS-NOTED' });
export const retainedKey = (eventId: string): Key => ({ pk: eventPartition(eventId), sk: 'RETAINED' });
export const sensitiveKey = (registrationId: string): Key => ({ pk: `REG#${registrationId}`, sk: 'SENSITIVE' });
export const draftKey = (draftId: string): Key => ({ pk: `DRAFT#${draftId}`, sk: 'DRAFT' });
export const takenOverKey = (eventId: string): Key => ({ pk: eventPartition(eventId), sk: 'TAKEN-OVER' });
export const participantsKey = (eventId: string): Key => ({ pk: eventPartition(eventId), sk: 'PARTICIPANTS' });
export const waitPrefix = 'WAIT#';
export const waitKey = (eventId: string, waitingKey: string): Key => ({ pk: eventPartition(eventId), sk: `${waitPrefix}${waitingKey}` });
export const slugKey = (slug: string): Key => ({ pk: `SLUG#${slug}`, sk: 'SLUG' });
export const attemptKey = (attemptId: string): Key => ({ pk: `ATTEMPT#${attemptId}`, sk: 'ATTEMPT' });
export const turnsKey = (eventId: string): Key => ({ pk: `TURNS#${eventId}`, sk: 'TURNS' });
export const viewerKey = (viewer: string, window: string): Key => ({ pk: `VIEWER#${viewer}`, sk: window });

export type ListGroup = Standing | 'cancelled';

/** Registrations that were called off with their event stay in the list where they were, so that the letter about it finds them. */
export function listGroup({ state }: Pick<Registration, 'state'>): ListGroup {
  return state.kind === 'cancelled' && state.by === 'event' ? state.was : state.kind;
}
