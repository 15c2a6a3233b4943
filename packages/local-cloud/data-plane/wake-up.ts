/** A bell that a loop waits for. A ring while nobody waits is kept, so that no wake-up is lost between two waits. */
export interface WakeUp {
  ring(): void;
  /** Resolves at the next ring, or after `milliseconds` of real time. */
  wait(milliseconds: number): Promise<void>;
}

export function wakeUp(): WakeUp {
  let rung = false;
  let waiting: (() => void) | undefined;
  return {
    ring() {
      rung = true;
      waiting?.();
    },
    async wait(milliseconds) {
      if (!rung) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, milliseconds);
          waiting = () => {
            clearTimeout(timer);
            resolve();
          };
        });
        waiting = undefined;
      }
      rung = false;
    },
  };
}

const pauseAfterTroubleMilliseconds = 100;

/** Repeats until told otherwise. What a round throws is trouble of the moment: a poller that gave up would be silent for ever. */
export async function repeatUntil(isStopped: () => boolean, round: () => Promise<void>): Promise<void> {
  while (!isStopped()) {
    try {
      await round();
    } catch {
      await new Promise((resolve) => setTimeout(resolve, pauseAfterTroubleMilliseconds));
    }
  }
}
