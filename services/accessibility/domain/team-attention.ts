import type { Provision } from '@convener/contracts';
import type { Asking } from './asking.ts';
import { type EventOutline, phaseOf } from './event.ts';
import { dayOf, workingDaysUntil } from './working-days.ts';

/**
 * What the whole team may see to: what is promised to everybody, and what everybody is asked. It follows from public facts and from what
 * organisers set, so it is the same whatever anybody said, or whether they did.
 */
export type Attention =
  | { readonly kind: 'nothing-announced' }
  /** The day by which people were to know has passed. */
  | { readonly kind: 'overdue'; readonly provision: Provision }
  /** That day comes within five working days. */
  | { readonly kind: 'soon'; readonly provision: Provision; readonly knownBy: string }
  /** Nobody is named for those who would rather talk. */
  | { readonly kind: 'nobody-to-talk-to' };

export interface TeamView {
  readonly event: EventOutline;
  readonly asking: Asking;
  readonly attention: readonly Attention[];
}

const soonDays = 5;

/** In the order in which they matter; none once the event is over or called off. */
export function teamAttention(event: EventOutline, asking: Pick<Asking, 'contact'>, now: Date): readonly Attention[] {
  if (phaseOf(event, now) !== 'open') return [];
  const today = dayOf(now.toISOString(), event.timeZone);
  const awaited = event.provisions.map((provision) => awaitedOf(provision, today));
  return [
    ...awaited.filter((each) => each?.kind === 'overdue'),
    ...awaited.filter((each) => each?.kind === 'soon'),
    ...(event.provisions.length === 0 ? [{ kind: 'nothing-announced' } as const] : []),
    ...(asking.contact.trim() === '' ? [{ kind: 'nobody-to-talk-to' } as const] : []),
  ];
}

function awaitedOf(provision: Provision, today: string): Extract<Attention, { kind: 'overdue' | 'soon' }> | undefined {
  const { knownBy } = provision;
  if (knownBy === undefined) return undefined;
  if (knownBy < today) return { kind: 'overdue', provision };
  return workingDaysUntil(today, knownBy) <= soonDays ? { kind: 'soon', provision, knownBy } : undefined;
}
