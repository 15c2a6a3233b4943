import type { Actor, Envelope } from '@convener/contracts';
import type { DirectoryAnswer, DirectoryRequest } from '@convener/contracts/calls';
import type { LetterCounts } from '../domain/breaker.ts';
import type { AfterSending, Letter, RecipientId, Told, Withheld } from '../domain/letter.ts';
import type { LetterTemplate } from '../domain/letter-templates.ts';
import type { Announces, Mailing } from '../domain/mailing.ts';
import type { Member, StoredMember } from '../domain/member.ts';
import type { Stream } from '../domain/streams.ts';

export interface Page<T> {
  readonly items: readonly T[];
  readonly cursor: string | undefined;
}

// ---- members

export interface LoadedMember {
  readonly stored: StoredMember;
  readonly carried: readonly Envelope[];
}

export type MemberAnnounces = 'join-requested' | 'joined' | 'preferences-changed' | 'left' | undefined;

export interface MemberSaving {
  readonly id: string;
  readonly loaded: LoadedMember;
  /** `same` only checks that nothing changed meanwhile, so that every answer takes the same steps. */
  readonly next: Member | { readonly kind: 'gone'; readonly left: boolean } | 'same';
  readonly announces: MemberAnnounces;
  /** Queued in the same transaction, unless it is there already; then nothing at all is written. */
  readonly letter?: NewLetter;
  readonly actor: Actor;
  readonly now: Date;
}

export type MemberSaved = 'saved' | 'changed-meanwhile' | 'letter-known';

export interface MemberStore {
  find(id: string): Promise<LoadedMember>;
  /** Those that are held, in no order. */
  findMany(ids: readonly string[]): Promise<readonly Member[]>;
  save(saving: MemberSaving): Promise<MemberSaved>;
  /** Joined members by name. `search` looks into names and addresses. */
  list(options: {
    readonly cursor?: string | undefined;
    readonly limit: number;
    readonly search?: string | undefined;
  }): Promise<Page<Member>>;
  count(): Promise<number>;
  expiredPending(now: Date, limit: number): Promise<readonly string[]>;
}

// ---- letters

export interface NewLetter {
  readonly id: string;
  readonly template: LetterTemplate;
  readonly recipient: RecipientId;
  readonly eventId?: string | undefined;
  readonly mailingId?: string | undefined;
  /** With its mailing unless said; a letter of a mailing may still go at once. */
  readonly lane?: 'service';
  /** Version of the registration that it speaks of: one that was erased after that gets no letter, however late this is heard. */
  readonly causeVersion?: number;
  readonly now: Date;
}

/** A letter on its way: whoever marked it knows the attempt, and nobody else can say what became of it. */
export interface Attempt {
  readonly id: string;
  /** Of the lease under which it was marked. */
  readonly fence: number;
}

export type Marked = 'marked' | 'taken' | 'suppressed' | 'unsubscribed';

export interface LetterStore {
  /** `known`: a letter with this id is there, and whose. `forgotten`: the recipient was erased. */
  queue(letter: NewLetter): Promise<Queued>;
  find(id: string): Promise<(Letter & { readonly addressKey: string | undefined }) | undefined>;
  due(from: { readonly mailingId: string } | 'service', now: Date, limit: number): Promise<readonly Letter[]>;
  /** Refused where the address was suppressed, or its owner left the stream, before this very moment. */
  markSending(letter: Letter, attempt: Attempt, addressKey: string, stream: Stream | undefined, now: Date): Promise<Marked>;
  settle(letter: Letter, attempt: Attempt, after: AfterSending, now: Date): Promise<void>;
  withhold(letter: Letter, why: Withheld, now: Date): Promise<void>;
  postpone(letter: Letter, dueAt: Date): Promise<void>;
  /** Letters that an earlier lease left half sent become letters in doubt. Says how many. */
  doubt(beforeFence: number, now: Date): Promise<number>;
  told(letterId: string, told: Told, messageId: string, at: string): Promise<void>;
  listed(
    state: 'in-doubt' | 'failed',
    options: { readonly cursor?: string | undefined; readonly limit: number },
  ): Promise<Page<ListedLetter>>;
  /** Only from `in-doubt` or `failed`; says whether it was. */
  sendAgain(letterId: string, now: Date): Promise<boolean>;
  countsOf(mailingId: string): Promise<LetterCounts>;
  ofRecipient(recipientId: string): Promise<readonly Letter[]>;
  /**
   * Deletes the recipient's letters, and takes their id off those that a mailing counts; what was not sent yet never will be. With a version,
   * only what was caused before it, and nothing caused before it is ever queued again. Says how many.
   */
  forget(recipientId: string, erased: { readonly at: Date; readonly version?: number }): Promise<number>;
}

export type Queued =
  | { readonly kind: 'queued' }
  | { readonly kind: 'known'; readonly recipientId: string; readonly mailingId: string | undefined }
  | { readonly kind: 'forgotten' };

export interface ListedLetter {
  readonly id: string;
  readonly template: LetterTemplate;
  readonly recipient: RecipientId;
  readonly eventId: string | undefined;
  readonly since: string;
}

// ---- what must not be written to

export interface SuppressionStore {
  suppress(addressKey: string, reason: 'bounce' | 'complaint', at: string): Promise<void>;
  isSuppressed(addressKey: string): Promise<boolean>;
  lift(addressKey: string): Promise<boolean>;
  count(): Promise<number>;
  leaveStream(addressKey: string, stream: Stream, now: Date): Promise<void>;
  returnToStreams(addressKey: string, streams: readonly Stream[]): Promise<void>;
}

// ---- mailings

export interface LoadedMailing {
  readonly mailing: Mailing;
  readonly version: number;
  readonly carried: readonly Envelope[];
}

export interface MailingStore {
  find(id: string): Promise<LoadedMailing | undefined>;
  save(saving: {
    readonly loaded: LoadedMailing | undefined;
    readonly next: Mailing;
    readonly announces: Announces;
    readonly actor: Actor;
    readonly now: Date;
  }): Promise<'saved' | 'changed-meanwhile'>;
  /** Being prepared or sent just now, oldest first. */
  inWork(): Promise<readonly LoadedMailing[]>;
  ofEvent(eventId: string): Promise<readonly Mailing[]>;
}

// ---- facts that others published

export interface EventLook {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly timeZone: string;
  readonly mode: 'online' | 'in-person' | 'hybrid';
  readonly place: string;
  readonly cancelled: boolean;
}

export interface ReportLook {
  readonly id: string;
  readonly eventId: string;
  readonly slug: string;
  readonly title: string;
  readonly edition: number;
  readonly publishedAt: string;
}

export interface FactStore {
  event(id: string): Promise<EventLook | undefined>;
  saveEvent(event: EventLook, version: number): Promise<void>;
  report(eventId: string): Promise<ReportLook | undefined>;
  saveReport(report: ReportLook, version: number): Promise<void>;
}

// ---- people, keys and links

/** The one thing that registration is asked: who are these. Throws where registration does not answer. */
export type Directory = (request: DirectoryRequest) => Promise<DirectoryAnswer>;

/** An address as a key: the same for the same address, and nothing that anybody can turn back. */
export type AddressKey = (address: string) => Promise<string>;

export interface Links {
  confirm(member: Member): Promise<string>;
  preferences(member: Member): Promise<string>;
  unsubscribe(addressKey: string, stream: Stream): Promise<string>;
}

/** An organiser's own address for a test letter, kept for a day. */
export interface TesterStore {
  keep(address: string, now: Date): Promise<string>;
  find(id: string): Promise<string | undefined>;
}

/** Somebody as a letter needs them, at the moment it is written. */
export interface Person {
  readonly name: string;
  readonly address: string;
  readonly format: 'html' | 'text';
  readonly status: string;
  readonly links: Readonly<Record<string, string>>;
}

export interface ReactPorts {
  readonly letters: LetterStore;
  readonly mailings: MailingStore;
  readonly suppression: SuppressionStore;
  readonly facts: FactStore;
}

export interface PublicPorts {
  readonly members: MemberStore;
  readonly letters: LetterStore;
  readonly suppression: SuppressionStore;
  readonly addressKey: AddressKey;
}

export interface OrganisePorts extends PublicPorts {
  readonly mailings: MailingStore;
  readonly testers: TesterStore;
  readonly facts: FactStore;
  readonly imports: ImportStore;
  readonly ids: { make(prefix: 'mlg' | 'imp' | 'exp' | 'let'): string };
}

export interface ImportStore {
  /** Kept for the domain event that rides on it, which the audit log reads. */
  recordExport(exported: { readonly exportId: string; readonly rows: number; readonly actor: Actor; readonly now: Date }): Promise<void>;
  /** Kept for the domain event that rides on it. */
  record(result: {
    readonly importId: string;
    readonly added: number;
    readonly unchanged: number;
    readonly refused: number;
    readonly actor: Actor;
    readonly now: Date;
  }): Promise<void>;
}
