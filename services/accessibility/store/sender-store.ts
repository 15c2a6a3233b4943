import { createHmac } from 'node:crypto';
import { UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { type Table, toKey } from '@convener/dynamodb';
import { dayOf } from '../domain/feedback.ts';
import type { Senders } from '../use-cases/asking-ports.ts';
import { senderKey } from './asking-keys.ts';
import { epochSeconds } from './need-item.ts';

const dayMs = 24 * 60 * 60 * 1000;

/**
 * How many forms of nobody in particular came from one network today. The network is not kept: the item's name is an HMAC of it with the
 * day, the event and the form, so that neither two days nor two events show the same one, and has no time. It is gone a day later. It lies
 * in `needs`, because nothing outside it may tell that anybody said anything.
 */
export function senderStore(needs: Table, secret: () => Promise<string>): Senders {
  return {
    count: async (form, eventId, network, now) => {
      const day = dayOf(now);
      const mac = createHmac('sha256', await secret()).update(`sender\n${day}\n${eventId}\n${form}\n${network}`);
      const answer = await needs.client.send(
        new UpdateItemCommand({
          TableName: needs.name,
          Key: toKey(senderKey(mac.digest().subarray(0, 18).toString('base64url'))),
          UpdateExpression: 'SET expiresAt = :gone ADD sent :one',
          ExpressionAttributeValues: { ':one': { N: '1' }, ':gone': { N: String(epochSeconds(new Date(Date.parse(day) + 2 * dayMs))) } },
          ReturnValues: 'UPDATED_NEW',
        }),
      );
      return Number(answer.Attributes?.sent?.N ?? 0);
    },
  };
}
