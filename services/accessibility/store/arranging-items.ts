import { fromItem, type Item, toItem } from '@convener/dynamodb';
import * as z from 'zod/mini';
import { type Adjustment, adjustmentKinds, adjustmentStates } from '../domain/adjustment.ts';
import type { Arrangement } from '../domain/arrangement.ts';
import type { Brief, BriefSending } from '../domain/brief.ts';
import type { Budget } from '../domain/budget.ts';
import type { Supplier } from '../domain/supplier.ts';
import { adjustmentKey, arrangementKey, briefedKey, briefKey, budgetKey, supplierKey } from './keys.ts';
import { epochSeconds } from './need-item.ts';

const delivered = z.enum(['waiting', 'sending', 'done', 'refused']);

const occasion = z.object({ startsAt: z.string(), endsAt: z.string(), mode: z.enum(['online', 'in-person', 'hybrid']), place: z.string() });

const adjustmentSchema = z.object({
  adjustmentId: z.string(),
  eventId: z.string(),
  kind: z.enum(adjustmentKinds),
  what: z.string(),
  owner: z.object({ name: z.string(), email: z.string() }),
  supplierId: z.optional(z.string()),
  forEverybody: z.boolean(),
  leadDays: z.number(),
  estimatedPence: z.optional(z.number()),
  actualPence: z.optional(z.number()),
  state: z.enum(adjustmentStates),
  // Those that were kept before this was noted lack it.
  heldFor: z.optional(occasion),
  changedAt: z.string(),
  version: z.number(),
});

const arrangementSchema = z.object({
  eventId: z.string(),
  registrationId: z.string(),
  adjustmentIds: z.array(z.string()),
  telling: z.optional(
    z.object({
      provided: z.string(),
      cannot: z.optional(z.object({ reason: z.string(), alternative: z.string() })),
      contact: z.string(),
      at: z.string(),
      version: z.number(),
      needVersion: z.number(),
      // Those that were told before this was noted lack it.
      occasion: z.optional(occasion),
      relied: z._default(z.array(z.object({ adjustmentId: z.string(), state: z.enum(adjustmentStates) })), []),
      delivery: z.enum(['notice', 'mail', 'ring']),
      delivered,
      letterId: z.string(),
    }),
  ),
  reply: z.optional(
    z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('works'), at: z.string(), to: z.number() }),
      z.object({ kind: z.literal('does-not-work'), ownWords: z.string(), at: z.string(), to: z.number() }),
    ]),
  ),
  version: z.number(),
});

const briefSchema = z.object({
  eventId: z.string(),
  agenda: z.string(),
  names: z.string(),
  terms: z.string(),
  links: z.string(),
  joining: z.string(),
  changedAt: z.string(),
  version: z.number(),
});

const briefingSchema = z.object({
  eventId: z.string(),
  supplierId: z.string(),
  supplierName: z.string(),
  briefVersion: z.number(),
  at: z.string(),
  delivered,
  letterId: z.string(),
});

const budgetSchema = z.object({
  pence: z.optional(z.number()),
  // Those that were kept before two coordinators were told of each other lack it.
  version: z._default(z.number(), 1),
});

const supplierSchema = z.object({
  supplierId: z.string(),
  name: z.string(),
  email: z.string(),
  phone: z.string(),
  kinds: z.array(z.enum(adjustmentKinds)),
  usedAt: z.string(),
  // Those that were kept before they could be changed lack it.
  version: z._default(z.number(), 1),
});

export function adjustmentOf(item: Item): Adjustment {
  const { supplierId, estimatedPence, actualPence, heldFor, ...rest } = adjustmentSchema.parse(fromItem(item));
  return { ...rest, supplierId, estimatedPence, actualPence, heldFor };
}

export function adjustmentItem(adjustment: Adjustment, goneBy: Date): Item {
  return toItem({ ...adjustment, ...adjustmentKey(adjustment.eventId, adjustment.adjustmentId), expiresAt: epochSeconds(goneBy) });
}

export function arrangementOf(item: Item): Arrangement {
  const { telling, reply, ...rest } = arrangementSchema.parse(fromItem(item));
  return { ...rest, reply, telling: telling && { ...telling, cannot: telling.cannot, occasion: telling.occasion } };
}

export function arrangementItem(arrangement: Arrangement, goneBy: Date): Item {
  return toItem({
    ...arrangement,
    ...arrangementKey(arrangement.eventId, arrangement.registrationId),
    expiresAt: epochSeconds(goneBy),
  });
}

export function briefOf(item: Item): Brief {
  return briefSchema.parse(fromItem(item));
}

export function briefItem(brief: Brief, goneBy: Date): Item {
  return toItem({ ...brief, ...briefKey(brief.eventId), expiresAt: epochSeconds(goneBy) });
}

export function briefingOf(item: Item): BriefSending {
  return briefingSchema.parse(fromItem(item));
}

export function briefingItem(sending: BriefSending, goneBy: Date): Item {
  const key = briefedKey(sending.eventId, sending.supplierId, sending.briefVersion);
  return toItem({ ...sending, ...key, expiresAt: epochSeconds(goneBy) });
}

export function budgetOf(item: Item | undefined): Budget {
  if (!item) return { pence: undefined, version: 0 };
  const { pence, version } = budgetSchema.parse(fromItem(item));
  return { pence, version };
}

export function budgetItem({ pence, version }: Budget, eventId: string, goneBy: Date): Item {
  const set = pence === undefined ? {} : { pence };
  return toItem({ ...set, version, ...budgetKey(eventId), expiresAt: epochSeconds(goneBy) });
}

export function supplierOf(item: Item): Supplier {
  return supplierSchema.parse(fromItem(item));
}

export function supplierItem(supplier: Supplier, goneBy: Date): Item {
  return toItem({ ...supplier, ...supplierKey(supplier.supplierId), expiresAt: epochSeconds(goneBy) });
}
