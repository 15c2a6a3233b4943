/** A form begun and not sent: what was typed, by the names that the pages post. */
export interface Draft {
  /** Makes the sending of it once and no more. */
  readonly attempt: string;
  readonly typed: Readonly<Record<string, string | string[]>>;
  /** Ids of the questions that were shown and answered, or left empty where they may be. */
  readonly seen: readonly string[];
}

export type DraftReading =
  /** There is none, or its time is over. */
  | { readonly kind: 'none' }
  | { readonly kind: 'begun'; readonly draft: Draft }
  /** It was sent; nothing of it is left. */
  | { readonly kind: 'sent' };

/** It is more than can be kept; nothing was. */
export class DraftTooLongError extends Error {
  override name = 'DraftTooLongError';
}

/** Drafts are sealed with a key that only the browser has: nobody reads here what somebody has not sent. */
export interface Drafts {
  /** A token for the browser: where the draft is, and its key. */
  begin(draft: Draft, now: Date): Promise<string>;
  keep(token: string, draft: Draft, now: Date): Promise<void>;
  read(token: string, now: Date): Promise<DraftReading>;
  /** Empties it; that it was sent is known for as long as it would have lived. */
  sent(token: string, now: Date): Promise<void>;
}
