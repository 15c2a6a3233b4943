import { type EqualityAnswer, equalityPhase } from '../domain/equality.ts';
import { type EventOutline, whyGone } from '../domain/event.ts';
import { canSayHowItWas, type Feedback, sendingsADay } from '../domain/feedback.ts';
import type { Place } from '../domain/place.ts';
import type { Senders, Unlinked } from './asking-ports.ts';
import type { Events, Standings } from './ports.ts';

export interface UnlinkedPorts {
  readonly events: Events;
  readonly unlinked: Unlinked;
  readonly senders: Senders;
}

export type Said =
  | { readonly kind: 'thanked'; readonly event: EventOutline }
  | { readonly kind: 'closed'; readonly event: EventOutline }
  /** From this network more have come today than are taken. */
  | { readonly kind: 'too-many'; readonly event: EventOutline }
  | { readonly kind: 'no-event' };

/** The network that a form came from: counted, and let go. */
interface Sending {
  readonly network: string;
  readonly now: Date;
}

/** Did we get it right? Taken of everybody who has a place; whose it is goes no further than this line. */
export async function sayHowItWas(
  { eventId, registrationId }: Place,
  feedback: Feedback,
  { network, now }: Sending,
  ports: UnlinkedPorts & { readonly standings: Standings },
): Promise<Said | { readonly kind: 'gone'; readonly because: 'gone' | 'called-off'; readonly event: EventOutline }> {
  const [event, standing] = await Promise.all([ports.events.byId(eventId), ports.standings.of(registrationId)]);
  if (!event) return { kind: 'no-event' };
  if (standing === 'gone') return { kind: 'gone', because: whyGone(event), event };
  if (!canSayHowItWas(event, now)) return { kind: 'closed', event };
  if ((await ports.senders.count('how-it-was', eventId, network, now)) > sendingsADay) return { kind: 'too-many', event };
  await ports.unlinked.keepFeedback(event, feedback);
  return { kind: 'thanked', event };
}

/** Who comes, said by nobody in particular. */
export async function sayWhoComes(
  eventId: string,
  answers: readonly EqualityAnswer[],
  { network, now }: Sending,
  ports: UnlinkedPorts,
): Promise<Said> {
  const event = await ports.events.byId(eventId);
  if (!event) return { kind: 'no-event' };
  if (equalityPhase(event, now) !== 'open') return { kind: 'closed', event };
  if ((await ports.senders.count('who-comes', eventId, network, now)) > sendingsADay) return { kind: 'too-many', event };
  await ports.unlinked.keepEquality(event, answers);
  return { kind: 'thanked', event };
}
