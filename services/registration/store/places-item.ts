import { fromItem, type Item } from '@convener/dynamodb';
import * as z from 'zod/mini';
import { usualOffers } from '../domain/offers.ts';
import type { Places } from '../domain/places.ts';

const groupSchema = z.object({
  name: z.string(),
  order: z.number(),
  places: z.number(),
  taken: z.number(),
  waiting: z.number(),
  releaseAt: z.optional(z.string()),
  releasedAt: z.optional(z.string()),
});

/**
 * `taken` counts what is not there for everybody: places that people hold, and all that is set aside for groups, taken or not. So one
 * comparison says whether a place is free, though conditions of DynamoDB cannot add.
 */
const placesSchema = z.object({
  capacity: z.number(),
  taken: z.number(),
  waiting: z.number(),
  opensAt: z.string(),
  closesAt: z.string(),
  calledOffAt: z.optional(z.string()),
  settledAt: z.optional(z.string()),
  groups: z._default(z.record(z.string(), groupSchema), {}),
  offers: z._default(z.object({ quietFrom: z.string(), quietUntil: z.string(), longestHours: z.number() }), usualOffers),
});

export function placesOf(item: Item | undefined): Places | undefined {
  const read = item && placesSchema.safeParse(fromItem(item));
  if (!read?.success) return undefined;
  const { taken, groups, ...rest } = read.data;
  const reserved = Object.values(groups).filter(({ releasedAt }) => !releasedAt);
  const setAside = reserved.reduce((sum, group) => sum + Math.max(0, group.places - group.taken), 0);
  const ordered = Object.entries(groups).sort(([, a], [, b]) => a.order - b.order);
  return {
    ...rest,
    taken: taken - setAside,
    setAside,
    groups: ordered.map(([id, { order: _order, releaseAt, releasedAt, ...group }]) => ({ id, ...group, releaseAt, releasedAt })),
    calledOffAt: rest.calledOffAt,
    settledAt: rest.settledAt,
  };
}
