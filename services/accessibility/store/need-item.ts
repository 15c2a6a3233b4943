import { fromItem, type Item, toItem } from '@convener/dynamodb';
import * as z from 'zod/mini';
import { type Need, needKinds, waysToTalk } from '../domain/need.ts';
import { needKey } from './keys.ts';

const schema = z.object({
  eventId: z.string(),
  registrationId: z.string(),
  kinds: z.array(z.enum(needKinds)),
  ownWords: z.string(),
  talkFirst: z.optional(z.object({ how: z.enum(waysToTalk), when: z.string() })),
  consent: z.object({ textId: z.string(), version: z.number(), at: z.string() }),
  changedAt: z.string(),
  version: z.number(),
});

export function needOf(item: Item): Need {
  const { kinds, ownWords, talkFirst, ...rest } = schema.parse(fromItem(item));
  return { ...rest, answer: { kinds, ownWords, talkFirst } };
}

export function itemOf({ answer, ...rest }: Need, goneBy: Date): Item {
  return toItem({ ...rest, ...answer, ...needKey(rest.eventId, rest.registrationId), expiresAt: epochSeconds(goneBy) });
}

export function epochSeconds(instant: Date): number {
  return Math.floor(instant.getTime() / 1000);
}
