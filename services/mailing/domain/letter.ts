import type { LetterTemplate } from './letter-templates.ts';

export type RecipientKind = 'attendee' | 'member' | 'organiser' | 'tester';

/** States of a letter that has left. */
export const leftStates: readonly LetterState[] = ['sent', 'delivered', 'bounced', 'complained'];

/** Whom a letter is for, by id; the name and the address are looked up as it is sent. */
export interface RecipientId {
  readonly kind: RecipientKind;
  readonly id: string;
}

export const letterStates = ['queued', 'sending', 'in-doubt', 'withheld', 'failed', 'sent', 'delivered', 'bounced', 'complained'] as const;
export type LetterState = (typeof letterStates)[number];

/** Why a letter was not sent at all. `told-already`: another letter to the same person says it. */
export type Withheld = 'unknown' | 'suppressed' | 'unsubscribed' | 'overtaken' | 'unaddressable' | 'told-already';

/** One message to one person: a template's name and ids, never a name or an address; words only of an organiser's own letter to them, until it has left. */
export interface Letter {
  readonly id: string;
  readonly template: LetterTemplate;
  readonly recipient: RecipientId;
  readonly eventId: string | undefined;
  /** The mailing that it belongs to, or that it is a test of. */
  readonly mailingId: string | undefined;
  /** Where it waits: with its mailing, which may be paused, or with the letters that go at once. */
  readonly lane: 'service' | 'mailing';
  readonly state: LetterState;
  readonly queuedAt: string;
  /** Not before this instant. */
  readonly dueAt: string;
  /** Times that SES certainly turned it away. */
  readonly refusals: number;
  /** What an organiser wrote to this one person. */
  readonly said?: string | undefined;
}

/** What a sender knows once it has called SES. */
export type SendOutcome =
  | { readonly kind: 'accepted'; readonly messageId: string }
  /** Certain that it was not accepted, and another time may go better. */
  | { readonly kind: 'refused-for-now'; readonly reason: 'rate' | 'daily-cap' | 'unreachable' | 'not-allowed' }
  /** Certain that it was not accepted, and never will be as it is. */
  | { readonly kind: 'refused-for-good'; readonly reason: string }
  /** The answer was lost: SES may have it or not. */
  | { readonly kind: 'unknown' };

export type AfterSending =
  | { readonly state: 'sent'; readonly messageId: string }
  | { readonly state: 'queued'; readonly dueAt: string; readonly refusals: number }
  | { readonly state: 'failed'; readonly reason: string }
  | { readonly state: 'in-doubt' };

/** Refused this often, a letter is put before an organiser instead of being tried for ever. */
export const mostRefusals = 8;

/** What becomes of a letter after a call of SES. An answer that was lost is never a reason to send again. */
export function decideAfterSending(letter: Pick<Letter, 'refusals'>, outcome: SendOutcome, now: Date): AfterSending {
  switch (outcome.kind) {
    case 'accepted':
      return { state: 'sent', messageId: outcome.messageId };
    case 'refused-for-good':
      return { state: 'failed', reason: outcome.reason };
    case 'unknown':
      return { state: 'in-doubt' };
    case 'refused-for-now': {
      // Too fast is our own doing and says nothing of the letter.
      if (outcome.reason === 'rate' || outcome.reason === 'daily-cap') {
        return { state: 'queued', dueAt: now.toISOString(), refusals: letter.refusals };
      }
      const refusals = letter.refusals + 1;
      if (refusals >= mostRefusals) return { state: 'failed', reason: outcome.reason };
      return { state: 'queued', dueAt: new Date(now.getTime() + backoffMs(refusals)).toISOString(), refusals };
    }
  }
}

/** 30 s, 1 min, 2 min … at most half an hour: refused eight times over about an hour and a half. */
export function backoffMs(refusals: number): number {
  return Math.min(30_000 * 2 ** (refusals - 1), 1_800_000);
}

/** What SES says of a letter, in the words of its events. */
export type Told = 'sent' | 'delivered' | 'bounced' | 'complained' | 'failed';

/** Later states win, so that SES's events may come twice and in any order. A letter is never "less sent" than it was. */
const rank: Readonly<Record<LetterState, number>> = {
  withheld: 0,
  queued: 1,
  sending: 1,
  'in-doubt': 1,
  sent: 2,
  // SES may take a letter and reject it a moment later, for what is in it.
  failed: 3,
  delivered: 4,
  bounced: 5,
  complained: 6,
};

export function decideTold(state: LetterState, told: Told): { readonly kind: 'changes' } | { readonly kind: 'known' } {
  return rank[told] > rank[state] ? { kind: 'changes' } : { kind: 'known' };
}

/** States from which `told` changes a letter: the store's condition says the same as the rule above. */
export function statesBefore(told: Told): readonly LetterState[] {
  return letterStates.filter((state) => decideTold(state, told).kind === 'changes');
}

/** SES's event type and bounce kind → what it tells; undefined for what changes nothing (a delay, an unknown type). */
export function readTold(
  type: string,
  bounceKind: string,
): { readonly told: Told; readonly suppress: 'bounce' | 'complaint' | undefined } | undefined {
  switch (
    type
      .toLowerCase()
      .replace(/^email /, '')
      .replace(/ received$/, '')
  ) {
    case 'send':
    case 'sent':
      return { told: 'sent', suppress: undefined };
    case 'delivery':
    case 'delivered':
      return { told: 'delivered', suppress: undefined };
    case 'bounce':
    case 'bounced':
      return { told: 'bounced', suppress: bounceKind === 'Permanent' ? 'bounce' : undefined };
    case 'complaint':
      return { told: 'complained', suppress: 'complaint' };
    case 'reject':
    case 'rejected':
    case 'rendering failure':
      return { told: 'failed', suppress: undefined };
    default:
      return undefined;
  }
}

/** After so many hours without a word from SES, an organiser is asked what to do about a letter in doubt. */
export const doubtHours = 6;
