import type { Key } from '@convener/dynamodb';

/**
 * Access patterns of `main`, which tells of nobody that they said anything:
 * - an event's facts: EVENT#<id> / EVENT; events not yet settled, by the time for it: index by-due, KEPT
 * - who opened an event's list, newest first: EVENT#<id> / READ#<instant>#<random>
 * - the receipt of deletion: EVENT#<id> / DELETED#<instant>
 * - whether a registration stands: REG#<id> / STANDING
 *
 * Access patterns of `needs`:
 * - one answer: EVENT#<event id> / NEED#<registration id>; all of an event by the prefix
 * - where one person's answers lie: index by-person
 */
export const byDue = { name: 'by-due', pk: 'due', sk: 'dueAt' } as const;
export const byPerson = { name: 'by-person', pk: 'registrationId', sk: 'eventId' } as const;

export const eventPartition = (eventId: string): string => `EVENT#${eventId}`;
export const factsKey = (eventId: string): Key => ({ pk: eventPartition(eventId), sk: 'EVENT' });
export const readPrefix = 'READ#';
export const readKey = (eventId: string, at: string, random: string): Key => ({
  pk: eventPartition(eventId),
  sk: `${readPrefix}${at}#${random}`,
});
export const receiptKey = (eventId: string, at: string): Key => ({ pk: eventPartition(eventId), sk: `DELETED#${at}` });
export const standingKey = (registrationId: string): Key => ({ pk: `REG#${registrationId}`, sk: 'STANDING' });
export const needPrefix = 'NEED#';
export const needKey = (eventId: string, registrationId: string): Key => ({
  pk: eventPartition(eventId),
  sk: `${needPrefix}${registrationId}`,
});
