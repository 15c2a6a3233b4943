import type { Stack } from '../stack/model.ts';
import type { Engine } from './dynamodb/engine.ts';
import { itemCount } from './dynamodb/tables.ts';
import type { MappingState, Mappings } from './mappings.ts';
import type { PeekedMessage, Queues } from './queues/queues.ts';
import type { Scheduler, ScheduleState } from './schedules/scheduler.ts';

/** What the status page shows of the data plane. Message bodies hold ids only, as domain events do. */
export interface DataPlaneState {
  readonly tables: readonly { readonly name: string; readonly items: number; readonly hasStream: boolean }[];
  readonly queues: readonly QueueState[];
  readonly streams: readonly MappingState[];
  readonly schedules: readonly ScheduleState[];
}

export interface QueueState {
  readonly name: string;
  readonly arn: string;
  readonly visible: number;
  readonly inFlight: number;
  readonly delayed: number;
  /** ISO instant. */
  readonly oldestSentAt: string | undefined;
  /** The queue that keeps this one's dead letters, and how many there are. */
  readonly deadLetters: { readonly arn: string; readonly count: number } | undefined;
  readonly oldest: readonly PeekedMessage[];
}

const shownMessages = 5;

export async function describeDataPlane(parts: {
  readonly stack: Stack;
  readonly engine: Engine;
  readonly queues: Queues;
  readonly mappings: Mappings;
  readonly scheduler: Scheduler;
}): Promise<DataPlaneState> {
  const { stack, engine, queues, mappings, scheduler } = parts;
  const tables = await Promise.all(
    stack.tables.map(async ({ name, streamArn }) => ({ name, items: await itemCount(engine, name), hasStream: streamArn !== undefined })),
  );
  return { tables, queues: queueStates(queues), streams: mappings.describe(), schedules: scheduler.describe() };
}

function queueStates(queues: Queues): QueueState[] {
  return queues.all.map((queue) => {
    const { oldestSentAt, ...depth } = queues.depth(queue);
    const dead = queue.deadLetter && queues.byArn(queue.deadLetter.arn);
    const deadDepth = dead && queues.depth(dead);
    return {
      name: queue.name,
      arn: queue.arn,
      ...depth,
      oldestSentAt: oldestSentAt === undefined ? undefined : new Date(oldestSentAt).toISOString(),
      deadLetters: dead && deadDepth && { arn: dead.arn, count: deadDepth.visible + deadDepth.inFlight + deadDepth.delayed },
      oldest: queues.oldest(queue, shownMessages),
    };
  });
}
