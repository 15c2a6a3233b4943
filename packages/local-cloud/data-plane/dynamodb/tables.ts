import * as z from 'zod/mini';
import type { TableResource } from '../../stack/model.ts';
import { StartProblem } from '../../start/problem.ts';
import { type Engine, EngineRefusal } from './engine.ts';

const keySchema = z.array(z.object({ AttributeName: z.string(), KeyType: z.string() }));
const attributes = z.array(z.object({ AttributeName: z.string(), AttributeType: z.string() }));
const index = z.looseObject({
  IndexName: z.string(),
  KeySchema: keySchema,
  Projection: z.object({ ProjectionType: z.optional(z.string()), NonKeyAttributes: z.optional(z.array(z.string())) }),
});
type Index = z.infer<typeof index>;

/** What CreateTable asks for and DescribeTable answers alike. */
const tableShape = z.looseObject({
  KeySchema: keySchema,
  AttributeDefinitions: attributes,
  GlobalSecondaryIndexes: z.optional(z.array(index)),
  LocalSecondaryIndexes: z.optional(z.array(index)),
  StreamSpecification: z.optional(z.object({ StreamEnabled: z.optional(z.boolean()), StreamViewType: z.optional(z.string()) })),
});
type TableShape = z.infer<typeof tableShape>;
const described = z.object({ Table: tableShape });
const counted = z.object({ Table: z.object({ ItemCount: z.number() }) });
const timeToLive = z.object({
  TimeToLiveDescription: z.optional(z.object({ TimeToLiveStatus: z.string(), AttributeName: z.optional(z.string()) })),
});

const dynamo = 'DynamoDB_20120810';

/**
 * Makes the engine's tables those of the stack: creates what is missing, adds and removes global indexes, leaves items alone.
 * Throws StartProblem where a table would have to be made anew, as a deployment would.
 */
export async function bringTablesUp(engine: Engine, tables: readonly TableResource[]): Promise<void> {
  for (const table of tables) {
    const wanted = tableShape.parse(table.createTable);
    const present = await describeTable(engine, table.name);
    if (present === undefined) await engine.call(`${dynamo}.CreateTable`, { ...table.createTable, TableName: table.name });
    else await bringUp(engine, table.name, present, wanted);
    await bringTimeToLiveUp(engine, table);
  }
}

export async function itemCount(engine: Engine, tableName: string): Promise<number> {
  return counted.parse(await engine.call(`${dynamo}.DescribeTable`, { TableName: tableName })).Table.ItemCount;
}

async function describeTable(engine: Engine, name: string): Promise<TableShape | undefined> {
  try {
    return described.parse(await engine.call(`${dynamo}.DescribeTable`, { TableName: name })).Table;
  } catch (problem) {
    if (problem instanceof EngineRefusal && problem.type === 'ResourceNotFoundException') return undefined;
    throw problem;
  }
}

async function bringUp(engine: Engine, name: string, present: TableShape, wanted: TableShape): Promise<void> {
  const mustBeNew =
    describeKeys(present) !== describeKeys(wanted) ||
    describeIndexes(present.LocalSecondaryIndexes) !== describeIndexes(wanted.LocalSecondaryIndexes);
  if (mustBeNew) throw mustBeMadeAnew(name, 'keys');
  const update = (change: Readonly<Record<string, unknown>>) => engine.call(`${dynamo}.UpdateTable`, { TableName: name, ...change });

  const presentIndexes = byName(present.GlobalSecondaryIndexes);
  const wantedIndexes = byName(wanted.GlobalSecondaryIndexes);
  for (const [indexName, wantedIndex] of wantedIndexes) {
    const presentIndex = presentIndexes.get(indexName);
    if (presentIndex !== undefined && describeIndex(presentIndex) !== describeIndex(wantedIndex))
      throw mustBeMadeAnew(name, `index ${indexName}`);
    if (presentIndex === undefined) {
      const { IndexName, KeySchema, Projection } = wantedIndex;
      await update({
        AttributeDefinitions: wanted.AttributeDefinitions,
        GlobalSecondaryIndexUpdates: [{ Create: { IndexName, KeySchema, Projection } }],
      });
    }
  }
  for (const indexName of presentIndexes.keys()) {
    if (!wantedIndexes.has(indexName)) await update({ GlobalSecondaryIndexUpdates: [{ Delete: { IndexName: indexName } }] });
  }
  const streamed = (shape: TableShape) => shape.StreamSpecification?.StreamEnabled === true;
  if (streamed(wanted) && !streamed(present)) await update({ StreamSpecification: wanted.StreamSpecification });
  if (!streamed(wanted) && streamed(present)) await update({ StreamSpecification: { StreamEnabled: false } });
}

function mustBeMadeAnew(table: string, what: string): StartProblem {
  return new StartProblem(
    `The ${what} of the table ${table} changed since its local data was written, and a table's keys cannot change while it holds items. ` +
      'Start once with --fresh to begin with empty tables.',
  );
}

async function bringTimeToLiveUp(engine: Engine, { name, ttlAttribute }: TableResource): Promise<void> {
  const { TimeToLiveDescription } = timeToLive.parse(await engine.call(`${dynamo}.DescribeTimeToLive`, { TableName: name }));
  const present = TimeToLiveDescription?.TimeToLiveStatus === 'ENABLED' ? TimeToLiveDescription.AttributeName : undefined;
  if (present === ttlAttribute) return;
  const set = (AttributeName: string, Enabled: boolean) =>
    engine.call(`${dynamo}.UpdateTimeToLive`, { TableName: name, TimeToLiveSpecification: { AttributeName, Enabled } });
  if (present !== undefined) await set(present, false);
  if (ttlAttribute !== undefined) await set(ttlAttribute, true);
}

function byName(indexes: readonly Index[] | undefined): Map<string, Index> {
  return new Map((indexes ?? []).map((each) => [each.IndexName, each]));
}

/** Key names in order, with their types; as text, so that two can be compared. */
function describeKeys({ KeySchema, AttributeDefinitions }: TableShape): string {
  const types = new Map(AttributeDefinitions.map((each) => [each.AttributeName, each.AttributeType]));
  return KeySchema.map(({ AttributeName, KeyType }) => `${KeyType} ${AttributeName} ${types.get(AttributeName)}`).join(', ');
}

function describeIndexes(indexes: readonly Index[] | undefined): string {
  return (indexes ?? []).map(describeIndex).sort().join('; ');
}

function describeIndex({ IndexName, KeySchema, Projection }: Index): string {
  const keys = KeySchema.map(({ AttributeName, KeyType }) => `${KeyType} ${AttributeName}`).join(', ');
  const projected = [...(Projection.NonKeyAttributes ?? [])].sort().join(', ');
  return `${IndexName}: ${keys}; ${Projection.ProjectionType ?? 'ALL'} ${projected}`;
}
