import type { EventChange } from '../domain/event-change.ts';
import type { Letter, SendOutcome } from '../domain/letter.ts';
import type { LetterText } from '../domain/letter-texts.ts';
import type { Allowance } from '../domain/pace.ts';
import type { PlanStore } from './around-ports.ts';
import type { LetterStore } from './letter-ports.ts';
import type { MailingStore } from './mailing-ports.ts';
import type { MemberStore } from './member-ports.ts';
import type { AddressKey, Directory, EventLook, FactStore, Invitations, Links, Person, ReportLook, TesterStore } from './ports.ts';
import type { ReminderInside } from './reminder-with-joining.ts';

export interface Lease {
  /** Higher with every holder. */
  readonly fence: number;
  readonly until: Date;
}

export interface LeaseStore {
  /** Nothing where somebody holds it, or where sending rests. */
  take(now: Date, milliseconds: number): Promise<Lease | undefined>;
  /** Nothing where somebody else has taken it meanwhile. */
  renew(lease: Lease, now: Date, milliseconds: number): Promise<Lease | undefined>;
  /** `more`: there was more to do, and the next holder is woken at once. `restUntil`: nobody is to send before. */
  release(lease: Lease, rest: { readonly more: boolean; readonly restUntil?: Date }): Promise<void>;
}

/** Letters that another service sends itself, by this service's leave, out of the same account's rate. */
export interface PaceStore {
  /** One letter's share; refused where the last was given a moment ago. */
  take(now: Date): Promise<boolean>;
  /** How many were ever given. */
  taken(): Promise<number>;
}

export interface MailDoor {
  allowance(): Promise<Allowance>;
  send(letter: { readonly letterId: string; readonly address: string; readonly mime: Uint8Array }): Promise<SendOutcome>;
}

/** How to join, where the letter about a place says it too. */
export interface JoiningInside {
  readonly text: LetterText | undefined;
}

export interface LetterContext {
  readonly event: EventLook | undefined;
  readonly report: ReportLook | undefined;
  readonly note: { readonly subject: string; readonly body: string } | undefined;
  /** What changed, in a letter that says so. */
  readonly change?: EventChange | undefined;
  /** In a letter about joining that says the last reminder too. */
  readonly reminder?: ReminderInside | undefined;
  /** In a letter about a new place: how to join, where that is open. */
  readonly joining?: JoiningInside | undefined;
  /** What an organiser wrote to this one person. */
  readonly said?: string | undefined;
  /** An organiser’s own words instead of ours. */
  readonly text?: LetterText | undefined;
}

export type Printed =
  | { readonly kind: 'printed'; readonly mime: Uint8Array }
  /** Something that it speaks of has not reached us yet. */
  | { readonly kind: 'incomplete' }
  | { readonly kind: 'refused'; readonly reason: string };

/** Words, links and layout: ids become a letter. */
export type Press = (letter: Letter, person: Person, context: LetterContext) => Promise<Printed>;

export interface SendPorts {
  readonly clock: { now(): Date };
  readonly pause: (milliseconds: number) => Promise<void>;
  readonly lease: LeaseStore;
  readonly letters: LetterStore;
  readonly mailings: MailingStore;
  readonly members: MemberStore;
  readonly testers: TesterStore;
  readonly facts: FactStore;
  readonly plans: Pick<PlanStore, 'find'>;
  readonly directory: Directory;
  readonly invitations: Invitations;
  readonly addressKey: AddressKey;
  readonly links: Links;
  readonly press: Press;
  readonly door: MailDoor;
  readonly pace: Pick<PaceStore, 'taken'>;
}

export interface SendSettings {
  /** How long a lease lasts without being renewed. */
  readonly leaseMs: number;
  /** After so long a run ends and wakes the next. */
  readonly runMs: number;
  /** Calls of SES that may be under way at once. */
  readonly parallel: number;
  /** How long nothing is sent once the day's cap is reached. */
  readonly restMs: number;
}
