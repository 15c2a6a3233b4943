import type { EventOutline } from '../domain/event.ts';
import { canSayHowItWas } from '../domain/feedback.ts';
import type { Need } from '../domain/need.ts';
import { type FeedbackState, HowWasIt } from './feedback.tsx';
import { Remember, type RememberView } from './remember.tsx';

export interface AfterwardsView {
  readonly event: EventOutline;
  readonly need: Need | undefined;
  readonly now: Date;
  readonly saying?: FeedbackState;
  /** Undefined where we could not know the person again. */
  readonly memory?: Pick<RememberView, 'remembered' | 'state'>;
}

/** After the event: how it was is asked of everybody; what follows is there only for those whose own it is. */
export function Afterwards({ event, need, now, saying, memory }: AfterwardsView) {
  return (
    <>
      {canSayHowItWas(event, now) && <HowWasIt state={saying} />}
      {memory && (need || memory.remembered) && <Remember {...memory} timeZone={event.timeZone} canKeep={need !== undefined} />}
    </>
  );
}
