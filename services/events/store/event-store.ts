import type { Envelope } from '@convener/contracts';
import {
  eventCancelledV1,
  eventChangedV1,
  eventClonedV1,
  eventCreatedV1,
  eventJoiningChangedV1,
  eventPublishedV1,
} from '@convener/contracts/domain-events';
import { aggregatePut, commit, getItem, queryAll, type Table, toItem, type Write } from '@convener/dynamodb';
import { envelopeFor } from '@convener/events';
import { events } from '../service.ts';
import type { EventStore, Saved, Saving } from '../use-cases/ports.ts';
import { eventAttributes, eventKey, listingKey, readEvent, type StoredEvent, slugKey } from './event-item.ts';

/**
 * Access patterns: see `service.ts`. A slug is held by an item of its own, so that two events never share one; it is written and given
 * back in the transaction that writes the event.
 */
export function eventStore(table: Table): EventStore {
  const load = async (id: string): Promise<StoredEvent | undefined> => {
    const item = await getItem(table, eventKey(id));
    return item && readEvent(item);
  };
  const find: EventStore['find'] = async (id) => {
    const stored = await load(id);
    return stored && { event: stored.event, version: stored.version, carried: stored.envelopes };
  };
  return {
    find,
    findPublic: async (slug) => {
      // Cached at the edge for half a minute in any case, so that reading what was true a second ago, at half the price, is no loss.
      const held = await getItem(table, slugKey(slug), { consistent: false });
      const item = held?.eventId?.S ? await getItem(table, eventKey(held.eventId.S), { consistent: false }) : undefined;
      return item && readEvent(item).event;
    },
    save: (saving) => save(table, saving),
    list: async (listing, range = {}) => {
      const index = { name: 'by-start', ...events.tables.main.indexes['by-start'] };
      // A tilde sorts after every character of an instant.
      const between = [range.from ?? '0', `${range.to ?? '9'}~`] as const;
      const found = [];
      for await (const item of queryAll(table, { pk: listingKey(listing), between, index })) found.push(readEvent(item).event);
      return found;
    },
  };
}

async function save(table: Table, saving: Saving): Promise<Saved> {
  const { event, loaded, now } = saving;
  const expectedVersion = loaded?.version ?? 0;
  const write = aggregatePut({
    key: eventKey(event.id),
    expectedVersion,
    attributes: eventAttributes(event),
    carried: isEnvelopes(loaded?.carried) ? loaded.carried : [],
    added: saving.announcements.map((announcement) => envelope(saving, announcement, expectedVersion + 1)),
    now,
  });
  const outcome = await commit(table, [write, ...slugWrites(saving)]);
  if (outcome.kind === 'committed') return { kind: 'saved' };
  return outcome.failed.includes(0) ? { kind: 'changed-meanwhile' } : { kind: 'slug-taken' };
}

function slugWrites({ event, loaded }: Saving): readonly Write[] {
  const [before, after] = [loaded?.event.details.slug, event.details.slug];
  if (before === after) return [];
  const taken: Write = {
    kind: 'put',
    item: toItem({ ...slugKey(after), eventId: event.id }),
    condition: 'attribute_not_exists(pk) OR eventId = :id',
    values: { ':id': { S: event.id } },
  };
  // An address that was public stays this event's for good, so that links in mail and on other sites still arrive.
  const neverPublic = loaded?.event.state.kind === 'draft';
  return before !== undefined && neverPublic ? [taken, { kind: 'delete', key: slugKey(before) }] : [taken];
}

function envelope(saving: Saving, announcement: Saving['announcements'][number], version: number): Envelope {
  const change = { aggregateId: saving.event.id, version, at: saving.now, actor: saving.actor };
  switch (announcement.kind) {
    case 'created':
      return envelopeFor(eventCreatedV1, { ...change, data: { eventId: saving.event.id } });
    case 'cloned': {
      const { fromEventId, copies } = announcement;
      return envelopeFor(eventClonedV1, { ...change, data: { eventId: saving.event.id, fromEventId, copies: [...copies] } });
    }
    case 'published':
      return envelopeFor(eventPublishedV1, { ...change, data: { event: announcement.facts } });
    case 'changed':
      return envelopeFor(eventChangedV1, { ...change, data: { event: announcement.facts, changed: [...announcement.changed] } });
    case 'cancelled':
      return envelopeFor(eventCancelledV1, { ...change, data: { event: announcement.facts } });
    case 'joining-changed':
      return envelopeFor(eventJoiningChangedV1, { ...change, data: { eventId: saving.event.id } });
  }
}

function isEnvelopes(value: unknown): value is readonly Envelope[] {
  return Array.isArray(value);
}
