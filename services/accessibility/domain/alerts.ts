import { type Adjustment, isForEarlier, isUnderWay, type Owner, type Urgency, urgencyOf } from './adjustment.ts';
import { type EventOutline, phaseOf } from './event.ts';
import { arrangedDeleteFrom } from './keeping.ts';
import { occasionOf, occasionText } from './occasion.ts';
import { type Day, dayOf } from './working-days.ts';

/** A letter to the owner of something: it says that something needs them, never what. Another owner or another day is another letter. */
export interface Alert {
  /** An adjustment, or the whole of what somebody looks after at the event. */
  readonly about: string;
  readonly level: Exclude<Urgency, 'fine'> | 'called-off' | 'moved';
  readonly owner: Owner;
  /** Of which day of the event, or of which time and place: another one is told anew. */
  readonly of: string;
}

/** What owners are to hear of an event now, whether or not they have heard it. */
export function alertsDue(event: EventOutline, adjustments: readonly Adjustment[], now: Date): readonly Alert[] {
  const day = dayOf(event.startsAt, event.timeZone);
  switch (phaseOf(event, now)) {
    case 'over':
      return [];
    case 'called-off':
      return now < arrangedDeleteFrom(event)
        ? ownersOf(adjustments.filter(isUnderWay)).map((owner) => ({ about: 'event', level: 'called-off', owner, of: day }))
        : [];
    case 'open':
      return [...movedOf(event, adjustments), ...urgentOf(event, adjustments, day, now)];
  }
}

function movedOf(event: EventOutline, adjustments: readonly Adjustment[]): readonly Alert[] {
  const of = occasionText(occasionOf(event));
  return ownersOf(adjustments.filter((each) => isForEarlier(each, event))).map((owner) => ({ about: 'event', level: 'moved', owner, of }));
}

/** What is to be checked because the event has moved is told once, as that. */
function urgentOf(event: EventOutline, adjustments: readonly Adjustment[], day: Day, now: Date): readonly Alert[] {
  return adjustments.flatMap((adjustment): Alert[] => {
    const level = isForEarlier(adjustment, event) ? 'fine' : urgencyOf(adjustment, event, now);
    return level === 'fine' ? [] : [{ about: adjustment.adjustmentId, level, owner: adjustment.owner, of: day }];
  });
}

/** Each once, however much they look after. */
function ownersOf(adjustments: readonly Adjustment[]): readonly Owner[] {
  return [...new Map(adjustments.map(({ owner }) => [owner.email.toLowerCase(), owner])).values()];
}

/** What the letter may say of it. */
export type AlertReason = 'urgent' | 'called-off' | 'moved';

export function reasonOf({ level }: Alert): AlertReason {
  return level === 'called-off' || level === 'moved' ? level : 'urgent';
}
