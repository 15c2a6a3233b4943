import type { MayWriteAnswer, MayWriteRequest } from '@convener/contracts/calls';
import type { Spent } from '../domain/access-costs.ts';
import type { Adjustment } from '../domain/adjustment.ts';
import type { Arrangement } from '../domain/arrangement.ts';
import type { Brief, BriefSending, BriefSent, Programme } from '../domain/brief.ts';
import type { Budget } from '../domain/budget.ts';
import type { EventOutline } from '../domain/event.ts';
import type { Need } from '../domain/need.ts';
import type { Supplier } from '../domain/supplier.ts';

/** Everything that is known of one event's access, read at once. */
export interface Board {
  readonly needs: readonly Need[];
  readonly adjustments: readonly Adjustment[];
  readonly arrangements: readonly Arrangement[];
  readonly budget: Budget;
  /** How many answers were taken back: neither whose nor when. */
  readonly withdrawn: number;
  readonly brief: Brief | undefined;
  readonly briefings: readonly BriefSending[];
  /** Ids of every alert that was begun. */
  readonly alerts: ReadonlySet<string>;
}

export interface Boards {
  ofEvent(eventId: string): Promise<Board>;
}

/** `moved` where it, the event or the answer that it belongs to is no longer as it was read: nothing was written. */
export type Written = 'saved' | 'moved';

export interface Adjustments {
  load(eventId: string, adjustmentId: string): Promise<Adjustment | undefined>;
  /** Version 1 is a new one. */
  save(adjustment: Adjustment, event: EventOutline): Promise<Written>;
  loadBudget(eventId: string): Promise<Budget>;
  /** Version 1 is the first. */
  saveBudget(event: EventOutline, budget: Budget): Promise<Written>;
}

export interface Arrangements {
  load(eventId: string, registrationId: string): Promise<Arrangement | undefined>;
  /** Only while the answer that it belongs to is the one that was read. */
  save(arrangement: Arrangement, need: Need, event: EventOutline): Promise<Written>;
}

export interface Suppliers {
  all(now: Date): Promise<readonly Supplier[]>;
  /** What is stored, over or not. */
  load(supplierId: string): Promise<Supplier | undefined>;
  /** Writes it where it is as it was read: 0 for nothing there. */
  keep(supplier: Supplier, before: number): Promise<Written>;
  remove(supplierId: string): Promise<void>;
  removeExpired(now: Date): Promise<void>;
}

export interface Briefs {
  programme(eventId: string): Promise<Programme | undefined>;
  save(brief: Brief, event: EventOutline): Promise<Written>;
  /** The same brief to the same supplier is the same sending, however often it is asked for. */
  queue(sending: BriefSending, event: EventOutline): Promise<void>;
}

export interface Expenses {
  all(): Promise<readonly Spent[]>;
}

export interface Ids {
  make(prefix: string): string;
}

/** A letter of this service's own; it is never kept. */
export interface OwnLetter {
  readonly letterId: string;
  readonly to: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly text: string;
  readonly html: string | undefined;
}

/** `unknown`: it may have left; it is never sent again by itself. `later`: it did not leave, and may another time. */
export type LetterFate = 'accepted' | 'refused' | 'later' | 'unknown';

export interface Post {
  /** How many letters may leave now. */
  allowance(): Promise<number>;
  send(letter: OwnLetter): Promise<LetterFate>;
}

export interface Sendings {
  /** Notes that an alert is about to be sent; false where it was before. */
  beginAlert(event: EventOutline, alertId: string, now: Date): Promise<boolean>;
  /** It did not leave: it may be begun again. */
  takeBackAlert(eventId: string, alertId: string): Promise<void>;
  /** Moves a sending on; false where it is not where it was. */
  moveBriefing(sending: BriefSending, from: BriefSent, to: BriefSent): Promise<boolean>;
}

export type MayWrite = (request: MayWriteRequest) => Promise<MayWriteAnswer>;
