import type { Clock } from '../../part.ts';
import type { Stack } from '../../stack/model.ts';
import type { Envelope, Mailbox } from './mailbox.ts';
import { type BusEvent, eventOf, kindsFor, type OutcomeKind } from './outcome-events.ts';

export interface Outcomes {
  /** Tells the bus that the mail was sent, and a moment later what became of it. */
  follow(mail: Envelope): void;
  /** Takes up again what a stop interrupted. */
  resume(): void;
  /** Tells at once what is still due, for tests that do not wait. */
  settle(): Promise<void>;
  stop(): void;
}

export interface OutcomeParts {
  readonly stack: Stack;
  readonly mailbox: Mailbox;
  readonly clock: Clock;
  readonly putOnDefaultBus: (event: BusEvent) => Promise<void>;
  /** How long a delivery takes, in milliseconds. */
  readonly moment: number;
}

/** Tells the default bus what becomes of each mail that names a configuration set, once, and over restarts. */
export function outcomes({ stack, mailbox, clock, putOnDefaultBus, moment }: OutcomeParts): Outcomes {
  const due = new Map<string, NodeJS.Timeout>();
  const telling = new Map<string, Promise<void>>();
  let stopped = false;

  async function tellAll(id: string, kinds: readonly OutcomeKind[]): Promise<void> {
    const mail = mailbox.find(id);
    for (const kind of kinds) {
      if (mail === undefined || mail.told.includes(kind)) continue;
      if (listens(stack, mail, kind)) await putOnDefaultBus(eventOf(stack, mail, kind, clock.now()));
      await mailbox.tell(id, kind);
    }
  }

  /** One mail's outcomes are told one after the other; what the bus would not take stays due. */
  function tellInTurn(id: string, kinds: readonly OutcomeKind[]): Promise<void> {
    const turn = (telling.get(id) ?? Promise.resolve()).then(() => tellAll(id, kinds)).catch(() => later(id));
    telling.set(id, turn);
    return turn.finally(() => {
      if (telling.get(id) === turn) telling.delete(id);
    });
  }

  function later(id: string): void {
    if (stopped || due.has(id)) return;
    const timer = setTimeout(() => {
      due.delete(id);
      const mail = mailbox.find(id);
      if (mail !== undefined) void tellInTurn(id, ['Send', ...kindsFor(mail)]);
    }, moment);
    due.set(id, timer.unref());
  }

  return {
    follow(mail) {
      if (mail.configurationSet === undefined) return;
      void tellInTurn(mail.id, ['Send']);
      later(mail.id);
    },
    resume() {
      for (const mail of unsettled(mailbox)) later(mail.id);
    },
    async settle() {
      for (const mail of unsettled(mailbox)) {
        clearTimeout(due.get(mail.id));
        due.delete(mail.id);
        await tellInTurn(mail.id, ['Send', ...kindsFor(mail)]);
      }
    },
    stop() {
      stopped = true;
      for (const timer of due.values()) clearTimeout(timer);
      due.clear();
    },
  };
}

/** Oldest first. */
function unsettled(mailbox: Mailbox): Envelope[] {
  const open = mailbox
    .list({ limit: Number.POSITIVE_INFINITY })
    .filter((mail) => mail.configurationSet !== undefined && ['Send', ...kindsFor(mail)].some((kind) => !mail.told.includes(kind)));
  return open.reverse();
}

function listens(stack: Stack, mail: Envelope, kind: OutcomeKind): boolean {
  const set = stack.configurationSets.find(({ name }) => name === mail.configurationSet);
  return set?.eventTypes.some((type) => type.toUpperCase() === kind.toUpperCase()) ?? false;
}
