import { randomUUID } from 'node:crypto';
import {
  type AttributeValue,
  ConditionalCheckFailedException,
  DeleteItemCommand,
  PutItemCommand,
  TransactionCanceledException,
  TransactionConflictException,
  type TransactWriteItem,
  TransactWriteItemsCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { type Item, type Key, toKey } from './item.ts';
import type { Table } from './table.ts';

interface Conditional {
  readonly condition?: string;
  readonly names?: Readonly<Record<string, string>>;
  readonly values?: Readonly<Record<string, AttributeValue>>;
}

/** One write of a commit. `table` is needed only where a commit spans the two tables of one service. */
export type Write = { readonly table?: Table } & Conditional &
  (
    | { readonly kind: 'put'; readonly item: Item }
    | { readonly kind: 'update'; readonly key: Key; readonly update: string }
    | { readonly kind: 'delete'; readonly key: Key }
    | { readonly kind: 'check'; readonly key: Key; readonly condition: string }
  );

export type CommitOutcome =
  | { readonly kind: 'committed' }
  /** A condition did not hold; `failed` are positions in the list of writes, `items` what stood there instead. */
  | { readonly kind: 'conflict'; readonly failed: readonly number[]; readonly items: readonly (Item | undefined)[] };

/** Everything, or nothing. Transactions on the same item at the same moment refuse each other; that is waited out with full jitter. */
export async function commit(table: Table, writes: readonly Write[], pause: Pause = jitteredPause): Promise<CommitOutcome> {
  const [only, ...more] = writes;
  if (!only) return { kind: 'committed' };
  const attempt = more.length === 0 && only.kind !== 'check' ? () => commitOne(only.table ?? table, only) : transaction(table, writes);
  for (let tries = 1; ; tries += 1) {
    const outcome = await attempt();
    if (outcome.kind !== 'busy') return outcome;
    if (tries >= mostTries) throw new BusyError();
    await pause(tries);
  }
}

/** The item stayed contended through every try; nothing was written. */
export class BusyError extends Error {
  override name = 'BusyError';
  constructor() {
    super('Too many people are doing this at once.');
  }
}

const mostTries = 12;

export type Pause = (tries: number) => Promise<void>;

/** Full jitter: anywhere between nothing and a ceiling that doubles, at most a second. */
export const jitteredPause: Pause = (tries) =>
  new Promise((resolve) => setTimeout(resolve, Math.random() * Math.min(1000, 20 * 2 ** tries)));

type Attempted = CommitOutcome | { readonly kind: 'busy' };

/**
 * A single write. Its `writeId` tells our own write from somebody else's: when a reply is lost and the SDK repeats the call, the condition
 * fails on the very item that we wrote, and that is a success.
 */
async function commitOne(table: Table, write: Exclude<Write, { kind: 'check' }>): Promise<Attempted> {
  const writeId = randomUUID();
  try {
    await sendOne(table, write, writeId);
    return { kind: 'committed' };
  } catch (error) {
    if (error instanceof TransactionConflictException) return { kind: 'busy' };
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
    if (error.Item?.writeId?.S === writeId) return { kind: 'committed' };
    return { kind: 'conflict', failed: [0], items: [error.Item] };
  }
}

async function sendOne(table: Table, write: Exclude<Write, { kind: 'check' }>, writeId: string): Promise<void> {
  const shared = { TableName: table.name, ReturnValuesOnConditionCheckFailure: 'ALL_OLD', ...conditionOf(write) } as const;
  switch (write.kind) {
    case 'put':
      await table.client.send(new PutItemCommand({ ...shared, Item: { ...write.item, writeId: { S: writeId } } }));
      return;
    case 'update':
      await table.client.send(new UpdateItemCommand({ ...shared, Key: toKey(write.key), ...withWriteId(write, writeId) }));
      return;
    case 'delete':
      await table.client.send(new DeleteItemCommand({ ...shared, Key: toKey(write.key) }));
  }
}

/** Every update of the house has a SET clause; the mark joins it. */
function withWriteId(write: Extract<Write, { kind: 'update' }>, writeId: string) {
  return {
    UpdateExpression: write.update.replace(/\bSET\b/, 'SET writeId = :writeId,'),
    ExpressionAttributeValues: { ...write.values, ':writeId': { S: writeId } },
  };
}

/** The token makes a repeated transaction the same transaction: DynamoDB keeps it for ten minutes. */
function transaction(table: Table, writes: readonly Write[]): () => Promise<Attempted> {
  const token = randomUUID();
  const items = writes.map((write) => transactItem(write.table ?? table, write));
  let round = 0;
  return async () => {
    round += 1;
    try {
      await table.client.send(new TransactWriteItemsCommand({ TransactItems: items, ClientRequestToken: `${token.slice(0, 30)}${round}` }));
      return { kind: 'committed' };
    } catch (error) {
      if (!(error instanceof TransactionCanceledException)) throw error;
      const reasons = error.CancellationReasons ?? [];
      const failed = reasons.flatMap((reason, position) => (reason.Code === 'ConditionalCheckFailed' ? [position] : []));
      if (failed.length > 0) return { kind: 'conflict', failed, items: reasons.map((reason) => reason.Item) };
      if (reasons.some((reason) => retryable.has(reason.Code ?? ''))) return { kind: 'busy' };
      throw error;
    }
  };
}

const retryable = new Set(['TransactionConflict', 'ThrottlingError', 'ProvisionedThroughputExceeded']);

function transactItem(table: Table, write: Write): TransactWriteItem {
  const shared = { TableName: table.name, ReturnValuesOnConditionCheckFailure: 'ALL_OLD', ...conditionOf(write) } as const;
  switch (write.kind) {
    case 'put':
      return { Put: { ...shared, Item: write.item } };
    case 'update':
      return { Update: { ...shared, Key: toKey(write.key), UpdateExpression: write.update } };
    case 'delete':
      return { Delete: { ...shared, Key: toKey(write.key) } };
    case 'check':
      return { ConditionCheck: { ...shared, Key: toKey(write.key), ConditionExpression: write.condition } };
  }
}

function conditionOf(write: Conditional) {
  return {
    ...(write.condition ? { ConditionExpression: write.condition } : {}),
    ...(write.names ? { ExpressionAttributeNames: { ...write.names } } : {}),
    ...(write.values ? { ExpressionAttributeValues: { ...write.values } } : {}),
  };
}
