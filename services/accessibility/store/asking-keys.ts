import type { Key } from '@convener/dynamodb';
import { eventPartition } from './keys.ts';

/**
 * In `main`, there whether or not anybody says anything:
 * - what an event asks: EVENT#<id> / ASKING
 * - looks of every event, newest first: index by-reading
 * - what a reader is called: READER#<organiser id> / NAME
 *
 * In `needs`:
 * - what somebody asked to be remembered: MEMORY#<keyed pseudonym> / MEMORY; where it was used: MEMORY#… / USED#<registration id>
 * - memories by their end: index by-end
 * - what people say afterwards, of nobody: EVENT#<event id> / FELT#<random>, WORDS#<random>, GROUP#<random>
 * - how many forms of nobody in particular came from one network today: SENDER#<keyed pseudonym> / SENT
 * - frozen figures, safe for small numbers: FIGURES#<event id> / SUMMARY, OUTCOME
 */
export const byReading = { name: 'by-reading', pk: 'readings', sk: 'at' } as const;
export const byEnd = { name: 'by-end', pk: 'ends', sk: 'endsOn' } as const;

export const askingKey = (eventId: string): Key => ({ pk: eventPartition(eventId), sk: 'ASKING' });
export const readerKey = (organiserId: string): Key => ({ pk: `READER#${organiserId}`, sk: 'NAME' });

export const senderKey = (pseudonym: string): Key => ({ pk: `SENDER#${pseudonym}`, sk: 'SENT' });

export const memoryPartition = (key: string): string => `MEMORY#${key}`;
export const memoryKey = (key: string): Key => ({ pk: memoryPartition(key), sk: 'MEMORY' });
export const usedPrefix = 'USED#';
export const usedKey = (key: string, registrationId: string): Key => ({ pk: memoryPartition(key), sk: `${usedPrefix}${registrationId}` });

export const feltPrefix = 'FELT#';
export const wordsPrefix = 'WORDS#';
export const groupPrefix = 'GROUP#';
export const unlinkedKey = (eventId: string, prefix: string, random: string): Key => ({
  pk: eventPartition(eventId),
  sk: `${prefix}${random}`,
});

export const figuresKey = (eventId: string, which: 'SUMMARY' | 'OUTCOME'): Key => ({ pk: `FIGURES#${eventId}`, sk: which });
