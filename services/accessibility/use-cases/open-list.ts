import { errorFacts, log } from '@convener/observability';
import { type AccessList, inOrder } from '../domain/access-list.ts';
import { goneBy } from '../domain/keeping.ts';
import type { AttendeeNames, Events, NeedList, Reads } from './ports.ts';

export interface ListPorts {
  readonly events: Events;
  readonly list: NeedList;
  readonly reads: Reads;
  readonly names: AttendeeNames;
}

/** Who looks, by the name that their session tells. */
export interface Reader {
  readonly organiserId: string;
  readonly name?: string;
}

const readsShown = 20;

/** The list of an event for an access coordinator. That it is opened is noted first: what cannot be noted is not shown. */
export async function openList(eventId: string, reader: Reader, now: Date, ports: ListPorts): Promise<AccessList | undefined> {
  const event = await ports.events.byId(eventId);
  if (!event) return undefined;
  await ports.reads.record({ eventId, ...reader, at: now.toISOString() });
  const [stored, names, reads] = await Promise.all([
    now < goneBy(event) ? ports.list.ofEvent(eventId) : [],
    namesOrNothing(eventId, ports.names),
    ports.reads.latest(eventId, readsShown),
  ]);
  const needs = inOrder(stored).map((need) => ({ ...need, name: names?.get(need.registrationId) }));
  return { event, needs, names: names ? 'known' : 'unavailable', reads };
}

/** A list without names is better than no list. */
export async function namesOrNothing(eventId: string, names: AttendeeNames): Promise<ReadonlyMap<string, string> | undefined> {
  try {
    return await names.ofEvent(eventId);
  } catch (error) {
    log('warn', 'call.failed', { call: 'directory', ...errorFacts(error) });
    return undefined;
  }
}
