import type { EventFacts } from '@convener/contracts';
import { kindsFor, type NeedKind, needKinds } from './need.ts';

/**
 * What an event asks its people: set by organisers, the same for everybody who comes, and there whether or not anybody answers. It tells
 * nothing of anybody.
 */
export interface Asking {
  readonly kinds: readonly NeedKind[];
  /** Said before the questions, in the organisers' words; empty for none. */
  readonly introduction: string;
  /** Whom to talk to for those who would rather talk, with how to reach them; empty for none. */
  readonly contact: string;
  /** 0 while nobody has set anything. */
  readonly version: number;
}

/** What is asked while nobody has chosen. */
export function usualAsking(mode: EventFacts['mode']): Asking {
  return { kinds: kindsFor(mode), introduction: '', contact: '', version: 0 };
}

/** What somebody is offered: what the organisers chose, and what they ticked themselves before. */
export function kindsShown(asking: Asking, ticked: readonly string[]): readonly NeedKind[] {
  return needKinds.filter((kind) => asking.kinds.includes(kind) || ticked.includes(kind));
}

export function sameAsking(a: Asking, b: Asking): boolean {
  const facts = ({ kinds, introduction, contact }: Asking) => JSON.stringify([[...kinds].sort(), introduction, contact]);
  return facts(a) === facts(b);
}
