import type { AwsService, Functions, InvocationResult, Surroundings } from '../part.ts';
import type { FunctionResource } from '../stack/model.ts';
import { type EnvironmentPool, environmentPool, type PoolLimits, type Run } from './environment-pool.ts';
import { environmentVariables } from './environment-variables.ts';
import { startEnvironment } from './execution-environment.ts';
import { lambdaService } from './lambda-service.ts';
import { MAXIMUM_PAYLOAD_BYTES } from './payload-limits.ts';
import { triggerOf } from './trigger.ts';

export interface RunningFunctions extends Functions {
  /** `trigger` is for the journal; without it the payload's shape tells. */
  invoke(functionName: string, payload: unknown, trigger?: string): Promise<InvocationResult>;
  /** Kills every environment of this function that is at work, for the resilience tests; gives how many there were. */
  crash(functionName: string): Promise<number>;
  readonly services: Map<string, AwsService>;
}

/** Below this, two readings of the same clock differ by chance. */
const SAME_CLOCK_MILLISECONDS = 20;

/** Each function in workers of its own, started at their first use, so that the first call is a cold start. */
export async function startFunctions(surroundings: Surroundings, limits: Partial<PoolLimits> = {}): Promise<RunningFunctions> {
  // Lambda's time zone is UTC. A worker shares its zone with the process, whatever its own TZ says.
  process.env.TZ = 'UTC';
  const { stack, journal, clock } = surroundings;
  const poolLimits: PoolLimits = { maximumEnvironments: 4, idleMilliseconds: 2 * 60_000, ...limits };
  const pools = new Map<string, { readonly resource: FunctionResource; readonly pool: EnvironmentPool }>();
  for (const resource of stack.functions) pools.set(resource.name, { resource, pool: poolFor(resource, surroundings, poolLimits) });

  const invoke = async (functionName: string, payload: unknown, trigger = triggerOf(payload)): Promise<InvocationResult> => {
    const known = pools.get(functionName);
    if (known === undefined) return notFound(functionName);
    const text = JSON.stringify(payload) ?? 'null';
    const run: Run = Buffer.byteLength(text) > MAXIMUM_PAYLOAD_BYTES ? tooLarge : await known.pool.run(text);
    const result = resultOf(run);
    journal.tell({
      kind: 'invocation',
      at: clock.now().toISOString(),
      functionName,
      milliseconds: run.milliseconds,
      cold: run.cold,
      trigger,
      outcome: result.kind === 'answered' ? 'ok' : 'failed',
      ...(result.kind === 'failed' && { message: `${result.errorType}: ${result.message}` }),
    });
    return result;
  };
  const stop = async (): Promise<void> => {
    await Promise.all([...pools.values()].map(({ pool }) => pool.stop()));
  };
  const crash = async (functionName: string): Promise<number> => (await pools.get(functionName)?.pool.crash()) ?? 0;

  return { invoke, stop, crash, services: new Map([['lambda', lambdaService(stack, invoke)]]) };
}

function poolFor(resource: FunctionResource, { stack, gatewayUrl, clock, journal }: Surroundings, limits: PoolLimits): EnvironmentPool {
  const clockOffset = () => {
    const offset = clock.now().getTime() - Date.now();
    return Math.abs(offset) < SAME_CLOCK_MILLISECONDS ? 0 : offset;
  };
  const tellLine = (line: string) => journal.tell({ kind: 'log', at: clock.now().toISOString(), functionName: resource.name, line });
  const variables = environmentVariables(resource, stack.region, gatewayUrl);
  return environmentPool(() => startEnvironment({ resource, variables, clockOffset, tellLine }), limits);
}

const tooLarge: Run = {
  outcome: {
    kind: 'failed',
    errorType: 'RequestTooLargeException',
    message: `Request must be smaller than ${MAXIMUM_PAYLOAD_BYTES} bytes`,
  },
  cold: false,
  milliseconds: 0,
};

function resultOf({ outcome, cold, milliseconds }: Run): InvocationResult {
  if (outcome.kind === 'failed') return { ...outcome, milliseconds };
  if (Buffer.byteLength(outcome.payload) > MAXIMUM_PAYLOAD_BYTES) {
    const message = `Response payload size exceeded maximum allowed payload size (${MAXIMUM_PAYLOAD_BYTES} bytes).`;
    return { kind: 'failed', errorType: 'Function.ResponseSizeTooLarge', message, milliseconds };
  }
  return { kind: 'answered', payload: JSON.parse(outcome.payload), milliseconds, cold };
}

function notFound(functionName: string): InvocationResult {
  return { kind: 'failed', errorType: 'ResourceNotFoundException', message: `Function not found: ${functionName}`, milliseconds: 0 };
}
