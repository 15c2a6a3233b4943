import type { EventId, ReflectionId, ThemeId } from '@convener/contracts';
import type { Key } from '@convener/dynamodb';
import { reflections } from '../service.ts';

export const eventPartition = (eventId: EventId) => `EVENT#${eventId}`;
export const factsKey = (eventId: EventId): Key => ({ pk: eventPartition(eventId), sk: 'EVENT' });
export const roomsKey = (eventId: EventId): Key => ({ pk: eventPartition(eventId), sk: 'ROOMS' });
export const exportsKey = (eventId: EventId): Key => ({ pk: eventPartition(eventId), sk: 'EXPORTS' });
export const reflectionKey = (eventId: EventId, id: ReflectionId): Key => ({ pk: eventPartition(eventId), sk: `${reflectionPrefix}${id}` });
export const themeKey = (eventId: EventId, id: ThemeId): Key => ({ pk: eventPartition(eventId), sk: `${themePrefix}${id}` });

export const reflectionPrefix = 'REF#';
export const themePrefix = 'THEME#';

export const places = { name: 'places', ...reflections.tables.main.indexes.places };
