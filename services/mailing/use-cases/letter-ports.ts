import type { Actor } from '@convener/contracts';
import type { LetterCounts } from '../domain/breaker.ts';
import type { AfterSending, Letter, RecipientId, Told, Withheld } from '../domain/letter.ts';
import type { LetterTemplate, SentOneByOne } from '../domain/letter-templates.ts';
import type { Stream } from '../domain/streams.ts';
import type { Page } from './page.ts';

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

/** A letter that an organiser wrote to one person. */
export interface WrittenLetter extends NewLetter {
  readonly eventId: string;
  readonly said: string;
  readonly actor: Actor;
}

/** A letter to an address that an organiser gave, to see how it reads. */
export interface TestLetter extends NewLetter {
  readonly eventId: string;
  readonly actor: Actor;
}

/** A letter on its way: whoever marked it knows the attempt, and nobody else can say what became of it. */
export interface Attempt {
  readonly id: string;
  /** Of the lease under which it was marked. */
  readonly fence: number;
}

/** `told-already`: another letter said, or is saying, what this one says; or what it was to say besides. */
export type Marked = 'marked' | 'taken' | 'suppressed' | 'unsubscribed' | 'told-already';

export interface Marking {
  readonly attempt: Attempt;
  readonly addressKey: string;
  /** That its reader must not have left. */
  readonly stream: Stream | undefined;
  /** The id of a letter whose news this one tells besides: from now on that one is not sent. */
  readonly tellsToo?: string | undefined;
  readonly now: Date;
}

export interface LetterStore {
  /** `known`: a letter with this id is there, and whose. `forgotten`: the recipient was erased. */
  queue(letter: NewLetter): Promise<Queued>;
  /** With its domain event, which tells of no word; nothing where it is there already. */
  write(letter: WrittenLetter): Promise<void>;
  /** With its domain event. */
  test(letter: TestLetter): Promise<void>;
  find(id: string): Promise<(Letter & { readonly addressKey: string | undefined }) | undefined>;
  due(from: { readonly mailingId: string } | 'service', now: Date, limit: number): Promise<readonly Letter[]>;
  /** Refused where the address was suppressed, its owner left the stream, or another letter told the same, before this very moment. */
  markSending(letter: Letter, marking: Marking): Promise<Marked>;
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
  /** How many letters of a mailing were held back for this reason. */
  countWithheld(mailingId: string, why: Withheld): Promise<number>;
  /** How many letters of a kind left about an event, of those that belong to no mailing. */
  sentAlone(eventId: string, template: SentOneByOne): Promise<number>;
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

export interface SuppressionStore {
  suppress(addressKey: string, reason: 'bounce' | 'complaint', at: string): Promise<void>;
  isSuppressed(addressKey: string): Promise<boolean>;
  lift(addressKey: string): Promise<boolean>;
  count(): Promise<number>;
  leaveStream(addressKey: string, stream: Stream, now: Date): Promise<void>;
  returnToStreams(addressKey: string, streams: readonly Stream[]): Promise<void>;
}
