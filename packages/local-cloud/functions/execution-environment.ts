import { randomUUID } from 'node:crypto';
import { Worker } from 'node:worker_threads';
import type { FunctionResource } from '../stack/model.ts';
import type { Birth, FromRuntime, ToRuntime } from './messages.ts';

export type Outcome =
  | { readonly kind: 'answered'; readonly payload: string }
  | { readonly kind: 'failed'; readonly errorType: string; readonly message: string };

/** One worker that serves one invocation at a time, as one of Lambda's execution environments does. */
export interface ExecutionEnvironment {
  invoke(payload: string): Promise<Outcome>;
  /** False once it timed out, crashed or was stopped; it serves nothing more. */
  usable(): boolean;
  stop(why: Extract<Outcome, { kind: 'failed' }>): Promise<void>;
}

export interface EnvironmentParts {
  readonly resource: FunctionResource;
  readonly variables: Readonly<Record<string, string>>;
  /** How far the clock that tests own is from this machine's, in milliseconds. */
  readonly clockOffset: () => number;
  readonly tellLine: (line: string) => void;
}

/** Lambda gives the loading of the code ten seconds. */
const LOADING_MILLISECONDS = 10_000;

export function startEnvironment({ resource, variables, clockOffset, tellLine }: EnvironmentParts): ExecutionEnvironment {
  const timeoutMilliseconds = resource.timeoutSeconds * 1000;
  const birth: Birth = {
    functionName: resource.name,
    functionArn: resource.arn,
    codeFolder: resource.codeFolder,
    handler: resource.handler,
    memoryMb: resource.memoryMb,
    timeoutMilliseconds,
    clockOffsetMilliseconds: clockOffset(),
  };
  const worker = new Worker(new URL('./runtime.ts', import.meta.url), {
    name: resource.name,
    workerData: birth,
    env: { ...variables },
    execArgv: [],
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: resource.memoryMb },
  });
  let ended: Outcome | undefined;
  let settle: ((outcome: Outcome) => void) | undefined;
  let handlingStarted: (() => void) | undefined;

  const end = async (failure: Outcome): Promise<void> => {
    ended ??= failure;
    settle?.(ended);
    await worker.terminate();
  };
  const hear = (message: FromRuntime): void => {
    switch (message.kind) {
      case 'log':
        tellLine(message.line);
        break;
      case 'handling':
        handlingStarted?.();
        break;
      case 'answered':
        settle?.({ kind: 'answered', payload: message.payload });
        break;
      case 'failed': {
        const failure: Outcome = { kind: 'failed', errorType: message.errorType, message: message.message };
        if (message.fatal) void end(failure);
        else settle?.(failure);
      }
    }
  };
  worker.on('message', hear);
  worker.on('error', (error) => void end(asFailure(error)));
  worker.on(
    'exit',
    (code) => void end({ kind: 'failed', errorType: 'Runtime.ExitError', message: `Runtime exited with error: exit status ${code}` }),
  );
  for (const stream of [worker.stdout, worker.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      for (const line of text.split('\n')) if (line !== '') tellLine(line);
    });
  }

  return {
    usable: () => ended === undefined,
    stop: end,
    invoke: (payload) =>
      new Promise((resolve) => {
        if (ended !== undefined) return resolve(ended);
        let timer = setTimeout(() => void end(timedOut('Loading the code', LOADING_MILLISECONDS)), LOADING_MILLISECONDS);
        settle = (outcome) => {
          clearTimeout(timer);
          settle = undefined;
          resolve(outcome);
        };
        handlingStarted = () => {
          clearTimeout(timer);
          timer = setTimeout(() => void end(timedOut('Task', timeoutMilliseconds)), timeoutMilliseconds);
        };
        const message: ToRuntime = { kind: 'invoke', requestId: randomUUID(), payload, clockOffsetMilliseconds: clockOffset() };
        worker.postMessage(message);
      }),
  };
}

function timedOut(what: string, milliseconds: number): Outcome {
  return { kind: 'failed', errorType: 'Sandbox.Timedout', message: `${what} timed out after ${(milliseconds / 1000).toFixed(2)} seconds` };
}

/** A worker that outgrew its memory limit is, in Lambda, a runtime that was killed. */
function asFailure(error: unknown): Outcome {
  if (!(error instanceof Error)) return { kind: 'failed', errorType: typeof error, message: String(error) };
  if ('code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY') {
    return { kind: 'failed', errorType: 'Runtime.ExitError', message: 'Runtime exited with error: signal: killed (out of memory)' };
  }
  return { kind: 'failed', errorType: error.name, message: error.message };
}
