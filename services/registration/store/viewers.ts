import { ConditionalCheckFailedException, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { getItem, type Table, toKey } from '@convener/dynamodb';
import { letterLimit, shareWindowHours, viewerWindowMinutes } from '../domain/viewer-network.ts';
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
 * Counts by fixed windows. What one network holds of an event adds the window before whole, which errs on the strict side and costs nobody
 * their registration. Of forms the window before counts for as much of it as still lies within ten minutes, and what is refused is not
 * counted: a hall of people behind one connection who try again and again are let in one after the other, and are never kept out by their
 * own tries. `pseudonym` makes an HMAC of the network: the address itself is never stored. A count lives for an hour, that of one event for two days.
 */
export function viewers(table: Table, pseudonym: (network: string) => Promise<string>): Viewers {
  return {
    count: async (network, now) => formsCounted(table, await pseudonym(network), now),
    countAt: async (line, eventId, now) => counted(table, await pseudonym(`${eventId} ${line}`), now, aDay),
  };
}

/** One more form, unless there were too many: then it is one more than may be, and nothing is written. */
async function formsCounted(table: Table, viewer: string, now: Date): Promise<number> {
  const { windowMs, keptMs } = tenMinutes;
  const start = Math.floor(now.getTime() / windowMs) * windowMs;
  const before = await getItem(table, viewerKey(viewer, windowName(start - windowMs)), { consistent: false });
  const still = Math.ceil(Number(before?.count?.N ?? 0) * (1 - (now.getTime() - start) / windowMs));
  if (still >= letterLimit) return letterLimit + 1;
  const current = await addOne(table, viewer, start, start + keptMs, letterLimit - still);
  return current === undefined ? letterLimit + 1 : current + still;
}

async function counted(table: Table, viewer: string, now: Date, { windowMs, keptMs }: Counting): Promise<number> {
  const start = Math.floor(now.getTime() / windowMs) * windowMs;
  const [current, before] = await Promise.all([
    addOne(table, viewer, start, start + keptMs, Number.MAX_SAFE_INTEGER),
    getItem(table, viewerKey(viewer, windowName(start - windowMs)), { consistent: false }),
  ]);
  return (current ?? 0) + Number(before?.count?.N ?? 0);
}

/** The new count; undefined where it was `most` already. */
async function addOne(table: Table, viewer: string, start: number, until: number, most: number): Promise<number | undefined> {
  const update = new UpdateItemCommand({
    TableName: table.name,
    Key: toKey(viewerKey(viewer, windowName(start))),
    UpdateExpression: 'SET expiresAt = :expiresAt ADD #count :one',
    ConditionExpression: 'attribute_not_exists(#count) OR #count < :most',
    ExpressionAttributeNames: { '#count': 'count' },
    ExpressionAttributeValues: {
      ':one': { N: '1' },
      ':most': { N: String(most) },
      ':expiresAt': { N: String(Math.floor(until / 1000)) },
    },
    ReturnValues: 'UPDATED_NEW',
  });
  try {
    return Number((await table.client.send(update)).Attributes?.count?.N ?? 0);
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return undefined;
    throw error;
  }
}

function windowName(start: number): string {
  return new Date(start).toISOString();
}
