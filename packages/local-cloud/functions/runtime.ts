/** Runs inside a worker: what Lambda's Node runtime is to one execution environment. */
import { parentPort, workerData } from 'node:worker_threads';
import { type Handler, loadHandler, RuntimeError } from './handler-loading.ts';
import { moveClock } from './local-clock.ts';
import type { Birth, FromRuntime, ToRuntime } from './messages.ts';

const birth: Birth = workerData;
const port = parentPort;
if (port === null) throw new Error('The runtime runs in a worker only.');

const tell = (message: FromRuntime) => port.postMessage(message);

captureLines(process.stdout);
captureLines(process.stderr);
moveClock(birth.clockOffsetMilliseconds);

process.on('unhandledRejection', (reason) => end('Runtime.UnhandledPromiseRejection', describe(reason).message));
process.on('uncaughtException', (error) => end(describe(error).errorType, describe(error).message));

const loaded = loadHandler(birth.codeFolder, birth.handler);
loaded.catch((error: unknown) => end(describe(error).errorType, describe(error).message));

port.on('message', (message: ToRuntime) => {
  loaded.then((handler) => handle(handler, message)).catch(() => undefined);
});

async function handle(handler: Handler, message: ToRuntime): Promise<void> {
  moveClock(message.clockOffsetMilliseconds);
  tell({ kind: 'handling' });
  try {
    const result = await handler(JSON.parse(message.payload), context(message.requestId));
    tell({ kind: 'answered', payload: marshal(result) });
  } catch (error) {
    tell({ kind: 'failed', ...describe(error), fatal: false });
  }
}

function marshal(result: unknown): string {
  try {
    return JSON.stringify(result) ?? 'null';
  } catch (error) {
    throw new RuntimeError('Runtime.MarshalError', `Unable to stringify response body: ${describe(error).message}`);
  }
}

function context(requestId: string): Readonly<Record<string, unknown>> {
  const deadline = performance.now() + birth.timeoutMilliseconds;
  return {
    callbackWaitsForEmptyEventLoop: true,
    functionName: birth.functionName,
    functionVersion: '$LATEST',
    invokedFunctionArn: birth.functionArn,
    memoryLimitInMB: String(birth.memoryMb),
    awsRequestId: requestId,
    logGroupName: `/aws/lambda/${birth.functionName}`,
    logStreamName: 'local',
    getRemainingTimeInMillis: () => Math.max(0, Math.round(deadline - performance.now())),
  };
}

function describe(error: unknown): { errorType: string; message: string } {
  if (error instanceof Error) return { errorType: error.name, message: error.message };
  return { errorType: typeof error, message: String(error) };
}

function end(errorType: string, message: string): void {
  tell({ kind: 'failed', errorType, message, fatal: true });
}

/** Lines go through the port and not through the worker's streams, so that they stay in order with the answers. */
function captureLines(stream: NodeJS.WriteStream): void {
  type Done = (error?: Error | null) => void;
  stream.write = (chunk: Uint8Array | string, second?: BufferEncoding | Done, third?: Done): boolean => {
    const text = typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString();
    for (const line of text.split('\n')) if (line !== '') tell({ kind: 'log', line });
    (typeof second === 'function' ? second : third)?.();
    return true;
  };
}
