import { ConnectionCut, Refusal } from '../protocol.ts';

/**
 * What can go wrong between a mailer and SES, on order, for the resilience tests:
 * `answer 500` and `reset` lose the mail; `hang` and `lost reply` accept it and the caller never learns so.
 */
export type Mishap = 'answer 500' | 'reset' | 'hang' | 'lost reply';

export interface Mishaps {
  /** The next `times` mails meet this mishap, in the order in which mishaps were asked for. */
  next(mishap: Mishap, times?: number): void;
  clear(): void;
}

export interface MishapGate extends Mishaps {
  /** Called before a mail is accepted. */
  before(): void;
  /** Called after; the promise never settles while the mail hangs. */
  after(): Promise<void>;
  /** Lets everything go that hangs. */
  release(): void;
}

export function mishapGate(): MishapGate {
  let waiting: Mishap[] = [];
  const hanging = new Set<() => void>();
  return {
    next(mishap, times = 1) {
      for (let made = 0; made < times; made += 1) waiting.push(mishap);
    },
    clear() {
      waiting = [];
    },
    before() {
      if (waiting[0] === 'answer 500') {
        waiting.shift();
        throw new Refusal('InternalFailure', 'The request processing has failed because of an unknown error.', 500);
      }
      if (waiting[0] === 'reset') {
        waiting.shift();
        throw new ConnectionCut();
      }
    },
    async after() {
      const mishap = waiting.shift();
      if (mishap === 'hang') {
        await new Promise<void>((resolve) => {
          hanging.add(resolve);
        });
      }
      if (mishap !== undefined) throw new ConnectionCut();
    },
    release() {
      for (const go of hanging) go();
      hanging.clear();
    },
  };
}
