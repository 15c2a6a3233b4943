import type { EventOutline } from './event.ts';
import { type Need, type NeedKind, needKinds } from './need.ts';

/** Somebody opened the list: who and when, never what was in it. */
export interface Read {
  readonly eventId: string;
  readonly organiserId: string;
  readonly at: string;
}

/** A line of the coordinator's list; `name` is undefined while registration cannot be asked. */
export interface ListedNeed extends Need {
  readonly name: string | undefined;
}

/** What an access coordinator sees of an event. */
export interface AccessList {
  readonly event: EventOutline;
  readonly needs: readonly ListedNeed[];
  readonly names: 'known' | 'unavailable';
  /** Newest first. */
  readonly reads: readonly Read[];
}

/** Those who would rather talk first come first, then whoever has waited longest. */
export function inOrder(needs: readonly Need[]): readonly Need[] {
  const rank = (need: Need) => `${need.answer.talkFirst ? 0 : 1}${need.changedAt}${need.registrationId}`;
  return [...needs].sort((a, b) => (rank(a) < rank(b) ? -1 : 1));
}

/** How often each kind was ticked; kinds that nobody ticked are left out. */
export function countKinds(needs: readonly Need[]): readonly { readonly kind: NeedKind; readonly count: number }[] {
  return needKinds
    .map((kind) => ({ kind, count: needs.filter(({ answer }) => answer.kinds.includes(kind)).length }))
    .filter(({ count }) => count > 0);
}
