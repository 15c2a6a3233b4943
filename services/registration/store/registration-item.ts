import type { Envelope } from '@convener/contracts';
import { frameSchema, fromItem, type Item, isTombstone } from '@convener/dynamodb';
import * as z from 'zod/mini';
import { type Registration, stepActors, stepKinds, waysOfTelling } from '../domain/registration.ts';
import type { Loaded } from '../use-cases/ports.ts';
import { eventPartition, listGroup } from './keys.ts';
import { attendedSchema, detailsSchema, listedTextOf, personIn } from './listed-item.ts';
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

const shownSchema = z.object({ at: z.string(), words: z.number() });

const moveSchema = z.object({ at: z.string(), by: z.string(), from: z.number(), to: z.number(), reason: z.string() });

const stepSchema = z.object({ at: z.string(), kind: z.enum(stepKinds), by: z.enum(stepActors) });

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
  steps: z.optional(z.array(stepSchema)),
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
  return { stored: { kind: 'held', version, registration: heldIn(item) }, carried };
}

/** Version and envelopes that ride on any aggregate's item. */
export function carriedOf(item: Item): { readonly version: number; readonly carried: readonly Envelope[] } {
  const { version, envelopes } = frameSchema.parse(fromItem(item));
  return { version, carried: envelopes };
}

export function registrationOf(item: Item): Registration | undefined {
  return isTombstone(item) ? undefined : heldIn(item);
}

function heldIn(item: Item): Registration {
  const plain = fromItem(item);
  return registrationSchema.parse({ ...plain, ...personIn(plain.listed) });
}

/** The registration with its index keys. */
export function attributesOf(registration: Registration): object {
  const { version: _, email: __, details: ___, ...kept } = registration;
  const { registrationId, eventId, registeredAt } = kept;
  return {
    ...kept,
    listed: listedTextOf(registration),
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
