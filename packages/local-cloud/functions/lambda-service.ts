import { setTimeout as wait } from 'node:timers/promises';
import type { AwsRequest, AwsResponse, AwsService, Caller, InvocationResult } from '../part.ts';
import type { Stack } from '../stack/model.ts';
import { MAXIMUM_EVENT_BYTES, MAXIMUM_PAYLOAD_BYTES } from './payload-limits.ts';

type Invoke = (functionName: string, payload: unknown, trigger: string) => Promise<InvocationResult>;

/** Lambda waits a minute, then two, before it tries a failed asynchronous call again; on one machine nobody waits so long. */
const RETRY_AFTER_MILLISECONDS = [1000, 2000];

/** Lambda's own protocol as far as functions call each other: Invoke, waiting for the answer or not. */
export function lambdaService(stack: Stack, invoke: Invoke): AwsService {
  return {
    handle: async (request) => {
      const named = request.path.match(/^\/2015-03-31\/functions\/([^/?]+)\/invocations(?:\?|$)/)?.[1];
      if (request.method !== 'POST' || named === undefined) {
        return problem(400, 'UnknownOperationException', 'Only Invoke is spoken here');
      }
      const name = functionName(decodeURIComponent(named));
      const known = stack.functions.find((one) => one.name === name);
      if (known === undefined) return problem(404, 'ResourceNotFoundException', `Function not found: ${name}`);
      return invocation(request, known.name, invoke);
    },
  };
}

async function invocation(request: AwsRequest, name: string, invoke: Invoke): Promise<AwsResponse> {
  const type = request.headers['x-amz-invocation-type'] ?? 'RequestResponse';
  if (request.body.byteLength > (type === 'Event' ? MAXIMUM_EVENT_BYTES : MAXIMUM_PAYLOAD_BYTES)) {
    return problem(413, 'RequestTooLargeException', 'The request payload exceeded the Invoke request body JSON input quota');
  }
  const payload = parse(request.body);
  if (payload.kind === 'invalid') return problem(400, 'InvalidRequestContentException', 'Could not parse request body into json');
  const trigger = `invoke by ${nameOf(request.caller)}`;
  switch (type) {
    case 'DryRun':
      return { status: 204, headers: {}, body: '' };
    case 'Event':
      void invokeUntilAnswered(() => invoke(name, payload.value, trigger));
      return { status: 202, headers: {}, body: '' };
    case 'RequestResponse':
      return answer(await invoke(name, payload.value, trigger));
    default:
      return problem(400, 'InvalidParameterValueException', `Unknown invocation type ${type}`);
  }
}

async function invokeUntilAnswered(call: () => Promise<InvocationResult>): Promise<void> {
  for (const milliseconds of [...RETRY_AFTER_MILLISECONDS, undefined]) {
    const result = await call();
    if (result.kind === 'answered' || result.errorType === 'Sandbox.Stopped' || milliseconds === undefined) return;
    await wait(milliseconds, undefined, { ref: false });
  }
}

function answer(result: InvocationResult): AwsResponse {
  const headers = { 'content-type': 'application/json', 'x-amz-executed-version': '$LATEST' };
  if (result.kind === 'answered') return { status: 200, headers, body: JSON.stringify(result.payload) };
  const body = JSON.stringify({ errorType: result.errorType, errorMessage: result.message, trace: [] });
  return { status: 200, headers: { ...headers, 'x-amz-function-error': 'Unhandled' }, body };
}

/** From a name, a name with a qualifier, a partial or a whole ARN. */
function functionName(given: string): string {
  const parts = given.split(':');
  const at = parts.indexOf('function');
  return (at >= 0 ? parts[at + 1] : parts[0]) ?? given;
}

function parse(body: Uint8Array): { readonly kind: 'valid'; readonly value: unknown } | { readonly kind: 'invalid' } {
  if (body.byteLength === 0) return { kind: 'valid', value: {} };
  try {
    return { kind: 'valid', value: JSON.parse(Buffer.from(body).toString()) };
  } catch {
    return { kind: 'invalid' };
  }
}

function nameOf(caller: Caller): string {
  return caller.kind === 'function' ? caller.functionName : caller.kind;
}

function problem(status: number, type: string, message: string): AwsResponse {
  const headers = { 'content-type': 'application/json', 'x-amzn-errortype': type };
  return { status, headers, body: JSON.stringify({ Type: 'User', Message: message }) };
}
