import { UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { getItem, type Table, toKey } from '@convener/dynamodb';
import { viewerWindowMinutes } from '../domain/viewer-network.ts';
import type { Viewers } from '../use-cases/ports.ts';
import { viewerKey } from './keys.ts';

const windowMs = viewerWindowMinutes * 60_000;

/**
 * Counts by fixed windows and adds the one before, which errs on the strict side; a strict answer costs nobody their registration.
 * `pseudonym` makes an HMAC of the network: the address itself is never stored. An item lives for an hour.
 */
export function viewers(table: Table, pseudonym: (network: string) => Promise<string>): Viewers {
  return {
    async count(network, now) {
      const viewer = await pseudonym(network);
      const start = Math.floor(now.getTime() / windowMs) * windowMs;
      const [current, before] = await Promise.all([
        addOne(table, viewer, start),
        getItem(table, viewerKey(viewer, windowName(start - windowMs)), { consistent: false }),
      ]);
      return current + Number(before?.count?.N ?? 0);
    },
  };
}

async function addOne(table: Table, viewer: string, start: number): Promise<number> {
  const answer = await table.client.send(
    new UpdateItemCommand({
      TableName: table.name,
      Key: toKey(viewerKey(viewer, windowName(start))),
      UpdateExpression: 'SET expiresAt = :expiresAt ADD #count :one',
      ExpressionAttributeNames: { '#count': 'count' },
      ExpressionAttributeValues: { ':one': { N: '1' }, ':expiresAt': { N: String(Math.floor(start / 1000) + 60 * 60) } },
      ReturnValues: 'UPDATED_NEW',
    }),
  );
  return Number(answer.Attributes?.count?.N ?? 0);
}

function windowName(start: number): string {
  return new Date(start).toISOString();
}
