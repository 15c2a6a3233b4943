import type { Telling } from './arrangement.ts';
import { hasMovedSince } from './occasion.ts';

/** Whether what somebody was told is still so. `moved`: the event is at another time or place than when they were told. */
export type Holding = 'holds' | 'moved';

export function holdingOf({ occasion }: Telling, event: Parameters<typeof hasMovedSince>[1]): Holding {
  return hasMovedSince(occasion, event) ? 'moved' : 'holds';
}
