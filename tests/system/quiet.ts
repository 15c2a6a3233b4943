import { setTimeout as pause } from 'node:timers/promises';
import type { System } from './running-system.ts';

const patience = 30_000;

/** Asks again until it holds. What happens by domain events takes a moment. */
export async function until<T>(what: string, ask: () => T | undefined | Promise<T | undefined>, because = () => ''): Promise<T> {
  const end = Date.now() + patience;
  for (;;) {
    const found = await ask();
    if (found !== undefined) return found;
    if (Date.now() > end) throw new Error(`Waited in vain for ${what}. ${because()}`);
    await pause(25);
  }
}

/** Runs everything that is due by the clock, then waits until no message is under way and no function is at work. */
export async function afterSweeps(system: System): Promise<void> {
  await quiet(system);
  for (const { name } of (await system.cloud.dataPlane.describe()).schedules) await system.cloud.dataPlane.fireSchedule(name);
  await quiet(system);
}

/**
 * The next run of what is due by the clock, as far from the one before as in life. Accessibility asks mailing twenty times in every run, and
 * mailing's shares last for as many runs as fit into that time, not for as many as tests start in it.
 */
export async function nextSweeps(system: System): Promise<void> {
  system.cloud.clock.advance(betweenRuns);
  await afterSweeps(system);
}

/** Waits until no message is under way: the queues are empty and nothing has happened for a moment. */
export async function quiet({ cloud, told }: System): Promise<void> {
  let because = '';
  await until(
    'the system to come to rest',
    async () => {
      const { queues } = await cloud.dataPlane.describe();
      // Dead letters stay where they are.
      const dead = new Set(queues.map((queue) => queue.deadLetters?.arn));
      const waiting = queues.filter(({ arn, visible, inFlight }) => !dead.has(arn) && visible + inFlight > 0);
      because = waiting.length > 0 ? waiting.map(({ name }) => name).join(', ') : told.lastThing();
      return waiting.length === 0 && Date.now() - told.lastAt() > restMilliseconds ? true : undefined;
    },
    () => `${because}\n${told.trouble()}`,
  );
}

const restMilliseconds = 150;
const betweenRuns = 5 * 60 * 1000;
