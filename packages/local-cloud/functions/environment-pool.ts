import type { ExecutionEnvironment, Outcome } from './execution-environment.ts';

export interface PoolLimits {
  /** Execution environments of one function at once; further invocations wait their turn. */
  readonly maximumEnvironments: number;
  /** An environment that nobody used for so long is let go. */
  readonly idleMilliseconds: number;
}

export interface Run {
  readonly outcome: Outcome;
  readonly cold: boolean;
  readonly milliseconds: number;
}

/** The execution environments of one function: each serves one invocation at a time. */
export interface EnvironmentPool {
  run(payload: string): Promise<Run>;
  /** Kills those at work, as a fault of the machine would; gives how many. */
  crash(): Promise<number>;
  stop(): Promise<void>;
}

const stopped: Outcome & { kind: 'failed' } = { kind: 'failed', errorType: 'Sandbox.Stopped', message: 'The local cloud has stopped' };
const crashed: Outcome & { kind: 'failed' } = {
  kind: 'failed',
  errorType: 'Runtime.ExitError',
  message: 'Runtime exited with error: signal: killed',
};
const reaped: Outcome & { kind: 'failed' } = { kind: 'failed', errorType: 'Sandbox.Reaped', message: 'Nobody used the environment' };

export function environmentPool(start: () => ExecutionEnvironment, limits: PoolLimits): EnvironmentPool {
  const idle: { readonly environment: ExecutionEnvironment; readonly reaper: NodeJS.Timeout }[] = [];
  const busy = new Set<ExecutionEnvironment>();
  const waiting: (() => void)[] = [];
  let open = true;

  const take = async (): Promise<{ environment: ExecutionEnvironment; cold: boolean } | undefined> => {
    while (open) {
      const rested = idle.pop();
      if (rested !== undefined) {
        clearTimeout(rested.reaper);
        if (!rested.environment.usable()) continue;
        busy.add(rested.environment);
        return { environment: rested.environment, cold: false };
      }
      if (busy.size < limits.maximumEnvironments) {
        const environment = start();
        busy.add(environment);
        return { environment, cold: true };
      }
      await new Promise<void>((resolve) => waiting.push(resolve));
    }
    return undefined;
  };

  const giveBack = (environment: ExecutionEnvironment): void => {
    busy.delete(environment);
    if (open && environment.usable())
      idle.push({ environment, reaper: setTimeout(() => reap(environment), limits.idleMilliseconds).unref() });
    waiting.shift()?.();
  };

  const reap = (environment: ExecutionEnvironment): void => {
    const at = idle.findIndex((one) => one.environment === environment);
    if (at >= 0) idle.splice(at, 1);
    void environment.stop(reaped);
  };

  return {
    run: async (payload) => {
      const taken = await take();
      if (taken === undefined) return { outcome: stopped, cold: false, milliseconds: 0 };
      const began = performance.now();
      const outcome = await taken.environment.invoke(payload);
      giveBack(taken.environment);
      return { outcome, cold: taken.cold, milliseconds: Math.round((performance.now() - began) * 100) / 100 };
    },
    crash: async () => {
      const victims = [...busy];
      await Promise.all(victims.map((environment) => environment.stop(crashed)));
      return victims.length;
    },
    stop: async () => {
      open = false;
      for (const { reaper } of idle) clearTimeout(reaper);
      const all = [...idle.splice(0).map((one) => one.environment), ...busy];
      for (const next of waiting.splice(0)) next();
      await Promise.all(all.map((environment) => environment.stop(stopped)));
    },
  };
}
