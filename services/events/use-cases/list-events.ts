import type { Event } from '../domain/event.ts';
import type { EventStore } from './ports.ts';

/** Published events that have not ended yet, soonest first. An event is over when its end has passed, so today's is still upcoming. */
export async function upcomingEvents(now: Date, store: Pick<EventStore, 'list'>): Promise<readonly Event[]> {
  const dayBefore = new Date(now.getTime() - 24 * 60 * 60 * 1000).toISOString();
  const events = await store.list('published', { from: dayBefore });
  return events.filter((event) => Date.parse(event.details.endsAt) > now.getTime());
}

/** Published events that have ended, newest first. */
export async function pastEvents(now: Date, store: Pick<EventStore, 'list'>): Promise<readonly Event[]> {
  const events = await store.list('published', { to: now.toISOString() });
  return events.filter((event) => Date.parse(event.details.endsAt) <= now.getTime()).reverse();
}

/** Everything that organisers see, each list by its start. */
export async function organisersEvents(store: Pick<EventStore, 'list'>) {
  const [draft, published, cancelled] = await Promise.all([store.list('draft'), store.list('published'), store.list('cancelled')]);
  return { draft, published, cancelled };
}
