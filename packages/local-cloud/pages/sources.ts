import type { LocalPages } from '../front/local-pages.ts';
import type { Mailbox } from '../identity-and-mail/mail/mailbox.ts';
import type { Role } from '../identity-and-mail/sign-in/people.ts';
import type { ProgramToken } from '../identity-and-mail/sign-in/token.ts';
import type { Clock, Journal } from '../part.ts';
import type { Stack } from '../stack/model.ts';

/** What the pages of the local cloud look at, and the little that they may do. */
export interface PageSources {
  readonly stack: Stack;
  readonly journal: Journal;
  readonly clock: Clock;
  readonly baseUrl: string;
  readonly mailbox: Mailbox;
  /** A bearer token for programs. */
  readonly tokenFor: (role: Role) => Promise<ProgramToken>;
  /** Sign-in, which reads its own requests. */
  readonly handleRaw: NonNullable<LocalPages['handleRaw']>;
  /** By queue name. */
  readonly queueDepths: () => Promise<ReadonlyMap<string, QueueDepth>>;
  /** Items by table name. */
  readonly tableCounts: () => Promise<ReadonlyMap<string, number>>;
  /** Moves everything that a dead-letter queue holds back to where it came from; answers how many messages. */
  readonly redrive: (deadLetterQueueName: string) => Promise<number>;
}

export interface QueueDepth {
  readonly visible: number;
  readonly inFlight: number;
}
