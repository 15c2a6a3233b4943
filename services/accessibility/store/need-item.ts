import { fromItem, type Item, toItem } from '@convener/dynamodb';
import * as z from 'zod/mini';
import { answerFormats, type Need, needKinds, usualReply, waysTold, waysToTalk } from '../domain/need.ts';
import { needKey } from './keys.ts';

const schema = z.object({
  eventId: z.string(),
  registrationId: z.string(),
  kinds: z.array(z.enum(needKinds)),
  ownWords: z.string(),
  talkFirst: z.optional(z.object({ how: z.enum(waysToTalk), when: z.string() })),
  // Answers of before may lack these.
  answerFormat: z.optional(z.enum(answerFormats)),
  answerPhone: z.optional(z.string()),
  answerByMail: z.optional(z.boolean()),
  consent: z.object({
    textId: z.string(),
    version: z.number(),
    at: z.string(),
    takenDown: z.optional(z.object({ by: z.string(), how: z.enum(waysTold) })),
  }),
  changedAt: z.string(),
  version: z.number(),
});

export function needOf(item: Item): Need {
  const { kinds, ownWords, talkFirst, answerFormat, answerPhone, answerByMail, ...rest } = schema.parse(fromItem(item));
  return {
    ...rest,
    answer: { kinds, ownWords, talkFirst },
    answerFormat: answerFormat ?? usualReply.answerFormat,
    answerPhone: answerPhone ?? usualReply.answerPhone,
    answerByMail: answerByMail ?? usualReply.answerByMail,
  };
}

export function itemOf({ answer, ...rest }: Need, goneBy: Date): Item {
  return toItem({ ...rest, ...answer, ...needKey(rest.eventId, rest.registrationId), expiresAt: epochSeconds(goneBy) });
}

export function epochSeconds(instant: Date): number {
  return Math.floor(instant.getTime() / 1000);
}
