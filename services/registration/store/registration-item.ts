import type { Envelope } from '@convener/contracts';
import { frameSchema, fromItem, type Item, isTombstone } from '@convener/dynamodb';
import * as z from 'zod/mini';
import { type ListedRegistration, type Registration, sinceWhen, waysOfTelling } from '../domain/registration.ts';
import type { Loaded } from '../use-cases/ports.ts';
import { eventPartition, listGroup } from './keys.ts';
import { answersSchema, marksSchema } from './question-item.ts';

const standing = z.enum(['pending', 'confirmed', 'waitlisted', 'offered']);

const pool = z.optional(z.string());

const stateSchema = z.union([
  z.object({ kind: z.literal('pending'), holds: z.literal('place'), pool, expiresAt: z.string() }),
  z.object({ kind: z.literal('pending'), holds: z.literal('nothing'), expiresAt: z.string() }),
  z.object({ kind: z.literal('confirmed'), at: z.string(), pool }),
  z.object({ kind: z.literal('waitlisted'), waitingKey: z.string(), joinedAt: z.optional(z.string()) }),
  z.object({ kind: z.literal('offered'), waitingKey: z.string(), offeredAt: z.string(), until: z.string(), pool }),
  z.object({ kind: z.literal('cancelled'), by: z.literal('event'), was: standing, at: z.string() }),
  z.object({ kind: z.literal('cancelled'), by: z.enum(['attendee', 'organiser']), at: z.string() }),
  z.object({ kind: z.literal('cancelled'), by: z.enum(['declined', 'lapsed']), at: z.string() }),
]);

const detailsSchema = z.object({
  name: z.string(),
  organisation: z.string(),
  comingAs: z.string(),
  wantsReport: z.boolean(),
  format: z.enum(['html', 'text']),
  supporter: z.optional(z.object({ name: z.string() })),
});

const attendedSchema = z.union([
  z.object({ at: z.string(), how: z.literal('organiser'), by: z.string() }),
  z.object({ at: z.string(), how: z.enum(['code', 'link']) }),
]);

const shownSchema = z.object({ at: z.string(), words: z.number() });

const moveSchema = z.object({ at: z.string(), by: z.string(), from: z.number(), to: z.number(), reason: z.string() });

const registrationSchema = z.object({
  version: z.optional(z.number()),
  registrationId: z.string(),
  eventId: z.string(),
  email: z.string(),
  details: detailsSchema,
  registeredAt: z.string(),
  linkVersion: z.number(),
  letters: z.object({ since: z.string(), count: z.number() }),
  state: stateSchema,
  group: z.optional(z.string()),
  moves: z.optional(z.array(moveSchema)),
  attended: z.optional(attendedSchema),
  told: z.optional(z.enum(waysOfTelling)),
  shownToOthers: z.optional(shownSchema),
  correctedAt: z.optional(z.string()),
  answers: z.optional(answersSchema),
  sensitive: z.optional(marksSchema),
});

export function loadedOf(item: Item | undefined): Loaded {
  if (!item) return { stored: { kind: 'none' }, carried: [] };
  const { version, carried } = carriedOf(item);
  if (isTombstone(item)) return { stored: { kind: 'gone', version }, carried };
  return { stored: { kind: 'held', version, registration: registrationSchema.parse(fromItem(item)) }, carried };
}

/** Version and envelopes that ride on any aggregate's item. */
export function carriedOf(item: Item): { readonly version: number; readonly carried: readonly Envelope[] } {
  const { version, envelopes } = frameSchema.parse(fromItem(item));
  return { version, carried: envelopes };
}

export function registrationOf(item: Item): Registration | undefined {
  return isTombstone(item) ? undefined : registrationSchema.parse(fromItem(item));
}

/** The registration with its index keys. */
export function attributesOf(registration: Registration): object {
  const { version: _, ...kept } = registration;
  const { registrationId, eventId, registeredAt } = kept;
  return {
    ...kept,
    listing: eventPartition(eventId),
    listingOrder: `${listGroup(registration)}#${registeredAt}#${registrationId}`,
    ...dueOf(registration),
  };
}

/** What runs out by itself: the time to confirm, and an offer. */
function dueOf({ registrationId, state }: Registration): object {
  switch (state.kind) {
    case 'pending':
      return { due: 'PENDING', dueAt: `${state.expiresAt}#${registrationId}` };
    case 'offered':
      return { due: 'OFFER', dueAt: `${state.until}#${registrationId}` };
    case 'confirmed':
    case 'waitlisted':
    case 'cancelled':
      return {};
  }
}

const listedSchema = z.object({
  registrationId: z.string(),
  email: z.string(),
  details: detailsSchema,
  registeredAt: z.string(),
  state: stateSchema,
  attended: z.optional(attendedSchema),
  told: z.optional(z.enum(waysOfTelling)),
  shownToOthers: z.optional(shownSchema),
});

/** What the index by-event carries beside its keys. */
export const listedAttributes: readonly string[] = Object.keys(listedSchema.shape);

export function listedOf(item: Item): ListedRegistration {
  const { state, told = 'form', shownToOthers, ...listed } = listedSchema.parse(fromItem(item));
  const since = sinceWhen({ state, registeredAt: listed.registeredAt });
  const held = 'pool' in state ? { pool: state.pool } : {};
  return { ...listed, ...held, status: state.kind, since, told, shownToOthers: shownToOthers !== undefined };
}
