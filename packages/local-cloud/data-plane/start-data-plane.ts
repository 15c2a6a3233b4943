import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { AwsService, Functions, Part, Surroundings } from '../part.ts';
import { StartProblem } from '../start/problem.ts';
import { openBuckets, type StoredObject } from './buckets/buckets.ts';
import { s3Service } from './buckets/s3-service.ts';
import { type Archive, openArchive } from './bus/archive.ts';
import type { BusEvent } from './bus/event.ts';
import { startEventBuses } from './bus/event-bus.ts';
import { type DataPlaneState, describeDataPlane } from './data-plane-state.ts';
import { dynamodbService } from './dynamodb/dynamodb-service.ts';
import { type Engine, startEngineProcess } from './dynamodb/engine.ts';
import { bringTablesUp } from './dynamodb/tables.ts';
import { startTimeToLive } from './dynamodb/time-to-live.ts';
import { startMappings } from './mappings.ts';
import { openQueues, type Queues } from './queues/queues.ts';
import { sqsService } from './queues/sqs-service.ts';
import { startScheduler } from './schedules/scheduler.ts';
import { openStorage, type Storage } from './storage.ts';
import { engineStream } from './streams/stream-reader.ts';

/** Everything of the stack that keeps data or carries it: tables, streams, queues, buckets, buses and schedules. */
export interface DataPlane extends Part {
  /** By signing name: dynamodb, sqs, s3, events. */
  readonly services: Map<string, AwsService>;
  /** Address of the engine itself, past gateway, policies and wake-ups. For tools only. */
  readonly engineEndpoint: string;
  bucketReader(bucket: string, key: string): Promise<StoredObject | undefined>;
  /** Puts a finished event on the account's own bus, where SES reports; its targets have it when it resolves. */
  putOnDefaultBus(event: BusEvent): Promise<void>;
  /** Moves dead letters back where they came from; takes the ARN of the queue or of its dead-letter queue. */
  redrive(queueArn: string): { readonly moved: number; readonly left: number };
  /** Runs every schedule that is due by the clock and waits for it; gives the names. */
  runSchedulesDue(): Promise<readonly string[]>;
  /** Runs one schedule now. Throws where there is none of this name. */
  fireSchedule(name: string): Promise<void>;
  /** One round of time to live by the clock; gives how many items went. */
  sweepExpired(): Promise<number>;
  readonly archive: Archive;
  describe(): Promise<DataPlaneState>;
}

/** How long a stop waits for invocations; what they have not finished then comes again at the next start. */
const drainMilliseconds = 1500;

/** Starts the data plane. Throws StartProblem with a sentence for the person who starts it. */
export async function startDataPlane(surroundings: Surroundings, functions: Functions): Promise<DataPlane> {
  const started: (() => unknown)[] = [];
  try {
    return await startParts(surroundings, functions, started);
  } catch (problem) {
    for (const stop of started.reverse()) await stop();
    throw problem instanceof Error && !(problem instanceof StartProblem) ? new StartProblem(problem.message, { cause: problem }) : problem;
  }
}

/** A site that has forgotten everybody must not start as if nothing were. */
function tablesAreMissing(databaseFile: string): string {
  return `The local database ${databaseFile} is missing, though queues and letters of before are there. Restore it from a copy, or start with --fresh to begin again.`;
}

async function startParts(surroundings: Surroundings, functions: Functions, started: (() => unknown)[]): Promise<DataPlane> {
  const { stack, clock, journal, dataFolder } = surroundings;
  mkdirSync(dataFolder, { recursive: true });
  const storage = openStorage(dataFolder);
  started.push(storage.close);
  const databaseFile = join(dataFolder, 'tables.db');
  if (!existsSync(databaseFile) && storage.hadTables()) throw new StartProblem(tablesAreMissing(databaseFile));
  const engine = await startEngineProcess({ databaseFile });
  started.push(engine.stop);
  await bringTablesUp(engine, stack.tables);
  storage.noteTables();
  const queues = openQueues(stack.queues, storage, clock);
  // Who had received them ended with the last run.
  queues.returnAllInFlight();
  checkQueues(queues);
  const archive = openArchive(join(dataFolder, 'archive'), clock);
  const buses = startEventBuses({ stack, queues, storage, archive, clock, journal });
  const buckets = await openBuckets(stack.buckets, join(dataFolder, 'buckets'), clock);
  const scheduler = startScheduler({ stack, functions, queues, storage, clock });
  started.push(scheduler.stop);

  let wake = (_tableNames: readonly string[]): void => undefined;
  const timeToLive = startTimeToLive({ engine, tables: stack.tables, storage, clock, wrote: (names) => wake(names) });
  started.push(timeToLive.stop);
  const mappings = await startMappings({ stack, engine, queues, storage, functions, clock, isExpiry: timeToLive.isExpiry });
  started.push(mappings.stop);
  wake = mappings.wake;
  const streams = await streamNames(surroundings, engine);

  let stopping: Promise<void> | undefined;
  return {
    services: new Map([
      ['dynamodb', dynamodbService({ engine, region: stack.region, streams, wrote: mappings.wake })],
      ['sqs', sqsService(queues)],
      ['s3', s3Service(buckets)],
      ['events', buses.service],
    ]),
    engineEndpoint: engine.endpoint,
    bucketReader: (bucket, key) => buckets.get(bucket, key),
    putOnDefaultBus: async (event) => buses.put('default', event),
    redrive(queueArn) {
      const queue = queues.byArn(queueArn);
      if (queue === undefined) throw new Error(`There is no queue ${queueArn}.`);
      return queues.redrive(queue);
    },
    runSchedulesDue: scheduler.runDue,
    fireSchedule: scheduler.fire,
    sweepExpired: timeToLive.sweep,
    archive,
    describe: () => describeDataPlane({ stack, engine, queues, mappings, scheduler }),
    stop() {
      stopping ??= stopAll([mappings.stop, scheduler.stop, timeToLive.stop], queues, engine, storage);
      return stopping;
    },
  };
}

/** Lets what is under way finish for a moment, then ends the engine. Nothing that is not done is marked as done. */
async function stopAll(parts: readonly (() => Promise<void>)[], queues: Queues, engine: Engine, storage: Storage): Promise<void> {
  const drained = Promise.all(parts.map((stop) => stop()));
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, drainMilliseconds);
  });
  await Promise.race([drained, late]);
  clearTimeout(timer);
  queues.returnAllInFlight();
  await engine.stop();
  storage.close();
}

function checkQueues(queues: Queues): void {
  for (const queue of queues.all) {
    if (queue.deadLetter !== undefined && queues.byArn(queue.deadLetter.arn) === undefined) {
      throw new StartProblem(
        `The queue ${queue.name} sends its dead letters to a queue that is not in the stack: ${queue.deadLetter.arn}.`,
      );
    }
  }
}

async function streamNames({ stack }: Surroundings, engine: Engine): Promise<{ readonly stackArn: string; readonly engineArn: string }[]> {
  const names: { stackArn: string; engineArn: string }[] = [];
  for (const { name, streamArn } of stack.tables) {
    const stream = streamArn === undefined ? undefined : await engineStream(engine, name);
    if (streamArn !== undefined && stream !== undefined) names.push({ stackArn: streamArn, engineArn: stream.arn });
  }
  return names;
}
