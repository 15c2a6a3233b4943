import { type EqualityAnswer, equalityPhase } from '../domain/equality.ts';
import type { EventOutline } from '../domain/event.ts';
import { canSayHowItWas, type Feedback } from '../domain/feedback.ts';
import type { Unlinked } from './asking-ports.ts';
import type { Events } from './ports.ts';

export interface UnlinkedPorts {
  readonly events: Events;
  readonly unlinked: Unlinked;
}

export type Said =
  | { readonly kind: 'thanked'; readonly event: EventOutline }
  | { readonly kind: 'closed'; readonly event: EventOutline }
  | { readonly kind: 'no-event' };

/** Did we get it right? Taken of everybody who had a place; whose it is goes no further than this line. */
export async function sayHowItWas(eventId: string, feedback: Feedback, now: Date, ports: UnlinkedPorts): Promise<Said> {
  const event = await ports.events.byId(eventId);
  if (!event) return { kind: 'no-event' };
  if (!canSayHowItWas(event, now)) return { kind: 'closed', event };
  await ports.unlinked.keepFeedback(event, feedback, now);
  return { kind: 'thanked', event };
}

/** Who comes, said by nobody in particular. */
export async function sayWhoComes(eventId: string, answers: readonly EqualityAnswer[], now: Date, ports: UnlinkedPorts): Promise<Said> {
  const event = await ports.events.byId(eventId);
  if (!event) return { kind: 'no-event' };
  if (equalityPhase(event, now) !== 'open') return { kind: 'closed', event };
  await ports.unlinked.keepEquality(event, answers, now);
  return { kind: 'thanked', event };
}
