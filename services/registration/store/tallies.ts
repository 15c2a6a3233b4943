import { UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { getItem, type Table, toKey } from '@convener/dynamodb';
import { viewerWindowMinutes } from '../domain/viewer-network.ts';
import type { Tallies } from '../use-cases/attendance-ports.ts';
import { viewerKey } from './keys.ts';

const windowMs = viewerWindowMinutes * 60_000;

/**
 * Counts by fixed windows and adds the one before, which errs on the strict side. `pseudonym` makes an HMAC of the name, which may hold
 * the address of a network: that itself is never stored. An item lives for an hour.
 */
export function tallies(table: Table, pseudonym: (name: string) => Promise<string>): Tallies {
  return {
    async add(name, by, now) {
      const key = await pseudonym(name);
      const start = Math.floor(now.getTime() / windowMs) * windowMs;
      const [current, before] = await Promise.all([
        addTo(table, key, start, by),
        getItem(table, viewerKey(key, windowName(start - windowMs)), { consistent: false }),
      ]);
      return current + Number(before?.count?.N ?? 0);
    },
  };
}

async function addTo(table: Table, key: string, start: number, by: number): Promise<number> {
  const answer = await table.client.send(
    new UpdateItemCommand({
      TableName: table.name,
      Key: toKey(viewerKey(key, windowName(start))),
      UpdateExpression: 'SET expiresAt = :expiresAt ADD #count :by',
      ExpressionAttributeNames: { '#count': 'count' },
      ExpressionAttributeValues: { ':by': { N: String(by) }, ':expiresAt': { N: String(Math.floor(start / 1000) + 60 * 60) } },
      ReturnValues: 'UPDATED_NEW',
    }),
  );
  return Number(answer.Attributes?.count?.N ?? 0);
}

function windowName(start: number): string {
  return new Date(start).toISOString();
}
