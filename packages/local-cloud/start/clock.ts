import type { Clock } from '../part.ts';

/** Real time, until somebody moves it. */
export interface LocalClock extends Clock {
  /** Moves time forward by this many milliseconds; it goes on running from there. */
  advance(milliseconds: number): void;
  /** Makes it this moment now. */
  set(moment: Date): void;
}

export function localClock(): LocalClock {
  let offset = 0;
  return {
    now: () => new Date(Date.now() + offset),
    advance(milliseconds) {
      offset += milliseconds;
    },
    set(moment) {
      offset = moment.getTime() - Date.now();
    },
  };
}
