import { randomUUID } from 'node:crypto';
import * as z from 'zod/mini';
import type { Clock, Functions } from '../../part.ts';
import type { QueueResource, ScheduleResource, Stack } from '../../stack/model.ts';
import { invoked } from '../invoked.ts';
import type { Queues } from '../queues/queues.ts';
import type { Storage } from '../storage.ts';
import { scheduleTimes } from './schedule-expression.ts';
import type { ScheduleTimes } from './schedule-times.ts';

export interface Scheduler {
  /** Runs what is due by the house's clock and waits for it; gives the names. However often it was due since, it runs once. */
  runDue(): Promise<readonly string[]>;
  /** Runs one schedule now, due or not. Throws where there is none of this name. */
  fire(name: string): Promise<void>;
  describe(): readonly ScheduleState[];
  stop(): Promise<void>;
}

export interface ScheduleState {
  readonly name: string;
  readonly expression: string;
  readonly functionName: string;
  readonly nextDue: string | undefined;
  readonly lastOutcome: 'ok' | 'failed' | undefined;
}

interface Planned {
  readonly resource: ScheduleResource;
  readonly times: ScheduleTimes;
  readonly functionName: string;
  readonly deadLetters: QueueResource | undefined;
  lastDue: Date;
  lastOutcome: 'ok' | 'failed' | undefined;
}

const lookEveryMilliseconds = 500;
/** Scheduler itself tries for up to a day; on one machine a person is waiting. */
const mostRetries = 2;
const firstBackoffMilliseconds = 200;

const runRow = z.object({ last_due: z.number() });

export function startScheduler(parts: {
  readonly stack: Stack;
  readonly functions: Functions;
  readonly queues: Queues;
  readonly storage: Storage;
  readonly clock: Clock;
}): Scheduler {
  const { stack, functions, queues, storage, clock } = parts;
  const remembered = storage.database.prepare('SELECT last_due FROM schedule_runs WHERE schedule = ?');
  const remember = storage.database.prepare('INSERT OR REPLACE INTO schedule_runs (schedule, last_due) VALUES (?, ?)');
  const plans = stack.schedules.map((resource) => plan(resource, stack, queues));
  for (const each of plans) {
    const row = remembered.get(each.resource.name);
    each.lastDue = row === undefined ? clock.now() : new Date(runRow.parse(row).last_due);
    if (row === undefined) remember.run(each.resource.name, each.lastDue.getTime());
  }
  let stopped = false;
  const underWay = new Set<Promise<void>>();

  const run = async (planned: Planned, due: Date): Promise<void> => {
    const payload = payloadOf(planned.resource, due, stack);
    const retries = Math.min(planned.resource.maximumRetryAttempts, mostRetries);
    for (let attempt = 0; ; attempt += 1) {
      const result = await invoked(functions, planned.functionName, payload);
      planned.lastOutcome = result.kind === 'answered' ? 'ok' : 'failed';
      if (result.kind === 'answered') return;
      if (attempt >= retries || stopped) return giveUp(planned, payload, attempt, result.errorType, result.message);
      await new Promise((resolve) => setTimeout(resolve, firstBackoffMilliseconds * 2 ** attempt));
    }
  };
  const giveUp = (planned: Planned, payload: unknown, attempts: number, code: string, message: string): void => {
    if (planned.deadLetters === undefined) return;
    const text = (value: string) => ({ DataType: 'String', StringValue: value });
    queues.send(planned.deadLetters, JSON.stringify(payload), {
      SCHEDULE_NAME: text(planned.resource.name),
      TARGET_ARN: text(planned.resource.targetArn),
      ERROR_CODE: text(code),
      ERROR_MESSAGE: text(message || code),
      RETRY_ATTEMPTS: text(String(attempts)),
    });
  };
  const tracked = (work: Promise<void>): Promise<void> => {
    underWay.add(work);
    return work.finally(() => underWay.delete(work));
  };
  const runDue: Scheduler['runDue'] = async () => {
    const now = clock.now();
    const due = plans.filter((planned) => isDue(planned, now));
    // Remembered first: a schedule that fails or is cut off runs again when it is next due, as on AWS, and not at every start.
    for (const planned of due) {
      planned.lastDue = now;
      remember.run(planned.resource.name, now.getTime());
    }
    await Promise.all(due.map((planned) => tracked(run(planned, now))));
    return due.map((planned) => planned.resource.name);
  };

  const ticker = setInterval(() => void runDue(), lookEveryMilliseconds);
  ticker.unref();
  return {
    runDue,
    async fire(name) {
      const planned = plans.find((each) => each.resource.name === name);
      if (planned === undefined) throw new Error(`There is no schedule named ${name}.`);
      await tracked(run(planned, clock.now()));
    },
    describe: () =>
      plans.map((planned) => ({
        name: planned.resource.name,
        expression: planned.resource.expression,
        functionName: planned.functionName,
        nextDue: planned.times.after(planned.lastDue)?.toISOString(),
        lastOutcome: planned.lastOutcome,
      })),
    async stop() {
      stopped = true;
      clearInterval(ticker);
      await Promise.allSettled(underWay);
    },
  };
}

function isDue(planned: Planned, now: Date): boolean {
  const next = planned.times.after(planned.lastDue);
  return next !== undefined && next <= now;
}

function plan(resource: ScheduleResource, stack: Stack, queues: Queues): Planned {
  const target = stack.functions.find((each) => each.arn === resource.targetArn || resource.targetArn.startsWith(`${each.arn}:`));
  if (target === undefined)
    throw new Error(`The schedule ${resource.name} starts something that does not run on one machine: ${resource.targetArn}.`);
  try {
    const times = scheduleTimes(resource.expression, resource.timeZone);
    const deadLetters = resource.deadLetterArn === undefined ? undefined : queues.byArn(resource.deadLetterArn);
    return { resource, times, functionName: target.name, deadLetters, lastDue: new Date(0), lastOutcome: undefined };
  } catch (cause) {
    throw new Error(`The schedule ${resource.name} cannot run on one machine: ${cause instanceof Error ? cause.message : String(cause)}`, {
      cause,
    });
  }
}

/** The schedule's own input, or the event that Scheduler makes where there is none. */
function payloadOf(resource: ScheduleResource, due: Date, stack: Stack): unknown {
  const time = due.toISOString();
  if (resource.input === undefined) {
    return {
      version: '0',
      id: randomUUID(),
      'detail-type': 'Scheduled Event',
      source: 'aws.scheduler',
      account: stack.account,
      time,
      region: stack.region,
      resources: [resource.name],
      detail: '{}',
    };
  }
  const filled = resource.input.replaceAll('<aws.scheduler.scheduled-time>', time).replaceAll('<aws.scheduler.execution-id>', randomUUID());
  return JSON.parse(filled);
}
