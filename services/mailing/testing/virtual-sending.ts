import type { Letter, SendOutcome } from '../domain/letter.ts';
import type { Allowance } from '../domain/pace.ts';
import type { LetterStore } from '../use-cases/letter-ports.ts';
import type { MailDoor, SendPorts } from '../use-cases/send-ports.ts';
import { sendRun } from '../use-cases/send-run.ts';

/**
 * How fast letters leave, in virtual time: whoever waits says for how long, and time moves on when nobody has anything else to do. Letters lie
 * in memory here, because the question is the rate; what the engine keeps is tested beside.
 */
function virtualTime(iso = '2026-03-02T09:00:00.000Z') {
  let now = Date.parse(iso);
  const sleepers: { readonly at: number; readonly wake: () => void }[] = [];
  const idle = () => new Promise<void>((resolve) => setImmediate(resolve));
  return {
    now: () => new Date(now),
    pause: (milliseconds: number) =>
      new Promise<void>((wake) => {
        const at = now + Math.max(0, milliseconds);
        const place = sleepers.findIndex((sleeper) => sleeper.at > at);
        sleepers.splice(place < 0 ? sleepers.length : place, 0, { at, wake });
      }),
    /** Lives until the work is done. */
    async through<T>(work: Promise<T>): Promise<T> {
      let over = false;
      const ended = work.finally(() => {
        over = true;
      });
      while (!over) {
        await idle();
        const next = sleepers.shift();
        if (!next) continue;
        now = Math.max(now, next.at);
        next.wake();
      }
      return ended;
    },
  };
}

type Time = ReturnType<typeof virtualTime>;

/** What one write and one call of SES take. */
const writeMs = 6;
const sesMs = 90;

/** SES with the account's own meter: a second's worth may come at once, no more than that. */
function meteredSes(time: Time, account: Allowance) {
  const accepted: { readonly letterId: string; readonly at: number }[] = [];
  const state = { account, throttled: 0, accepted };
  let tokens = account.perSecond;
  let at = time.now().getTime();
  const meter = (): SendOutcome => {
    const now = time.now().getTime();
    tokens = Math.min(state.account.perSecond, tokens + ((now - at) / 1000) * state.account.perSecond);
    at = now;
    const today = accepted.filter((each) => each.at > now - 86_400_000).length;
    if (today >= state.account.perDay) return { kind: 'refused-for-now', reason: 'daily-cap' };
    if (tokens < 1) {
      state.throttled += 1;
      return { kind: 'refused-for-now', reason: 'rate' };
    }
    tokens -= 1;
    return { kind: 'accepted', messageId: `m-${accepted.length}` };
  };
  const door: MailDoor = {
    allowance: async () => {
      await time.pause(sesMs);
      const now = time.now().getTime();
      return { ...state.account, sentLastDay: accepted.filter((each) => each.at > now - 86_400_000).length };
    },
    send: async ({ letterId }) => {
      const outcome = meter();
      if (outcome.kind === 'accepted') accepted.push({ letterId, at: time.now().getTime() });
      await time.pause(sesMs);
      return outcome;
    },
  };
  return { state, door };
}

function lettersInMemory(
  time: Time,
  count: number,
): Pick<LetterStore, 'due' | 'markSending' | 'settle' | 'doubt' | 'withhold' | 'postpone'> {
  const at = time.now().toISOString();
  const waiting = new Map<string, Letter>();
  for (let number = 0; number < count; number += 1) {
    const id = `let_${number}`;
    waiting.set(id, {
      id,
      template: 'registration.confirmed',
      recipient: { kind: 'attendee', id: `reg_${number}` },
      eventId: 'evt_1',
      mailingId: undefined,
      lane: 'service',
      state: 'queued',
      queuedAt: at,
      dueAt: at,
      refusals: 0,
    });
  }
  const write = () => time.pause(writeMs);
  return {
    doubt: async () => 0,
    withhold: write,
    postpone: write,
    due: async (from, _now, limit) => {
      await write();
      return from === 'service' ? [...waiting.values()].slice(0, limit) : [];
    },
    markSending: async (letter) => {
      await write();
      return waiting.delete(letter.id) ? 'marked' : 'taken';
    },
    settle: async (letter, _attempt, after) => {
      await write();
      if (after.state === 'queued') waiting.set(letter.id, letter);
    },
  };
}

/** A sender with so many letters, in virtual time and with an account that is metered. */
export function sendingInVirtualTime(count: number, account: Allowance, restUntilOf: { restUntil: number } = { restUntil: 0 }) {
  const time = virtualTime();
  const ses = meteredSes(time, account);
  const letters = lettersInMemory(time, count);
  const unused = () => Promise.reject(new Error('not part of this'));
  const given = { count: 0 };
  const ports: SendPorts = {
    clock: time,
    pause: time.pause,
    lease: {
      take: async (now, ms) => (restUntilOf.restUntil > now.getTime() ? undefined : { fence: 1, until: new Date(now.getTime() + ms) }),
      renew: async (lease) => {
        await time.pause(writeMs);
        return lease;
      },
      release: async (_lease, rest) => {
        restUntilOf.restUntil = rest.restUntil?.getTime() ?? 0;
      },
    },
    letters: {
      ...letters,
      queue: unused,
      write: unused,
      test: unused,
      find: unused,
      told: unused,
      listed: unused,
      sendAgain: unused,
      countsOf: unused,
      countWithheld: unused,
      sentAlone: unused,
      ofRecipient: unused,
      forget: unused,
    },
    mailings: { find: unused, save: unused, ofEvent: unused, inWork: async () => [] },
    members: { find: unused, findMany: unused, save: unused, list: unused, count: unused, expiredPending: unused },
    testers: { keep: unused, find: unused },
    facts: {
      event: async () => undefined,
      saveEvent: unused,
      report: unused,
      saveReport: unused,
      told: unused,
      noteTold: unused,
      joining: unused,
      noteJoiningOpened: unused,
      noteJoiningChanged: unused,
    },
    plans: { find: async () => undefined },
    invitations: unused,
    directory: async (request) => {
      await time.pause(60);
      const ids = request.kind === 'resolve' ? request.ids : [];
      return {
        kind: 'resolved',
        entries: ids.map((id) => ({ id, name: '', address: `${id}@example.org`, format: 'text', status: 'confirmed', links: {} })),
      };
    },
    addressKey: async (address) => address,
    links: { confirm: unused, preferences: unused, unsubscribe: unused },
    press: async () => ({ kind: 'printed', mime: new Uint8Array() }),
    door: ses.door,
    pace: { taken: async () => given.count },
  };
  /** The schedule: a run wakes the next where there is more, and one starts every minute anyway. */
  const untilAllSent = async (limitHours = 48) => {
    const end = time.now().getTime() + limitHours * 3_600_000;
    while (ses.state.accepted.length < count && time.now().getTime() < end) {
      const ended = await sendRun(ports);
      if (ended !== 'time-up') await time.pause(60_000);
    }
  };
  return { time, ses: ses.state, door: ses.door, ports, given, untilAllSent };
}
