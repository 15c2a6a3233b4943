import { DynamoDBClient, paginateScan } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { System } from '../system/running-system.ts';

/** Every item of every table, as text, by table; read past all roles, as only the machine's own administrator can. */
export async function everythingStored({ cloud }: System): Promise<ReadonlyMap<string, readonly string[]>> {
  const client = new DynamoDBClient({
    endpoint: cloud.gatewayUrl,
    region: 'eu-west-2',
    credentials: { accessKeyId: 'administrator', secretAccessKey: 'local' },
  });
  const tables = new Map<string, readonly string[]>();
  for (const { name } of cloud.stack.tables) {
    const items: string[] = [];
    for await (const page of paginateScan({ client }, { TableName: name, ConsistentRead: true }))
      items.push(...(page.Items ?? []).map((item) => JSON.stringify(inOrder(unmarshall(item)))));
    tables.set(name, items.toSorted());
  }
  client.destroy();
  return tables;
}

/** The engine gives attributes in any order, and one order is needed to compare. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null || value instanceof Set) return value instanceof Set ? [...value].toSorted() : value;
  const entries = Object.entries(value).toSorted(([a], [b]) => a.localeCompare(b));
  return Object.fromEntries(entries.map(([name, each]) => [name, inOrder(each)]));
}

/** The sender takes its lease every minute, whether there is a letter or not. */
const beat = '"pk":"LEASE#send"';

/** What was written, changed or removed between two looks; items by their table. */
export function changes(before: ReadonlyMap<string, readonly string[]>, after: ReadonlyMap<string, readonly string[]>): readonly string[] {
  return [...after].flatMap(([table, items]) => {
    const [old, now] = [new Set(before.get(table)), new Set(items)];
    const changed = [
      ...items.filter((item) => !old.has(item)).map((item) => `${table} has ${item}`),
      ...[...old].filter((item) => !now.has(item)).map((item) => `${table} had ${item}`),
    ];
    return changed.filter((item) => !item.includes(beat));
  });
}
