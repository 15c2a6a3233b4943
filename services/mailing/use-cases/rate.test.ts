import { describe, expect, test } from 'vitest';
import type { Letter, SendOutcome } from '../domain/letter.ts';
import type { Allowance } from '../domain/pace.ts';
import type { LetterStore } from './letter-ports.ts';
import type { MailDoor, SendPorts } from './send-ports.ts';
import { sendRun, usualSettings } from './send-run.ts';

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

function world(count: number, account: Allowance, restUntilOf: { restUntil: number } = { restUntil: 0 }) {
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

/** Letters a second between the first and the last. */
function rateOf(accepted: readonly { readonly at: number }[]): number {
  const [first, last] = [accepted[0]?.at ?? 0, accepted.at(-1)?.at ?? 0];
  return (accepted.length - 1) / ((last - first) / 1000);
}

const oncePerLetter = (accepted: readonly { readonly letterId: string }[]) =>
  new Set(accepted.map(({ letterId }) => letterId)).size === accepted.length;

describe('5,000 letters', () => {
  test('at 14 a second: at least 95 % of it, hardly any throttled', async () => {
    const { time, ses, untilAllSent } = world(5000, { perSecond: 14, perDay: 50_000, sentLastDay: 0 });
    await time.through(untilAllSent());
    expect([ses.accepted.length, oncePerLetter(ses.accepted)]).toEqual([5000, true]);
    expect(rateOf(ses.accepted)).toBeGreaterThan(14 * 0.95);
    expect(ses.throttled).toBeLessThanOrEqual(50);
  }, 120_000);

  test('the account falls to 1 a second on the way: it follows, and nothing is lost', async () => {
    const { time, ses, untilAllSent } = world(1500, { perSecond: 14, perDay: 50_000, sentLastDay: 0 });
    const slower = time.pause(60_000).then(() => {
      ses.account = { ...ses.account, perSecond: 1 };
    });
    await time.through(Promise.all([untilAllSent(), slower]));
    const after = ses.accepted.filter(({ at }) => at > Date.parse('2026-03-02T09:02:00.000Z'));
    expect([ses.accepted.length, oncePerLetter(ses.accepted)]).toEqual([1500, true]);
    expect(rateOf(after)).toBeGreaterThan(0.95);
    expect(ses.throttled).toBeLessThanOrEqual(15);
  }, 120_000);

  test('the day’s cap is reached on the way: sending rests, and goes on by itself when the day is over', async () => {
    const { time, ses, untilAllSent } = world(1000, { perSecond: 14, perDay: 600, sentLastDay: 0 });
    await time.through(untilAllSent());
    const firstDay = ses.accepted.filter(({ at }) => at < Date.parse('2026-03-03T08:00:00.000Z'));
    expect([ses.accepted.length, firstDay.length, oncePerLetter(ses.accepted)]).toEqual([1000, 600, true]);
    expect(ses.throttled).toBeLessThanOrEqual(10);
  }, 120_000);

  /** Two letters a second of another service, out of the same rate. */
  async function besideAnother(counted: boolean) {
    const the = world(1000, { perSecond: 14, perDay: 50_000, sentLastDay: 0 });
    const others = async () => {
      for (let number = 0; number < 120; number += 1) {
        await the.time.pause(500);
        if (counted) the.given.count += 1;
        await the.door.send({ letterId: `other_${number}`, address: '', mime: new Uint8Array() });
      }
    };
    await the.time.through(Promise.all([the.untilAllSent(), others()]));
    return the.ses.throttled;
  }

  test('what another service writes comes out of the same rate', async () => {
    expect(await besideAnother(true)).toBeLessThan(10);
  });

  test('the test is able to fail: uncounted, the other’s letters break the rate', async () => {
    expect(await besideAnother(false)).toBeGreaterThan(20);
  });

  test('the test is able to fail: without a pace most are throttled', async () => {
    const { time, ses, ports } = world(400, { perSecond: 14, perDay: 50_000, sentLastDay: 0 });
    const unpaced: SendPorts = {
      ...ports,
      door: { ...ports.door, allowance: async () => ({ perSecond: 100_000, perDay: 50_000, sentLastDay: 0 }) },
    };
    await time.through(sendRun(unpaced, { ...usualSettings, parallel: 50, runMs: 5000 }));
    expect(ses.throttled).toBeGreaterThan(4);
  });
});
