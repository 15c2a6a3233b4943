import { type Adjustment, type Owner, type Urgency, urgencyOf } from './adjustment.ts';
import { type EventOutline, phaseOf } from './event.ts';
import { type Day, dayOf } from './working-days.ts';

/** A letter to the owner of something: it says that something needs them, never what. Another owner or another day is another letter. */
export interface Alert {
  readonly about: string;
  readonly level: Exclude<Urgency, 'fine'>;
  readonly owner: Owner;
  /** The event's, as it stands. */
  readonly day: Day;
}

/** What owners are to hear of an event now, whether or not they have heard it. */
export function alertsDue(event: EventOutline, adjustments: readonly Adjustment[], now: Date): readonly Alert[] {
  if (phaseOf(event, now) !== 'open') return [];
  const day = dayOf(event.startsAt, event.timeZone);
  return adjustments.flatMap((adjustment): Alert[] => {
    const level = urgencyOf(adjustment, event, now);
    return level === 'fine' ? [] : [{ about: adjustment.adjustmentId, level, owner: adjustment.owner, day }];
  });
}
