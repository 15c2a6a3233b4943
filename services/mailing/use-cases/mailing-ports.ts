import type { Actor, Envelope } from '@convener/contracts';
import type { Announces, Mailing } from '../domain/mailing.ts';

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
    /** With the domain event that it is finished: how many of its letters had no address to go to. */
    readonly withoutAddress?: number;
    readonly actor: Actor;
    readonly now: Date;
  }): Promise<'saved' | 'changed-meanwhile'>;
  /** Being prepared or sent just now, oldest first. */
  inWork(): Promise<readonly LoadedMailing[]>;
  ofEvent(eventId: string): Promise<readonly Mailing[]>;
}
