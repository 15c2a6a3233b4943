import { describe, expect, test } from 'vitest';
import { sendingInVirtualTime } from '../testing/virtual-sending.ts';
import type { SendPorts } from './send-ports.ts';
import { sendRun, usualSettings } from './send-run.ts';

/** Letters a second between the first and the last. */
function rateOf(accepted: readonly { readonly at: number }[]): number {
  const [first, last] = [accepted[0]?.at ?? 0, accepted.at(-1)?.at ?? 0];
  return (accepted.length - 1) / ((last - first) / 1000);
}

const oncePerLetter = (accepted: readonly { readonly letterId: string }[]) =>
  new Set(accepted.map(({ letterId }) => letterId)).size === accepted.length;

describe('5,000 letters', () => {
  test('at 14 a second: at least 95 % of it, hardly any throttled', async () => {
    const { time, ses, untilAllSent } = sendingInVirtualTime(5000, { perSecond: 14, perDay: 50_000, sentLastDay: 0 });
    await time.through(untilAllSent());
    expect([ses.accepted.length, oncePerLetter(ses.accepted)]).toEqual([5000, true]);
    expect(rateOf(ses.accepted)).toBeGreaterThan(14 * 0.95);
    expect(ses.throttled).toBeLessThanOrEqual(50);
  }, 120_000);

  test('the account falls to 1 a second on the way: it follows, and nothing is lost', async () => {
    const { time, ses, untilAllSent } = sendingInVirtualTime(1500, { perSecond: 14, perDay: 50_000, sentLastDay: 0 });
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
    const { time, ses, untilAllSent } = sendingInVirtualTime(1000, { perSecond: 14, perDay: 600, sentLastDay: 0 });
    await time.through(untilAllSent());
    const firstDay = ses.accepted.filter(({ at }) => at < Date.parse('2026-03-03T08:00:00.000Z'));
    expect([ses.accepted.length, firstDay.length, oncePerLetter(ses.accepted)]).toEqual([1000, 600, true]);
    expect(ses.throttled).toBeLessThanOrEqual(10);
  }, 120_000);

  /** Two letters a second of another service, out of the same rate. */
  async function besideAnother(counted: boolean) {
    const the = sendingInVirtualTime(1000, { perSecond: 14, perDay: 50_000, sentLastDay: 0 });
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
    const { time, ses, ports } = sendingInVirtualTime(400, { perSecond: 14, perDay: 50_000, sentLastDay: 0 });
    const unpaced: SendPorts = {
      ...ports,
      door: { ...ports.door, allowance: async () => ({ perSecond: 100_000, perDay: 50_000, sentLastDay: 0 }) },
    };
    await time.through(sendRun(unpaced, { ...usualSettings, parallel: 50, runMs: 5000 }));
    expect(ses.throttled).toBeGreaterThan(4);
  });
});
