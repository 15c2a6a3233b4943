import { ConditionalCheckFailedException, DynamoDBClient, TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { type Attributes, holds, type Placeholders, updated } from './expressions.ts';

/**
 * A client whose calls end in this process: the store's own writes, with their conditions, over a map. A hundred thousand schedules fit in
 * minutes, and each call can be held back. What it does is compared with the real engine by the same test.
 */
export interface MemoryClient {
  readonly client: DynamoDBClient;
  /** Waited for before each call is carried out; `names` are the items of a transaction. */
  hold: (action: string, names: readonly string[]) => Promise<unknown>;
}

interface Input extends Request {
  readonly TransactItems?: readonly Readonly<Record<string, Request>>[];
  readonly IndexName?: string;
  readonly Limit?: number;
  readonly RequestItems?: Readonly<Record<string, { readonly Keys: readonly Attributes[] }>>;
}

interface Request {
  readonly Key?: Attributes;
  readonly Item?: Attributes;
  readonly ConditionExpression?: string;
  readonly UpdateExpression?: string;
  readonly ExpressionAttributeNames?: Readonly<Record<string, string>>;
  readonly ExpressionAttributeValues?: Attributes;
}

/** An item is never changed, only replaced: nothing that was read changes under its reader. */
type Items = Map<string, Attributes>;

/** `transactionMs`: a transaction holds its items for so long, and whichever wants one of them meanwhile is refused, as in DynamoDB. */
export function memoryClient({ transactionMs }: { readonly transactionMs?: number } = {}): MemoryClient {
  const items: Items = new Map();
  const held = new Set<string>();
  const client = new DynamoDBClient({
    region: 'eu-west-2',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    cacheMiddleware: true,
  });
  const made: MemoryClient = { client, hold: async () => undefined };
  client.middlewareStack.add(
    (_next, context) =>
      // Commands are sound where they come from: our own store, and the SDK's types.
      async (args) => {
        const action = (context.commandName ?? '').replace(/Command$/, '');
        await made.hold(action, namesIn(args.input as Input));
        const letGo = transactionMs === undefined ? undefined : await enter(held, action, args.input as Input, transactionMs);
        try {
          const output = carryOut(items, action, args.input as Input);
          return { output: { $metadata: {}, ...output } as never, response: {} };
        } finally {
          letGo?.();
        }
      },
    { step: 'initialize', priority: 'high' },
  );
  return made;
}

function namesIn({ TransactItems = [] }: Input): readonly string[] {
  return TransactItems.flatMap((entry) => Object.values(entry).map(nameOf));
}

async function enter(held: Set<string>, action: string, input: Input, milliseconds: number): Promise<(() => void) | undefined> {
  if (action !== 'TransactWriteItems') return undefined;
  const names = namesIn(input);
  if (names.some((name) => held.has(name))) {
    const reasons = names.map((name) => ({ Code: held.has(name) ? 'TransactionConflict' : 'None' }));
    throw new TransactionCanceledException({ message: 'refused', $metadata: {}, CancellationReasons: reasons });
  }
  for (const name of names) held.add(name);
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
  return () => {
    for (const name of names) held.delete(name);
  };
}

function carryOut(items: Items, action: string, input: Input): object {
  switch (action) {
    case 'GetItem':
      return { Item: items.get(nameOf(input)) };
    case 'BatchGetItem':
      return { Responses: batch(items, input) };
    case 'Query':
      return { Items: query(items, input) };
    case 'PutItem':
    case 'UpdateItem':
    case 'DeleteItem': {
      const before = items.get(nameOf(input));
      if (!meets(input, before))
        throw new ConditionalCheckFailedException({ message: 'refused', $metadata: {}, ...(before ? { Item: before } : {}) });
      write(items, action.replace('Item', ''), input);
      return action === 'UpdateItem' ? { Attributes: items.get(nameOf(input)) } : {};
    }
    case 'TransactWriteItems':
      transact(items, input);
      return {};
    default:
      throw new Error(`The store does not use ${action}.`);
  }
}

function transact(items: Items, { TransactItems = [] }: Input): void {
  const writes = TransactItems.flatMap((entry) => Object.entries(entry));
  const reasons = writes.map(([, request]) => {
    const before = items.get(nameOf(request));
    return meets(request, before) ? { Code: 'None' } : { Code: 'ConditionalCheckFailed', ...(before ? { Item: before } : {}) };
  });
  if (reasons.some(({ Code }) => Code !== 'None')) {
    throw new TransactionCanceledException({ message: 'refused', $metadata: {}, CancellationReasons: reasons });
  }
  for (const [kind, request] of writes) write(items, kind, request);
}

function write(items: Items, kind: string, request: Request): void {
  const name = nameOf(request);
  if (kind === 'Put') items.set(name, request.Item ?? {});
  if (kind === 'Delete') items.delete(name);
  if (kind === 'Update')
    items.set(name, { ...request.Key, ...updated(request.UpdateExpression ?? '', items.get(name), placeholders(request)) });
}

function meets(request: Request, before: Attributes | undefined): boolean {
  return holds(request.ConditionExpression, before, placeholders(request));
}

function placeholders({ ExpressionAttributeNames, ExpressionAttributeValues }: Request): Placeholders {
  return { names: ExpressionAttributeNames ?? {}, values: ExpressionAttributeValues ?? {} };
}

function batch(items: Items, { RequestItems = {} }: Input): object {
  const found = Object.entries(RequestItems).map(([table, { Keys }]) => [
    table,
    Keys.flatMap((key) => {
      const item = items.get(nameOf({ Key: key }));
      return item ? [item] : [];
    }),
  ]);
  return Object.fromEntries(found);
}

function query(items: Items, input: Input): readonly Attributes[] {
  const { names, values } = placeholders(input);
  const [pk, sk] = [
    names['#pk'] ?? 'pk',
    names['#sk'] ?? (input.IndexName === 'by-due' ? 'dueAt' : input.IndexName ? 'listingOrder' : 'sk'),
  ];
  const [from, to, prefix] = [values[':from']?.S, values[':to']?.S, values[':prefix']?.S];
  const inRange = (key: string) =>
    prefix !== undefined ? key.startsWith(prefix) : from === undefined || to === undefined || (key >= from && key <= to);
  const found = [...items.values()].filter((item) => item[pk]?.S === values[':pk']?.S && inRange(item[sk]?.S ?? ''));
  found.sort((a, b) => ((a[sk]?.S ?? '') < (b[sk]?.S ?? '') ? -1 : 1));
  return found.slice(0, input.Limit ?? found.length);
}

function nameOf({ Key, Item }: Request): string {
  const key = Key ?? Item;
  return `${key?.pk?.S}\n${key?.sk?.S}`;
}
