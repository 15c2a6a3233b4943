import type { Clock, Functions } from '../part.ts';
import type { MappingResource, Stack } from '../stack/model.ts';
import { StartProblem } from '../start/problem.ts';
import type { Engine } from './dynamodb/engine.ts';
import { type EventPattern, eventPattern, UnknownPattern } from './patterns/event-pattern.ts';
import { startQueueMapping } from './queues/queue-mapping.ts';
import type { Queues } from './queues/queues.ts';
import type { Storage } from './storage.ts';
import { openCheckpoints } from './streams/checkpoints.ts';
import { type StreamMapping, startStreamMapping } from './streams/stream-mapping.ts';
import { openStream } from './streams/stream-reader.ts';
import type { StreamRecord } from './streams/stream-record.ts';

/** Every event source mapping of the stack at work. */
export interface Mappings {
  /** Something was written to these tables: their streams are looked at now. */
  wake(tableNames: readonly string[]): void;
  describe(): readonly MappingState[];
  stop(): Promise<void>;
}

export interface MappingState {
  readonly functionName: string;
  readonly tableName: string;
  /** Sequence number of the last record that is done with. */
  readonly position: string | undefined;
  /** The failure that holds the stream up, as long as it does. */
  readonly blockedBy: string | undefined;
}

interface MappingParts {
  readonly stack: Stack;
  readonly engine: Engine;
  readonly queues: Queues;
  readonly storage: Storage;
  readonly functions: Functions;
  readonly clock: Clock;
  readonly isExpiry: (tableName: string, record: StreamRecord) => boolean;
}

export async function startMappings(parts: MappingParts): Promise<Mappings> {
  const streams: { readonly functionName: string; readonly tableName: string; readonly running: StreamMapping }[] = [];
  const stops: (() => Promise<void>)[] = [];
  const stop = async (): Promise<void> => {
    await Promise.all(stops.map((each) => each()));
  };
  try {
    for (const mapping of parts.stack.mappings) {
      const queue = parts.queues.byArn(mapping.sourceArn);
      if (queue !== undefined) {
        stops.push(
          startQueueMapping({
            mapping,
            filters: filtersOf(mapping),
            queue,
            queues: parts.queues,
            functions: parts.functions,
            region: parts.stack.region,
          }).stop,
        );
        continue;
      }
      const { tableName, running } = await startOnStream(mapping, parts);
      streams.push({ functionName: mapping.functionName, tableName, running });
      stops.push(running.stop);
    }
  } catch (problem) {
    await stop();
    throw problem;
  }
  return {
    wake(tableNames) {
      for (const each of streams) if (tableNames.includes(each.tableName)) each.running.wake();
    },
    describe: () => streams.map(({ functionName, tableName, running }) => ({ functionName, tableName, ...running.describe() })),
    stop,
  };
}

async function startOnStream(
  mapping: MappingResource,
  parts: MappingParts,
): Promise<{ readonly tableName: string; readonly running: StreamMapping }> {
  const { stack, engine, queues, storage, functions, clock, isExpiry } = parts;
  const table = stack.tables.find((each) => each.streamArn !== undefined && each.streamArn === mapping.sourceArn);
  if (table === undefined)
    throw new StartProblem(`The mapping ${mapping.logicalId} reads something that does not run on one machine: ${mapping.sourceArn}.`);
  const onFailure = mapping.onFailureArn === undefined ? undefined : queues.byArn(mapping.onFailureArn);
  if (mapping.onFailureArn !== undefined && onFailure === undefined) {
    throw new StartProblem(
      `The mapping ${mapping.logicalId} names a failure destination that is not a queue of the stack: ${mapping.onFailureArn}.`,
    );
  }
  const running = startStreamMapping({
    mapping,
    filters: filtersOf(mapping),
    reader: await openStream(engine, table.name),
    checkpoints: openCheckpoints(storage),
    functions,
    queues,
    onFailure,
    functionArn: stack.functions.find((each) => each.name === mapping.functionName)?.arn ?? mapping.functionName,
    region: stack.region,
    clock,
    isExpiry: (record) => isExpiry(table.name, record),
  });
  return { tableName: table.name, running };
}

function filtersOf(mapping: MappingResource): readonly EventPattern[] {
  try {
    return mapping.filters.map((filter) => eventPattern(filter));
  } catch (problem) {
    if (!(problem instanceof UnknownPattern)) throw problem;
    throw new StartProblem(`The filter of the mapping ${mapping.logicalId} cannot run on one machine: ${problem.message}.`, {
      cause: problem,
    });
  }
}
