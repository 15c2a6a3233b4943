import * as z from 'zod/mini';
import { type Engine, EngineRefusal } from '../dynamodb/engine.ts';
import { type StreamRecord, sequenceOf, streamRecord } from './stream-record.ts';

/** Reads one table's stream in order. The engine keeps one shard a table, so the order is the table's. */
export interface StreamReader {
  readonly shardId: string;
  /** Changes when the table was made anew; positions of another label mean nothing. */
  readonly label: string;
  /** At most `limit` records after the given sequence number, or from the oldest kept. */
  after(sequenceNumber: string | undefined, limit: number): Promise<readonly StreamRecord[]>;
}

const streams = 'DynamoDBStreams_20120810';
const listed = z.object({ Streams: z.array(z.object({ StreamArn: z.string(), StreamLabel: z.string() })) });
const described = z.object({ StreamDescription: z.object({ Shards: z.array(z.object({ ShardId: z.string() })) }) });
const iterated = z.object({ ShardIterator: z.string() });
const got = z.object({ Records: z.array(streamRecord), NextShardIterator: z.optional(z.nullable(z.string())) });

/** The engine's own ARN of a table's stream: its region and label differ from the stack's. */
export async function engineStream(
  engine: Engine,
  tableName: string,
): Promise<{ readonly arn: string; readonly label: string } | undefined> {
  const { Streams } = listed.parse(await engine.call(`${streams}.ListStreams`, { TableName: tableName }));
  const found = Streams[0];
  return found && { arn: found.StreamArn, label: found.StreamLabel };
}

export async function openStream(engine: Engine, tableName: string): Promise<StreamReader> {
  const stream = await engineStream(engine, tableName);
  if (stream === undefined) throw new Error(`The table ${tableName} has no stream.`);
  const { StreamDescription } = described.parse(await engine.call(`${streams}.DescribeStream`, { StreamArn: stream.arn }));
  const shardId = StreamDescription.Shards[0]?.ShardId;
  if (shardId === undefined) throw new Error(`The stream of ${tableName} has no shard.`);

  const iteratorAfter = async (sequenceNumber: string | undefined): Promise<string> => {
    const start =
      sequenceNumber === undefined
        ? { ShardIteratorType: 'TRIM_HORIZON' }
        : { ShardIteratorType: 'AFTER_SEQUENCE_NUMBER', SequenceNumber: sequenceNumber };
    const output = await engine.call(`${streams}.GetShardIterator`, { StreamArn: stream.arn, ShardId: shardId, ...start });
    return iterated.parse(output).ShardIterator;
  };
  // The iterator after the last records read; asking for another position starts anew.
  let next: { readonly after: string | undefined; readonly iterator: string } | undefined;
  return {
    shardId,
    label: stream.label,
    async after(sequenceNumber, limit) {
      const iterator = next !== undefined && next.after === sequenceNumber ? next.iterator : await iteratorAfter(sequenceNumber);
      const output = await readOrNothing(engine, iterator, Math.min(limit, 1000));
      const last = output?.Records.at(-1);
      const iteratorAhead = output?.NextShardIterator ?? undefined;
      next =
        iteratorAhead === undefined
          ? undefined
          : { after: last === undefined ? sequenceNumber : sequenceOf(last), iterator: iteratorAhead };
      return output?.Records ?? [];
    },
  };
}

/** An iterator that is no longer good is not an error: the next read takes a new one. */
async function readOrNothing(engine: Engine, iterator: string, limit: number): Promise<z.infer<typeof got> | undefined> {
  try {
    return got.parse(await engine.call(`${streams}.GetRecords`, { ShardIterator: iterator, Limit: limit }));
  } catch (problem) {
    if (problem instanceof EngineRefusal && problem.type === 'ExpiredIteratorException') return undefined;
    throw problem;
  }
}
