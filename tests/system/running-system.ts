import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Happening, type LocalCloud, startLocalCloud } from '@convener/local-cloud';
import { stopAtTheEnd } from './what-runs.ts';

/** The whole system on this machine: one for all the tests of a run, which take turns. */
export interface System {
  readonly cloud: LocalCloud;
  readonly baseUrl: string;
  readonly told: Told;
}

/** What the journal told since the start; it keeps only the newest by itself. */
export interface Told {
  /** Function, action as IAM writes it, resource. */
  readonly calls: ReadonlySet<string>;
  readonly denied: ReadonlySet<string>;
  readonly logs: readonly string[];
  readonly failures: readonly string[];
  /** When something last happened, by the real clock. */
  readonly lastAt: () => number;
  /** What that was. */
  readonly lastThing: () => string;
  /** What was refused and what failed lately, for whoever looks at a failing test. */
  readonly trouble: () => string;
}

let running: Promise<System> | undefined;

/** The running system; the first to ask starts it, empty. Every file begins at real time. */
export async function runningSystem(): Promise<System> {
  running ??= start();
  const system = await running;
  system.cloud.clock.set(new Date());
  return system;
}

async function start(): Promise<System> {
  const folder = mkdtempSync(join(tmpdir(), 'system-'));
  const cloud = await startLocalCloud({ port: 0, dataFolder: join(folder, 'local'), sample: false });
  stopAtTheEnd(async () => {
    await cloud.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  return { cloud, baseUrl: cloud.baseUrl, told: listen(cloud) };
}

function listen({ journal }: LocalCloud): Told {
  const [calls, denied] = [new Set<string>(), new Set<string>()];
  const [logs, failures]: [string[], string[]] = [[], []];
  let [last, thing] = [Date.now(), ''];
  const hear = (happening: Happening): void => {
    [last, thing] = [Date.now(), JSON.stringify(happening)];
    if (happening.kind === 'call') {
      const told = `${happening.caller} ${happening.service}:${happening.action} ${happening.resource}`;
      if (happening.outcome === 'allowed') calls.add(told);
      if (happening.outcome === 'denied') denied.add(told);
    }
    if (happening.kind === 'log') logs.push(`${happening.functionName} ${happening.line}`);
    if (happening.kind === 'invocation' && happening.outcome === 'failed') failures.push(`${happening.functionName}: ${happening.message}`);
  };
  const trouble = () => [...denied, ...failures.slice(-3), ...logs.filter((line) => line.includes('"level":"ERROR"')).slice(-3)].join('\n');
  // The calls that AWS's own services make are told as the cloud starts, before anybody could listen.
  for (const early of journal.recent('call', 500)) hear(early);
  journal.subscribe(hear);
  return { calls, denied, logs, failures, lastAt: () => last, lastThing: () => thing, trouble };
}
