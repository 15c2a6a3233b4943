import { frameSchema, fromItem, type Item } from '@convener/dynamodb';
import * as z from 'zod/mini';
import type { ReflectionRow } from '../domain/overview.ts';
import type { Reflection } from '../domain/reflection.ts';
import type { Loaded } from '../use-cases/ports.ts';
import { eventPartition } from './keys.ts';

const consentSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('analysis') }),
  z.object({ kind: z.literal('paraphrase') }),
  z.object({ kind: z.literal('quote-unnamed') }),
  z.object({ kind: z.literal('quote-named'), name: z.string() }),
]);

const saidSchema = z.object({ words: z.string(), consent: consentSchema });
const themeIdsSchema = z.array(z.string());

const baseSchema = z.object({
  id: z.string(),
  eventId: z.string(),
  roomId: z.optional(z.string()),
  source: z.enum(['form', 'notes', 'organiser']),
  day: z.string(),
  linkVersion: z.number(),
});

const standingSchema = z.discriminatedUnion('standing', [
  z.object({ standing: z.literal('open'), themeIds: themeIdsSchema, said: saidSchema }),
  z.object({ standing: z.literal('set-aside'), reason: z.string(), by: z.string(), said: saidSchema }),
  z.object({ standing: z.literal('withdrawn') }),
]);

/** A reflection without its domain events, which are as long as itself and which no reader of many needs. */
export const saidAttributes = [...Object.keys(baseSchema.shape), 'version', 'standing', 'themeIds', 'said', 'reason', 'by'] as const;

/**
 * The attributes of a reflection's item: this is the whole list. There is no place in it for an address, a device, a cookie, an hour
 * or an order, and a test looks at every stored item for them.
 */
export function reflectionAttributes(whole: Reflection): object {
  const { standing, ...reflection } = whole;
  const index = { listing: eventPartition(reflection.eventId), listingOrder: reflection.id, placed: placedText(whole) };
  switch (standing.kind) {
    case 'open': {
      const { themeIds, words, consent } = standing;
      return { ...reflection, ...index, standing: 'open', themeIds, said: { words, consent } };
    }
    case 'set-aside': {
      const { reason, by, words, consent } = standing;
      return { ...reflection, ...index, standing: 'set-aside', reason, by, said: { words, consent } };
    }
    case 'withdrawn':
      return { ...reflection, ...index, standing: 'withdrawn' };
  }
}

export function readReflection(item: Item): Loaded<Reflection> {
  const plain = fromItem(item);
  const { version, envelopes } = frameSchema.parse(plain);
  const { roomId, ...base } = baseSchema.parse(plain);
  return { value: { ...base, roomId, standing: standingOf(standingSchema.parse(plain)) }, version, carried: envelopes };
}

function standingOf(stored: z.infer<typeof standingSchema>): Reflection['standing'] {
  switch (stored.standing) {
    case 'open':
      return { kind: 'open', themeIds: stored.themeIds, ...stored.said };
    case 'set-aside':
      return { kind: 'set-aside', reason: stored.reason, by: stored.by, ...stored.said };
    case 'withdrawn':
      return { kind: 'withdrawn' };
  }
}

export const rowAttributes = ['listingOrder', 'placed'] as const;

/** Ten thousand are counted for one page, so that the index carries one short text of each: standing, room (`-` for none), themes. */
function placedText({ roomId, standing }: Reflection): string {
  return [standing.kind, roomId ?? '-', ...(standing.kind === 'open' ? standing.themeIds : [])].join(' ');
}

export function readRow(item: Item): ReflectionRow {
  const [standing, room, ...themeIds] = item.placed?.S?.split(' ') ?? [];
  return {
    id: item.listingOrder?.S ?? '',
    roomId: room === '-' ? undefined : room,
    standing: standing === 'set-aside' || standing === 'withdrawn' ? standing : 'open',
    themeIds,
  };
}
