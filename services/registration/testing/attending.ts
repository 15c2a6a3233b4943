import { fromItem, getItem } from '@convener/dynamodb';
import { registrationKey } from '../store/keys.ts';
import type { World } from './attendee.ts';

/** A moment of the event at which people come in. */
export const during = '2024-11-20T10:15:00Z';

/** The code that the big screen shows now. */
export async function codeOf({ visitor, event }: World): Promise<string> {
  const door = await visitor.visit('GET', `/organise/events/${event.eventId}/attendance/code`, await asOrganiser({ visitor }, true));
  return JSON.parse(door.body).code;
}

export async function asOrganiser({ visitor }: Pick<World, 'visitor'>, program = false) {
  const session = await visitor.organiser(['organiser']);
  return program ? { ...session, headers: { accept: 'application/json' } } : session;
}

/** Where somebody says that they are here. */
export const here = (world: World) => `/events/${world.event.slug}/here`;

/** The organisers' list for the door. */
export const door = (world: World) => `/organise/events/${world.event.eventId}/attendance`;

/** Types of the domain events that ride on somebody's registration. */
export async function announced(mine: World, email: string): Promise<readonly string[]> {
  const item = await getItem(mine.event.table, registrationKey(await mine.visitor.identify(email, mine.event.eventId)));
  const { envelopes } = fromItem(item ?? {});
  return Array.isArray(envelopes) ? envelopes.map(({ type }: { type: string }) => type) : [];
}
