import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams';
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { S3Client } from '@aws-sdk/client-s3';
import { SQSClient } from '@aws-sdk/client-sqs';
import { faultsFromRules } from '../../gateway/faults.ts';
import { administratorKey, startGateway } from '../../gateway/gateway.ts';
import { startJournal } from '../../journal.ts';
import type { Clock, Functions, InvocationResult, Journal } from '../../part.ts';
import type { Stack } from '../../stack/model.ts';
import { type DataPlane, startDataPlane } from '../start-data-plane.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** A data plane behind the real gateway, with SDK clients that talk to it. */
export interface RunningPlane {
  readonly plane: DataPlane;
  readonly dataFolder: string;
  readonly journal: Journal;
  readonly dynamodb: DynamoDBClient;
  readonly streams: DynamoDBStreamsClient;
  readonly sqs: SQSClient;
  readonly s3: S3Client;
  readonly events: EventBridgeClient;
  stop(): Promise<void>;
}

export interface PlaneSettings {
  readonly stack: Stack;
  readonly functions?: Functions;
  /** The folder of an earlier run, to start again on what it left. */
  readonly dataFolder?: string;
  readonly clock?: Clock;
}

export async function startPlane(settings: PlaneSettings): Promise<RunningPlane> {
  const { stack, functions = fakeFunctions(() => null), clock = { now: () => new Date() } } = settings;
  const dataFolder = settings.dataFolder ?? temporaryFolder();
  const journal = startJournal();
  const plane = await startDataPlane({ stack, dataFolder, gatewayUrl: '', baseUrl: '', clock, journal }, functions);
  const gateway = await startGateway(0, {
    stack,
    evaluate: () => ({ kind: 'allowed' }),
    services: plane.services,
    faults: faultsFromRules(),
    journal,
    clock,
    crash: async () => undefined,
    log: () => undefined,
  });
  const client = {
    endpoint: gateway.url,
    region: stack.region,
    credentials: { accessKeyId: administratorKey, secretAccessKey: 'unused' },
    maxAttempts: 1,
  };
  const clients = {
    dynamodb: new DynamoDBClient(client),
    streams: new DynamoDBStreamsClient(client),
    sqs: new SQSClient(client),
    s3: new S3Client({ ...client, forcePathStyle: true }),
    events: new EventBridgeClient(client),
  };
  return {
    plane,
    dataFolder,
    journal,
    ...clients,
    async stop() {
      for (const each of Object.values(clients)) each.destroy();
      await gateway.stop();
      await plane.stop();
    },
  };
}

export interface FakeFunctions extends Functions {
  readonly calls: readonly { readonly functionName: string; readonly payload: unknown }[];
}

/** Functions that answer what `answer` returns, and fail with what it throws. */
export function fakeFunctions(answer: (functionName: string, payload: unknown) => unknown): FakeFunctions {
  const calls: { functionName: string; payload: unknown }[] = [];
  return {
    calls,
    async invoke(functionName, payload): Promise<InvocationResult> {
      calls.push({ functionName, payload });
      try {
        return { kind: 'answered', payload: await answer(functionName, payload), milliseconds: 1, cold: false };
      } catch (problem) {
        return {
          kind: 'failed',
          errorType: 'Error',
          message: problem instanceof Error ? problem.message : String(problem),
          milliseconds: 1,
        };
      }
    },
    stop: async () => undefined,
  };
}

/** Waits until it holds; a test that never gets there fails by the runner's own limit. */
export async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 5));
}

/** For what must not happen: several rounds of every poller. */
export function aWhile(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 300));
}
