import { createHash } from 'node:crypto';
import * as z from 'zod/mini';
import type { Clock } from '../../part.ts';
import type { TableResource } from '../../stack/model.ts';
import type { Storage } from '../storage.ts';
import type { StreamRecord } from '../streams/stream-record.ts';
import { type Engine, EngineRefusal } from './engine.ts';

/** Deletes items past their time by the house's clock, which the engine itself does not do. */
export interface TimeToLive {
  /** One round over every table that has a time to live; gives how many items went. */
  sweep(): Promise<number>;
  /** Whether a removal in a table's stream was this, so that the record can say so as AWS does. */
  isExpiry(tableName: string, record: StreamRecord): boolean;
  stop(): Promise<void>;
}

const sweepEveryMilliseconds = 60_000;
/** DynamoDB leaves alone what expired more than five years ago: most likely a mistake in units. */
const mistakenAfterSeconds = 5 * 365 * 86_400;
/** A stream keeps its records for a day; nobody asks after that. */
const rememberedMilliseconds = 2 * 86_400_000;

const dynamo = 'DynamoDB_20120810';
const keys = z.record(z.string(), z.record(z.string(), z.unknown()));
const page = z.object({ Items: z.array(keys), LastEvaluatedKey: z.optional(keys) });
const deletedRow = z.object({ deleted_at: z.number() });

export function startTimeToLive(parts: {
  readonly engine: Engine;
  readonly tables: readonly TableResource[];
  readonly storage: Storage;
  readonly clock: Clock;
  readonly wrote: (tableNames: readonly string[]) => void;
}): TimeToLive {
  const { engine, tables, storage, clock, wrote } = parts;
  const remember = storage.database.prepare('INSERT OR REPLACE INTO expiries (item, deleted_at) VALUES (?, ?)');
  const forget = storage.database.prepare('DELETE FROM expiries WHERE item = ?');
  const forgetOld = storage.database.prepare('DELETE FROM expiries WHERE deleted_at < ?');
  const find = storage.database.prepare('SELECT deleted_at FROM expiries WHERE item = ?');
  let stopped = false;
  let underWay: Promise<unknown> = Promise.resolve();

  const sweepTable = async (table: TableResource, attribute: string): Promise<number> => {
    const now = clock.now().getTime();
    const seconds = Math.floor(now / 1000);
    const expired = {
      ExpressionAttributeNames: { '#ttl': attribute },
      ExpressionAttributeValues: { ':now': { N: String(seconds) }, ':mistaken': { N: String(seconds - mistakenAfterSeconds) } },
    };
    const keyNames = keyNamesOf(table);
    let gone = 0;
    let start: z.infer<typeof keys> | undefined;
    do {
      const output = await engine.call(`${dynamo}.Scan`, {
        TableName: table.name,
        FilterExpression: '#ttl BETWEEN :mistaken AND :now',
        ...expired,
        ...(start !== undefined && { ExclusiveStartKey: start }),
      });
      const { Items, LastEvaluatedKey } = page.parse(output);
      for (const item of Items) {
        if (stopped) return gone;
        const key = Object.fromEntries(keyNames.flatMap((name) => (item[name] === undefined ? [] : [[name, item[name]]])));
        const name = itemName(table.name, key);
        // Remembered first: the stream may be read before the delete has answered.
        remember.run(name, now);
        if (await deleted(engine, { TableName: table.name, Key: key, ConditionExpression: '#ttl BETWEEN :mistaken AND :now', ...expired }))
          gone += 1;
        else forget.run(name);
      }
      start = LastEvaluatedKey;
    } while (start !== undefined);
    if (gone > 0) wrote([table.name]);
    return gone;
  };
  const sweepAll = async (): Promise<number> => {
    forgetOld.run(clock.now().getTime() - rememberedMilliseconds);
    let gone = 0;
    for (const table of tables) if (table.ttlAttribute !== undefined && !stopped) gone += await sweepTable(table, table.ttlAttribute);
    return gone;
  };
  const sweep = (): Promise<number> => {
    const round = underWay.then(sweepAll);
    underWay = round.catch(() => undefined);
    return round;
  };
  // A round that fails is made good by the next.
  const ticker = setInterval(() => void sweep().catch(() => undefined), sweepEveryMilliseconds);
  ticker.unref();
  return {
    sweep,
    isExpiry(tableName, { eventName, dynamodb }) {
      if (eventName !== 'REMOVE') return false;
      const row = find.get(itemName(tableName, dynamodb.Keys));
      if (row === undefined) return false;
      const attribute = tables.find((table) => table.name === tableName)?.ttlAttribute;
      const expiry = attribute === undefined ? undefined : dynamodb.OldImage?.[attribute]?.N;
      return Number(expiry) * 1000 <= deletedRow.parse(row).deleted_at;
    },
    async stop() {
      stopped = true;
      clearInterval(ticker);
      await underWay;
    },
  };
}

async function deleted(engine: Engine, request: unknown): Promise<boolean> {
  try {
    await engine.call(`${dynamo}.DeleteItem`, request);
    return true;
  } catch (problem) {
    if (problem instanceof EngineRefusal && problem.type === 'ConditionalCheckFailedException') return false;
    throw problem;
  }
}

function keyNamesOf(table: TableResource): string[] {
  const schema = z.object({ KeySchema: z.array(z.object({ AttributeName: z.string() })) }).parse(table.createTable);
  return schema.KeySchema.map((key) => key.AttributeName);
}

/** A fingerprint: the key of what has expired would tell whom it was about. */
function itemName(tableName: string, key: z.infer<typeof keys>): string {
  const parts = Object.entries(key).sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256')
    .update(`${tableName} ${JSON.stringify(parts)}`)
    .digest('base64url');
}
