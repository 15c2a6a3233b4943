import { BatchGetItemCommand, GetItemCommand, QueryCommand, type QueryCommandInput } from '@aws-sdk/client-dynamodb';
import { type Item, type Key, toKey } from './item.ts';
import type { Table } from './table.ts';

/** DynamoDB's own limits in bytes. No item has a longer key, so that asking for one (an address can hold it) finds nothing and fails nothing. */
const longest: Readonly<Record<keyof Key, number>> = { pk: 2048, sk: 1024 };

function canExist({ pk, sk }: Key): boolean {
  return Buffer.byteLength(pk) <= longest.pk && Buffer.byteLength(sk) <= longest.sk;
}

/** One item. Consistent unless said otherwise: a person who has just posted must see what they posted. */
export async function getItem(table: Table, key: Key, options: { readonly consistent?: boolean } = {}): Promise<Item | undefined> {
  if (!canExist(key)) return undefined;
  const answer = await table.client.send(
    new GetItemCommand({ TableName: table.name, Key: toKey(key), ConsistentRead: options.consistent ?? true }),
  );
  return answer.Item;
}

/** Up to any number of items, in no order; those that do not exist are left out. */
export async function getItems(table: Table, keys: readonly Key[]): Promise<readonly Item[]> {
  const found: Item[] = [];
  let waiting = keys.filter(canExist).map(toKey);
  while (waiting.length > 0) {
    // 100 keys is BatchGetItem's own limit; what it leaves unprocessed goes round again.
    const answer = await table.client.send(
      new BatchGetItemCommand({ RequestItems: { [table.name]: { Keys: waiting.slice(0, 100), ConsistentRead: true } } }),
    );
    found.push(...(answer.Responses?.[table.name] ?? []));
    waiting = [...(answer.UnprocessedKeys?.[table.name]?.Keys ?? []), ...waiting.slice(100)];
  }
  return found;
}

export interface QueryOptions {
  readonly pk: string;
  /** Sort keys that begin so. */
  readonly startingWith?: string;
  /** Sort keys from here on, and up to there, both included. */
  readonly between?: readonly [string, string];
  readonly index?: { readonly name: string; readonly pk: string; readonly sk: string };
  readonly limit?: number;
  readonly newestFirst?: boolean;
  readonly cursor?: string | undefined;
  /** Indexes are never consistent. */
  readonly consistent?: boolean;
  /** Only these attributes come back: long lists are read sooner without what nobody looks at. */
  readonly only?: readonly string[];
}

export interface QueryPage {
  readonly items: readonly Item[];
  readonly cursor: string | undefined;
}

/** One page of a query, at most 1 MB or `limit` items. The cursor is opaque and safe in a URL. */
export async function queryPage(table: Table, options: QueryOptions): Promise<QueryPage> {
  if (!canExist({ pk: options.pk, sk: options.startingWith ?? '' })) return { items: [], cursor: undefined };
  const answer = await table.client.send(new QueryCommand(queryInput(table, options)));
  const next = answer.LastEvaluatedKey;
  return { items: answer.Items ?? [], cursor: next ? Buffer.from(JSON.stringify(next)).toString('base64url') : undefined };
}

/** Every item of a query, page by page. Only where the number is bounded by what one event can hold. */
export async function* queryAll(table: Table, options: QueryOptions): AsyncGenerator<Item> {
  let cursor = options.cursor;
  do {
    const page = await queryPage(table, { ...options, cursor });
    yield* page.items;
    cursor = page.cursor;
  } while (cursor);
}

function queryInput(table: Table, options: QueryOptions): QueryCommandInput {
  const names = { '#pk': options.index?.pk ?? 'pk', '#sk': options.index?.sk ?? 'sk' };
  const projected = projection(options.only ?? []);
  const start = options.cursor ? readCursor(options.cursor, options) : undefined;
  const range = options.between ? '#sk BETWEEN :from AND :to' : options.startingWith ? 'begins_with(#sk, :prefix)' : undefined;
  return {
    TableName: table.name,
    ...(options.index ? { IndexName: options.index.name } : { ConsistentRead: options.consistent ?? true }),
    KeyConditionExpression: range ? `#pk = :pk AND ${range}` : '#pk = :pk',
    ExpressionAttributeNames: { '#pk': names['#pk'], ...(range ? { '#sk': names['#sk'] } : {}), ...projected.names },
    ...(options.only ? { ProjectionExpression: projected.expression } : {}),
    ExpressionAttributeValues: {
      ':pk': { S: options.pk },
      ...(options.between ? { ':from': { S: options.between[0] }, ':to': { S: options.between[1] } } : {}),
      ...(!options.between && options.startingWith ? { ':prefix': { S: options.startingWith } } : {}),
    },
    ...(options.limit ? { Limit: options.limit } : {}),
    ...(options.newestFirst ? { ScanIndexForward: false } : {}),
    ...(start ? { ExclusiveStartKey: start } : {}),
  };
}

/** By placeholders, since any attribute may be called like a reserved word. */
function projection(only: readonly string[]) {
  const names = Object.fromEntries(only.map((attribute, position) => [`#only${position}`, attribute]));
  return { names, expression: Object.keys(names).join(', ') };
}

/**
 * A cursor that somebody has meddled with reads from the start: it names exactly the keys of this query's index, and lies in its partition
 * and range. DynamoDB refuses any other, and that refusal would be an error of ours for whoever typed one.
 */
function readCursor(cursor: string, options: QueryOptions): Item | undefined {
  const found = keysIn(cursor);
  const { pk, sk } = options.index ?? { pk: 'pk', sk: 'sk' };
  const wanted = new Set(['pk', 'sk', pk, sk]);
  if (found.size !== wanted.size || ![...wanted].every((name) => found.has(name))) return undefined;
  const key = { pk: found.get('pk') ?? '', sk: found.get('sk') ?? '' };
  if (key.pk === '' || key.sk === '' || !canExist(key) || found.get(pk) !== options.pk || !isInRange(found.get(sk) ?? '', options)) {
    return undefined;
  }
  return Object.fromEntries([...found].map(([name, S]) => [name, { S }]));
}

/** Names and values of a cursor; nothing where it is none. */
function keysIn(cursor: string): ReadonlyMap<string, string> {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    const entries = typeof value === 'object' && value !== null ? Object.entries(value) : [];
    const keys = entries.flatMap(([name, each]: readonly [string, unknown]): [string, string][] =>
      typeof each === 'object' && each !== null && 'S' in each && typeof each.S === 'string' ? [[name, each.S]] : [],
    );
    return keys.length === entries.length ? new Map(keys) : new Map();
  } catch {
    return new Map();
  }
}

/** Sort keys compare by their bytes. */
function isInRange(sk: string, { between, startingWith }: QueryOptions): boolean {
  if (sk === '' || Buffer.byteLength(sk) > longest.sk) return false;
  if (!between) return sk.startsWith(startingWith ?? '');
  const [from, at, to] = [between[0], sk, between[1]].map((text) => Buffer.from(text));
  return from !== undefined && at !== undefined && to !== undefined && from.compare(at) <= 0 && at.compare(to) <= 0;
}
