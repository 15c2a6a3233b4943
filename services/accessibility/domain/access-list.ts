import type { EventOutline } from './event.ts';
import { type Need, type NeedKind, needKinds } from './need.ts';

/**
 * How somebody looked: at the list, at one person's answer, by taking it away, at what was said afterwards, or on the day without the role
 * and with a reason.
 */
export const readKinds = ['list', 'one', 'export', 'afterwards', 'on-the-day'] as const;
export type ReadKind = (typeof readKinds)[number];

/** Somebody looked: who, when and at which event, never what was there, nor whether there was anything. */
export interface Read {
  readonly eventId: string;
  readonly organiserId: string;
  readonly at: string;
  /** `list` unless said. */
  readonly what?: ReadKind;
  /** Why, where somebody without the role looked on the day. */
  readonly reason?: string;
}

/** A look, with the reader's name where their session told it. */
export interface NamedRead extends Read {
  readonly name?: string;
}

/**
 * A look as the rest of the team sees it. One person's answer is opened where there is one: that it was this, and not the list, would tell
 * that somebody said something.
 */
export function asOthersSee<Look extends Read>(look: Look): Look {
  return look.what === 'one' ? { ...look, what: 'list' } : look;
}

/** Looks at every event or one, newest first. */
export interface ReadsView {
  readonly reads: readonly (NamedRead & { readonly event: EventOutline | undefined })[];
  readonly cursor: string | undefined;
  /** The event that was asked for. */
  readonly only: EventOutline | undefined;
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
  readonly reads: readonly NamedRead[];
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
