import { type NeedKind, needKinds } from './need.ts';
import { hasMovedSince, type Occasion } from './occasion.ts';
import { type Day, dayOf, workingDaysBefore, workingDaysUntil } from './working-days.ts';

export const adjustmentKinds = [...needKinds, 'other'] as const;
export type AdjustmentKind = NeedKind | 'other';

/** `rung-off`: it was asked for or booked, and whoever does it knows that it is off. */
export const adjustmentStates = ['to-arrange', 'asked', 'booked', 'in-place', 'cannot', 'rung-off'] as const;
export type AdjustmentState = (typeof adjustmentStates)[number];

/** Who sees to it. The address is for the neutral letter that something needs them. */
export interface Owner {
  readonly name: string;
  readonly email: string;
}

export interface AdjustmentWords {
  readonly kind: AdjustmentKind;
  readonly what: string;
  readonly owner: Owner;
  /** Of the network's list; undefined where nobody outside is needed. */
  readonly supplierId: string | undefined;
  /** It serves everybody, as an event's announced provisions do, whoever asked. */
  readonly forEverybody: boolean;
  readonly leadDays: number;
  readonly estimatedPence: number | undefined;
  readonly actualPence: number | undefined;
}

/** One thing that is arranged for an event, for one person, for several or for all. It holds nobody's name and nobody's need. */
export interface Adjustment extends AdjustmentWords {
  readonly adjustmentId: string;
  readonly eventId: string;
  readonly state: AdjustmentState;
  /** What it was asked for or booked for; undefined where it was not, or before this was kept. */
  readonly heldFor: Occasion | undefined;
  readonly changedAt: string;
  readonly version: number;
}

/** Somebody counts on it: they would have to be told. */
export function isUnderWay({ state }: Pick<Adjustment, 'state'>): boolean {
  return state === 'asked' || state === 'booked' || state === 'in-place';
}

/** It was asked for or booked for another time or place than the event has now: whether it still stands is not known. */
export function isForEarlier(adjustment: Pick<Adjustment, 'state' | 'heldFor'>, event: Parameters<typeof hasMovedSince>[1]): boolean {
  return isUnderWay(adjustment) && hasMovedSince(adjustment.heldFor, event);
}

export function isGivenUp({ state }: Pick<Adjustment, 'state'>): boolean {
  return state === 'cannot' || state === 'rung-off';
}

/** Where each state may lead. What is in place can still fall through; what could not be had may turn up; a press may be a mistake. */
const next: Readonly<Record<AdjustmentState, readonly AdjustmentState[]>> = {
  'to-arrange': ['asked', 'booked', 'in-place', 'cannot'],
  asked: ['to-arrange', 'booked', 'in-place', 'cannot', 'rung-off'],
  booked: ['asked', 'in-place', 'cannot', 'rung-off'],
  'in-place': ['booked', 'cannot', 'rung-off'],
  cannot: ['to-arrange'],
  'rung-off': ['to-arrange', 'asked', 'booked', 'in-place'],
};

export function mayBecome(from: AdjustmentState, to: AdjustmentState): boolean {
  return from === to || next[from].includes(to);
}

/** The state it has, and those that it may have next, in their order. */
export function statesFrom(from: AdjustmentState): readonly AdjustmentState[] {
  return adjustmentStates.filter((to) => mayBecome(from, to));
}

/**
 * Working days that it usually takes to get it. Interpreters ask for six to eight weeks; captioners and reporters for about three; whoever
 * turns papers into Easy Read needs the papers and four weeks. The rest is ours to do.
 */
export const usualLeadDays: Readonly<Record<AdjustmentKind, number>> = {
  'live-captions': 15,
  'bsl-interpreter': 30,
  'other-interpreter': 20,
  'materials-in-advance': 10,
  'easy-read': 20,
  'other-format': 10,
  'chat-only': 2,
  'small-group': 2,
  breaks: 5,
  'technical-help': 5,
  'own-supporter': 2,
  costs: 5,
  'step-free-access': 15,
  'hearing-loop': 10,
  'quiet-room': 10,
  parking: 5,
  food: 5,
  other: 10,
};

/** Beyond half an hour two interpreters take turns. */
const aloneMinutes = 30;
const takesTurns: ReadonlySet<AdjustmentKind> = new Set(['bsl-interpreter', 'other-interpreter']);

/** How many people a job of this kind takes for an event as long as this; 1 where it makes no difference. */
export function howManyFor(kind: AdjustmentKind, event: { readonly startsAt: string; readonly endsAt: string }): 1 | 2 {
  const minutes = (Date.parse(event.endsAt) - Date.parse(event.startsAt)) / 60_000;
  return takesTurns.has(kind) && minutes > aloneMinutes ? 2 : 1;
}

export interface EventDay {
  readonly startsAt: string;
  readonly timeZone: string;
  readonly calledOffAt?: string | undefined;
}

export function bookBy(event: EventDay, leadDays: number): Day {
  return workingDaysBefore(dayOf(event.startsAt, event.timeZone), leadDays);
}

/** From so many working days before the book-by date on, it is at risk. */
const riskDays = 5;
export type Urgency = 'fine' | 'at-risk' | 'too-late';

/** What is booked, in place or given up is no longer urgent, nor is anything once the event is called off. `too-late`: the usual time to get it is no longer there. */
export function urgencyOf(adjustment: Pick<Adjustment, 'state' | 'leadDays'>, event: EventDay, now: Date): Urgency {
  if (event.calledOffAt || (adjustment.state !== 'to-arrange' && adjustment.state !== 'asked')) return 'fine';
  const today = dayOf(now.toISOString(), event.timeZone);
  const by = bookBy(event, adjustment.leadDays);
  if (today > by) return 'too-late';
  return workingDaysUntil(today, by) <= riskDays ? 'at-risk' : 'fine';
}

export type Change =
  | { readonly kind: 'save'; readonly adjustment: Adjustment }
  /** The same was saved already: sent twice. */
  | { readonly kind: 'same'; readonly adjustment: Adjustment }
  | { readonly kind: 'meanwhile'; readonly adjustment: Adjustment }
  | { readonly kind: 'not-from-here'; readonly adjustment: Adjustment };

export interface Changing {
  /** What the page showed; undefined takes what is there. */
  readonly expected: number | undefined;
  readonly occasion: Occasion;
  readonly now: Date;
}

/** Whatever gets further is so for the event as it is now; anything else that changes says nothing of that. */
export function changeAdjustment(
  held: Adjustment,
  wanted: AdjustmentWords & { readonly state: AdjustmentState },
  { expected, occasion, now }: Changing,
): Change {
  const heldFor = wanted.state === held.state ? held.heldFor : heldForIn(wanted.state, occasion);
  if (same(held, wanted)) return { kind: 'same', adjustment: held };
  return change(held, { ...held, ...wanted, heldFor }, expected, now);
}

/** It still stands, though the event has moved. */
export function confirmAdjustment(held: Adjustment, { expected, occasion, now }: Changing): Change {
  if (!isForEarlier(held, occasion)) return { kind: 'same', adjustment: held };
  return change(held, { ...held, heldFor: occasion }, expected, now);
}

export function heldForIn(state: AdjustmentState, occasion: Occasion): Occasion | undefined {
  return isUnderWay({ state }) ? occasion : undefined;
}

function change(held: Adjustment, wanted: Adjustment, expectedVersion: number | undefined, now: Date): Change {
  const adjustment = { ...wanted, version: held.version + 1, changedAt: now.toISOString() };
  if (expectedVersion !== undefined && expectedVersion !== held.version) return { kind: 'meanwhile', adjustment: held };
  if (!mayBecome(held.state, wanted.state)) return { kind: 'not-from-here', adjustment: held };
  return { kind: 'save', adjustment };
}

function same(held: Adjustment, wanted: AdjustmentWords & { readonly state: AdjustmentState }): boolean {
  const facts = ({ kind, what, owner, supplierId, forEverybody, leadDays, estimatedPence, actualPence, state }: typeof wanted) =>
    JSON.stringify([kind, what, owner.name, owner.email, supplierId, forEverybody, leadDays, estimatedPence, actualPence, state]);
  return facts(held) === facts(wanted);
}
