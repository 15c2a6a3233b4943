import { UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { getItem, type Table, toKey } from '@convener/dynamodb';
import { shareWindowHours, viewerWindowMinutes } from '../domain/viewer-network.ts';
import type { Viewers } from '../use-cases/ports.ts';
import { viewerKey } from './keys.ts';

interface Counting {
  /** Windows are fixed, and the one before is added. */
  readonly windowMs: number;
  readonly keptMs: number;
}

const hourMs = 60 * 60_000;
const tenMinutes: Counting = { windowMs: viewerWindowMinutes * 60_000, keptMs: hourMs };
const aDay: Counting = { windowMs: shareWindowHours * hourMs, keptMs: 2 * shareWindowHours * hourMs };

/**
 * Counts by fixed windows and adds the one before, which errs on the strict side; a strict answer costs nobody their registration.
 * `pseudonym` makes an HMAC of the network: the address itself is never stored. A count lives for an hour, that of one event for two days.
 */
export function viewers(table: Table, pseudonym: (network: string) => Promise<string>): Viewers {
  return {
    count: async (network, now) => counted(table, await pseudonym(network), now, tenMinutes),
    countAt: async (line, eventId, now) => counted(table, await pseudonym(`${eventId} ${line}`), now, aDay),
  };
}

async function counted(table: Table, viewer: string, now: Date, { windowMs, keptMs }: Counting): Promise<number> {
  const start = Math.floor(now.getTime() / windowMs) * windowMs;
  const [current, before] = await Promise.all([
    addOne(table, viewer, start, start + keptMs),
    getItem(table, viewerKey(viewer, windowName(start - windowMs)), { consistent: false }),
  ]);
  return current + Number(before?.count?.N ?? 0);
}

async function addOne(table: Table, viewer: string, start: number, until: number): Promise<number> {
  const answer = await table.client.send(
    new UpdateItemCommand({
      TableName: table.name,
      Key: toKey(viewerKey(viewer, windowName(start))),
      UpdateExpression: 'SET expiresAt = :expiresAt ADD #count :one',
      ExpressionAttributeNames: { '#count': 'count' },
      ExpressionAttributeValues: { ':one': { N: '1' }, ':expiresAt': { N: String(Math.floor(until / 1000)) } },
      ReturnValues: 'UPDATED_NEW',
    }),
  );
  return Number(answer.Attributes?.count?.N ?? 0);
}

function windowName(start: number): string {
  return new Date(start).toISOString();
}
