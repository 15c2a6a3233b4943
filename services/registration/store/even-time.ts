import { setTimeout as pause, setImmediate as turn } from 'node:timers/promises';

/** Does the work, and answers when a whole number of steps has passed, so that its duration does not tell what was found. */
export type Evenly = <Result>(stepMilliseconds: number, work: () => Promise<Result>) => Promise<Result>;

/** Up to so many milliseconds more, by chance: what is left of a difference is smaller, and drowns in it. */
const blurMilliseconds = 6;

export const evenly: Evenly = async (stepMilliseconds, work) => {
  const started = performance.now();
  try {
    return await work();
  } finally {
    const steps = Math.ceil((performance.now() - started) / stepMilliseconds);
    const end = started + steps * stepMilliseconds + Math.random() * blurMilliseconds;
    await pause(Math.max(0, end - performance.now() - 2));
    // A timer counts whole milliseconds from the last turn of the loop, which the work has made longer or shorter: the rest is by the clock.
    while (performance.now() < end) await turn();
  }
};
