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

/**
 * What is arranged lies in `needs` too, so that nothing outside tells that there is anything:
 * - beside an event's answers: ADJ#<id>, what is arranged; ARR#<registration id>, which of it serves somebody, what they were told and said;
 *   BUDGET; BRIEF, and BRIEFED#<supplier id>#<version>, that it was sent; ALERT#<what it is about>#<level>#<owner and day>; WITHDRAWN#<random>
 * - suppliers of the network: NETWORK / SUPPLIER#<id>
 * - what events cost, kept: SPENT / <end>#<event id>
 */
export const adjustmentPrefix = 'ADJ#';
export const adjustmentKey = (eventId: string, id: string): Key => ({ pk: eventPartition(eventId), sk: `${adjustmentPrefix}${id}` });
export const arrangementPrefix = 'ARR#';
export const arrangementKey = (eventId: string, registrationId: string): Key => ({
  pk: eventPartition(eventId),
  sk: `${arrangementPrefix}${registrationId}`,
});
export const budgetKey = (eventId: string): Key => ({ pk: eventPartition(eventId), sk: 'BUDGET' });
export const briefKey = (eventId: string): Key => ({ pk: eventPartition(eventId), sk: 'BRIEF' });
export const briefedPrefix = 'BRIEFED#';
export const briefedKey = (eventId: string, supplierId: string, version: number): Key => ({
  pk: eventPartition(eventId),
  sk: `${briefedPrefix}${supplierId}#${version}`,
});
export const alertPrefix = 'ALERT#';
export const alertKey = (eventId: string, alertId: string): Key => ({ pk: eventPartition(eventId), sk: `${alertPrefix}${alertId}` });
export const withdrawnPrefix = 'WITHDRAWN#';
export const withdrawnKey = (eventId: string, random: string): Key => ({ pk: eventPartition(eventId), sk: `${withdrawnPrefix}${random}` });
export const supplierPartition = 'NETWORK';
export const supplierPrefix = 'SUPPLIER#';
export const supplierKey = (id: string): Key => ({ pk: supplierPartition, sk: `${supplierPrefix}${id}` });
export const spentPartition = 'SPENT';
export const spentKey = (endsAt: string, eventId: string): Key => ({ pk: spentPartition, sk: `${endsAt}#${eventId}` });
