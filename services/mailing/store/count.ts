import { QueryCommand, type QueryCommandOutput } from '@aws-sdk/client-dynamodb';
import type { Table } from '@convener/dynamodb';

/** How many items an index holds under a key: counted by the engine, so that no item travels. */
export async function countOf(
  table: Table,
  options: {
    readonly pk: string;
    readonly startingWith?: string;
    readonly index: { readonly name: string; readonly pk: string; readonly sk: string };
  },
): Promise<number> {
  const { pk, startingWith, index } = options;
  let count = 0;
  let from: QueryCommandOutput['LastEvaluatedKey'];
  do {
    const page: QueryCommandOutput = await table.client.send(
      new QueryCommand({
        TableName: table.name,
        IndexName: index.name,
        Select: 'COUNT',
        KeyConditionExpression: startingWith ? '#pk = :pk AND begins_with(#sk, :prefix)' : '#pk = :pk',
        ExpressionAttributeNames: startingWith ? { '#pk': index.pk, '#sk': index.sk } : { '#pk': index.pk },
        ExpressionAttributeValues: { ':pk': { S: pk }, ...(startingWith ? { ':prefix': { S: startingWith } } : {}) },
        ...(from ? { ExclusiveStartKey: from } : {}),
      }),
    );
    count += page.Count ?? 0;
    from = page.LastEvaluatedKey;
  } while (from);
  return count;
}
