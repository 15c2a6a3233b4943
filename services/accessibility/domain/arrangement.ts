import { type Adjustment, type AdjustmentState, isForEarlier } from './adjustment.ts';
import type { EventOutline } from './event.ts';
import { holdingOf, type Relied, reliedOn } from './holding.ts';
import type { Need } from './need.ts';
import type { Occasion } from './occasion.ts';

/** "We cannot", said honestly: why, and what there is instead. Neither can be left out. */
export interface Cannot {
  readonly reason: string;
  readonly alternative: string;
}

/** What somebody is told. There is always a human being to ask. */
export interface TellingWords {
  /** What will be provided; empty only where there is a `cannot`. */
  readonly provided: string;
  readonly cannot: Cannot | undefined;
  readonly contact: string;
}

/** How it gets to them. `ring` is a task for the coordinator; the others are the sweep's. */
export type Delivery = 'notice' | 'mail' | 'ring';
/** `sending` without an end is a letter of which we do not know; it is never sent again by itself. */
export type Delivered = 'waiting' | 'sending' | 'done' | 'refused';

export interface Telling extends TellingWords {
  readonly at: string;
  /** Counts up with every answer, so that a reply is to the answer that they read. */
  readonly version: number;
  /** The version of what they had said, so that a change afterwards shows. */
  readonly needVersion: number;
  /** When and where the event was to be; undefined in those of before this was kept. */
  readonly occasion: Occasion | undefined;
  /** What stood behind it. */
  readonly relied: readonly Relied[];
  readonly delivery: Delivery;
  readonly delivered: Delivered;
  readonly letterId: string;
}

export type PersonsReply =
  | { readonly kind: 'works'; readonly at: string; readonly to: number }
  | { readonly kind: 'does-not-work'; readonly ownWords: string; readonly at: string; readonly to: number };

/** What is arranged for one person. It stands beside their answer and goes with it; there is none without. */
export interface Arrangement {
  readonly eventId: string;
  readonly registrationId: string;
  readonly adjustmentIds: readonly string[];
  readonly telling: Telling | undefined;
  readonly reply: PersonsReply | undefined;
  readonly version: number;
}

export function noArrangement({ eventId, registrationId }: Pick<Need, 'eventId' | 'registrationId'>): Arrangement {
  return { eventId, registrationId, adjustmentIds: [], telling: undefined, reply: undefined, version: 0 };
}

/**
 * Where things stand with one person. `reopened`: it does not work for them, or they have said something else since. `moved`: the event is
 * at another time or place than when they were told, so that whatever they said to it was said of something else. `fallen-through`: they
 * were told something that no longer holds.
 */
export type PersonState = 'new' | 'arranging' | 'told' | 'works' | 'reopened' | 'moved' | 'fallen-through';

/** What an answer is held against. */
export interface Surroundings {
  readonly event: Pick<EventOutline, 'startsAt' | 'endsAt' | 'mode' | 'place'>;
  readonly adjustments: readonly Pick<Adjustment, 'adjustmentId' | 'state'>[];
}

export function personState(
  need: Pick<Need, 'version'>,
  { adjustmentIds, telling, reply }: Arrangement,
  { event, adjustments }: Surroundings,
): PersonState {
  if (!telling) return adjustmentIds.length > 0 ? 'arranging' : 'new';
  const said = reply?.to === telling.version ? reply.kind : undefined;
  if (telling.needVersion !== need.version || said === 'does-not-work') return 'reopened';
  const holding = holdingOf({ telling, adjustmentIds }, event, adjustments);
  if (holding !== 'holds') return holding;
  return said === 'works' ? 'works' : 'told';
}

export function deliveryFor(need: Pick<Need, 'answerFormat' | 'answerByMail'>): Delivery {
  if (need.answerFormat === 'phone') return 'ring';
  return need.answerByMail ? 'mail' : 'notice';
}

export type Decision =
  | { readonly kind: 'save'; readonly arrangement: Arrangement }
  | { readonly kind: 'same'; readonly arrangement: Arrangement }
  | { readonly kind: 'meanwhile'; readonly arrangement: Arrangement };

/** Which adjustments serve somebody. Whoever asks knows all of them. */
export function link(held: Arrangement, adjustmentIds: readonly string[]): Decision {
  const wanted = [...new Set(adjustmentIds)].sort();
  if (wanted.join() === [...held.adjustmentIds].sort().join()) return { kind: 'same', arrangement: held };
  return { kind: 'save', arrangement: { ...held, adjustmentIds: wanted, version: held.version + 1 } };
}

/** Tells somebody, or tells them anew. `expected`: the version of the answer that the page showed, 0 for none; undefined takes what is there. */
export function tell(
  held: Arrangement,
  need: Need,
  words: TellingWords,
  { expected, occasion, adjustments, now, letterId }: TellingGiven,
): Decision {
  const version = held.telling?.version ?? 0;
  if (held.telling && sameWords(held.telling, words) && isAsTheyKnow(held, need, { event: occasion, adjustments })) {
    return { kind: 'same', arrangement: held };
  }
  if (expected !== undefined && expected !== version) return { kind: 'meanwhile', arrangement: held };
  const telling: Telling = {
    provided: words.provided,
    cannot: words.cannot,
    contact: words.contact,
    at: now.toISOString(),
    version: version + 1,
    needVersion: need.version,
    occasion,
    relied: reliedOn(held.adjustmentIds, adjustments),
    delivery: deliveryFor(need),
    delivered: 'waiting',
    letterId,
  };
  return { kind: 'save', arrangement: { ...held, telling, reply: undefined, version: held.version + 1 } };
}

export interface TellingGiven {
  readonly expected: number | undefined;
  /** When and where the event is now. */
  readonly occasion: Occasion;
  /** Everything that is arranged for the event. */
  readonly adjustments: Surroundings['adjustments'];
  readonly now: Date;
  readonly letterId: string;
}

/** Nothing has changed since they were told: the same words would be the same news. */
function isAsTheyKnow(held: Arrangement, need: Need, surroundings: Surroundings): boolean {
  const state = personState(need, held, surroundings);
  return state === 'told' || state === 'works';
}

function sameWords(a: TellingWords, b: TellingWords): boolean {
  const facts = ({ provided, cannot, contact }: TellingWords) => JSON.stringify([provided, cannot?.reason, cannot?.alternative, contact]);
  return facts(a) === facts(b);
}

/** What somebody says to our answer. They may say something else later; it counts for the answer that they read alone. */
export function replyTo(
  held: Arrangement,
  said: { readonly works: boolean; readonly ownWords: string; readonly to: number },
  now: Date,
): Decision | { readonly kind: 'nothing-to-answer' } {
  const { telling, reply } = held;
  if (!telling) return { kind: 'nothing-to-answer' };
  if (said.to !== telling.version) return { kind: 'meanwhile', arrangement: held };
  const at = now.toISOString();
  const wanted: PersonsReply = said.works
    ? { kind: 'works', at, to: said.to }
    : { kind: 'does-not-work', ownWords: said.ownWords, at, to: said.to };
  const words = (each: PersonsReply) => JSON.stringify([each.kind, each.kind === 'works' ? '' : each.ownWords, each.to]);
  if (reply && words(reply) === words(wanted)) return { kind: 'same', arrangement: held };
  return { kind: 'save', arrangement: { ...held, reply: wanted, version: held.version + 1 } };
}

/** How far the letter, or the call, has come. Only the latest answer's own. */
export function deliver(held: Arrangement, to: number, from: readonly Delivered[], delivered: Delivered): Decision {
  const { telling } = held;
  if (!telling || telling.version !== to || !from.includes(telling.delivered)) return { kind: 'same', arrangement: held };
  return { kind: 'save', arrangement: { ...held, telling: { ...telling, delivered }, version: held.version + 1 } };
}

const certain: readonly AdjustmentState[] = ['booked', 'in-place'];

/** What may be promised: that which is booked or in place for the event as it is now. */
export function promised(
  { adjustmentIds }: Arrangement,
  adjustments: readonly Adjustment[],
  event: Parameters<typeof isForEarlier>[1],
): readonly Adjustment[] {
  return adjustments.filter(
    (each) => adjustmentIds.includes(each.adjustmentId) && certain.includes(each.state) && !isForEarlier(each, event),
  );
}
