import { type Envelope, eventFactsSchema, modes, provisionSchema, speakerSchema } from '@convener/contracts';
import { envelopesSchema, fromItem, type Item } from '@convener/dynamodb';
import * as z from 'zod/mini';
import type { Event } from '../domain/event.ts';
import type { Listing } from '../use-cases/ports.ts';

const stateSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('draft') }),
  z.object({ kind: z.literal('published'), publishedAt: z.string() }),
  z.object({ kind: z.literal('cancelled'), cancelledAt: z.string() }),
]);

const facts = eventFactsSchema.shape;

const itemSchema = z.object({
  id: z.string(),
  timeZone: z.string(),
  state: stateSchema,
  details: z.object({
    title: facts.title,
    slug: facts.slug,
    series: facts.series,
    purpose: facts.purpose,
    description: facts.description,
    descriptionHtml: z.string(),
    startsAt: facts.startsAt,
    endsAt: facts.endsAt,
    mode: z.enum(modes),
    place: facts.place,
    capacity: facts.capacity,
    registrationOpensAt: facts.registrationOpensAt,
    registrationClosesAt: facts.registrationClosesAt,
    question: facts.question,
    joiningLink: z.string(),
    joiningInstructions: z.string(),
  }),
  speakers: z.array(speakerSchema),
  links: z.array(z.object({ id: z.string(), label: z.string(), url: z.string() })),
  provisions: z.array(provisionSchema),
  publishedAs: z.optional(z.object({ startsAt: z.string(), mode: z.enum(modes) })),
  joiningVersion: z.number(),
  version: z.number(),
  envelopes: envelopesSchema,
});

export interface StoredEvent {
  readonly event: Event;
  readonly version: number;
  readonly envelopes: readonly Envelope[];
}

export function readEvent(item: Item): StoredEvent {
  const { version, envelopes, ...event } = itemSchema.parse(fromItem(item));
  return { event, version, envelopes };
}

/** The attributes of an event's item, with those of its index. */
export function eventAttributes(event: Event): object {
  return { ...event, listing: listingKey(event.state.kind), listingOrder: `${event.details.startsAt}#${event.id}` };
}

export function listingKey(listing: Listing): string {
  return `LISTING#${listing}`;
}

export const eventKey = (id: string) => ({ pk: `EVENT#${id}`, sk: 'EVENT' });
export const slugKey = (slug: string) => ({ pk: `SLUG#${slug}`, sk: 'SLUG' });
