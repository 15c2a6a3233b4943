import { setTimeout as pause } from 'node:timers/promises';
import type { LocalCloud } from '../start/local-cloud.ts';

/** Longer than a stream's record takes to become a message. */
const restMilliseconds = 250;
const patience = 20_000;

/**
 * Waits until no message is under way. Messages live 14 days by the machine's clock: one that is still in a queue when the clock leaps on by
 * weeks is gone as if nobody had fetched it for so long, and whoever counts by it counts wrong for ever.
 */
export async function comeToRest({ dataPlane, journal }: Pick<LocalCloud, 'dataPlane' | 'journal'>): Promise<void> {
  let lastAt = Date.now();
  const forget = journal.subscribe(() => {
    lastAt = Date.now();
  });
  try {
    for (const end = Date.now() + patience; Date.now() < end; await pause(50)) {
      const { queues } = await dataPlane.describe();
      const dead = new Set(queues.map((queue) => queue.deadLetters?.arn));
      const busy = queues.some(({ arn, visible, inFlight }) => !dead.has(arn) && visible + inFlight > 0);
      if (!busy && Date.now() - lastAt > restMilliseconds) return;
    }
  } finally {
    forget();
  }
}
