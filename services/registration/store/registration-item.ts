import type { Envelope } from '@convener/contracts';
import { frameSchema, fromItem, type Item, isTombstone } from '@convener/dynamodb';
import * as z from 'zod/mini';
import { type ListedRegistration, type Registration, sinceWhen, waysOfTelling } from '../domain/registration.ts';
import type { Loaded } from '../use-cases/ports.ts';
import { eventPartition, listGroup } from './keys.ts';

const standing = z.enum(['pending', 'confirmed', 'waitlisted', 'offered']);

const stateSchema = z.union([
  z.object({ kind: z.literal('pending'), holds: z.enum(['place', 'nothing']), expiresAt: z.string() }),
  z.object({ kind: z.literal('confirmed'), at: z.string() }),
  z.object({ kind: z.literal('waitlisted'), waitingKey: z.string() }),
  z.object({ kind: z.literal('offered'), waitingKey: z.string(), offeredAt: z.string(), until: z.string() }),
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
});

const attendedSchema = z.union([
  z.object({ at: z.string(), how: z.literal('organiser'), by: z.string() }),
  z.object({ at: z.string(), how: z.enum(['code', 'link']) }),
]);

const shownSchema = z.object({ at: z.string(), words: z.number() });

const registrationSchema = z.object({
  registrationId: z.string(),
  eventId: z.string(),
  email: z.string(),
  details: detailsSchema,
  registeredAt: z.string(),
  linkVersion: z.number(),
  letters: z.object({ since: z.string(), count: z.number() }),
  state: stateSchema,
  attended: z.optional(attendedSchema),
  told: z.optional(z.enum(waysOfTelling)),
  shownToOthers: z.optional(shownSchema),
  correctedAt: z.optional(z.string()),
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

/** The registration with its index keys. Only a pending one is due: for expiry. */
export function attributesOf(registration: Registration): object {
  const { registrationId, eventId, registeredAt, state } = registration;
  return {
    ...registration,
    listing: eventPartition(eventId),
    listingOrder: `${listGroup(registration)}#${registeredAt}#${registrationId}`,
    ...(state.kind === 'pending' ? { due: 'PENDING', dueAt: `${state.expiresAt}#${registrationId}` } : {}),
  };
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

export function listedOf(item: Item): ListedRegistration {
  const { state, told = 'form', shownToOthers, ...listed } = listedSchema.parse(fromItem(item));
  const since = sinceWhen({ state, registeredAt: listed.registeredAt });
  return { ...listed, status: state.kind, since, told, shownToOthers: shownToOthers !== undefined };
}
