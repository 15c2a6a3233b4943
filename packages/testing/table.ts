import type { CreateTableCommandInput, GlobalSecondaryIndex, Projection } from '@aws-sdk/client-dynamodb';
import type { IndexDefinition, TableDefinition } from '@convener/contracts';

/** The CreateTable request of a manifest's table, as the deployed stack makes it: `pk` and `sk` strings, on demand, streamed unless said. */
export function createTableInput(name: string, table: TableDefinition): CreateTableCommandInput {
  const indexes = Object.entries(table.indexes ?? {});
  const keys = new Set(['pk', 'sk', ...indexes.flatMap(([, index]) => [index.pk, index.sk])]);
  return {
    TableName: name,
    BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: [...keys].map((key) => ({ AttributeName: key, AttributeType: 'S' })),
    KeySchema: keySchema('pk', 'sk'),
    ...(indexes.length > 0 && { GlobalSecondaryIndexes: indexes.map(([indexName, index]) => globalIndex(indexName, index)) }),
    ...(table.stream !== false && { StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_AND_OLD_IMAGES' } }),
  };
}

function globalIndex(name: string, index: IndexDefinition): GlobalSecondaryIndex {
  return { IndexName: name, KeySchema: keySchema(index.pk, index.sk), Projection: projectionOf(index.projection) };
}

function keySchema(hash: string, range: string): GlobalSecondaryIndex['KeySchema'] {
  return [
    { AttributeName: hash, KeyType: 'HASH' },
    { AttributeName: range, KeyType: 'RANGE' },
  ];
}

function projectionOf(projection: IndexDefinition['projection']): Projection {
  if (projection === 'all') return { ProjectionType: 'ALL' };
  if (projection === 'keys') return { ProjectionType: 'KEYS_ONLY' };
  return { ProjectionType: 'INCLUDE', NonKeyAttributes: [...projection] };
}
