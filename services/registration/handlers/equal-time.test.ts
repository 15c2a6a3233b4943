import { seededRandom } from '@convener/testing';
import { describe, expect, test } from 'vitest';
import { type Evenly, evenly } from '../store/even-time.ts';
import { clock, good, world } from '../testing/attendee.ts';
import { visitorOf } from '../testing/visitor.ts';

/**
 * How well the time of an answer tells a known address from an unknown one (S07): 0.5 is not at all, 1 is always. It measures time, so it
 * is not among the tests of every run: `S07=500` runs it, with so many addresses of each kind.
 */
const each = Number(process.env.S07 ?? 0);
const limit = 0.55;
/** Asked side by side, so that five hundred of each do not take an hour. */
const atOnce = 4;

/** The chance that a known address takes longer than an unknown one: the area under the curve, whichever way it leans. */
function auc(known: readonly number[], unknown: readonly number[]): number {
  let above = 0;
  for (const a of known) for (const b of unknown) above += a > b ? 1 : a === b ? 0.5 : 0;
  const area = above / (known.length * unknown.length);
  return Math.max(area, 1 - area);
}

test('the measure is able to tell: apart is 1, alike is a half', () => {
  expect(auc([5, 6, 7], [1, 2, 3])).toBe(1);
  expect(auc([1, 2, 3], [1, 2, 3])).toBe(0.5);
});

describe.skipIf(each === 0)('known and unknown addresses, by the time of the answer', () => {
  test.each(['register', 'resend', 'here'] as const)('%s: not told apart', { timeout: 600_000 }, async (what) => {
    const measured = await measure(what);
    console.log(`S07 ${what}: AUC ${measured.toFixed(3)} of ${each} and ${each}`);
    expect(measured).toBeLessThanOrEqual(limit);
  });

  test('a twin that answers as soon as it can is told apart', { timeout: 600_000 }, async () => {
    const measured = await measure('resend', (_step, work) => work());
    console.log(`S07 twin: AUC ${measured.toFixed(3)}`);
    expect(measured).toBeGreaterThan(limit);
  });
});

async function measure(what: 'register' | 'resend' | 'here', timing: Evenly = evenly): Promise<number> {
  const { event } = await world({ capacity: 5000 });
  const { visit } = await visitorOf(event.table, () => clock.now(), { evenly: timing, codes: { codeOf: async () => '123456' } });
  let senders = 0;
  const ask = (how: typeof what, email: string) => {
    senders += 1;
    const viewerIp = `10.${(senders >> 16) & 255}.${(senders >> 8) & 255}.${senders & 255}`;
    if (how === 'resend') return visit('POST', '/registrations/resend', { fields: { email }, viewerIp });
    if (how === 'here') return visit('POST', `/events/${event.slug}/here`, { fields: { email, code: '123456' }, viewerIp });
    return visit('POST', `/events/${event.slug}/register`, { fields: { ...good, email }, viewerIp });
  };
  const known = Array.from({ length: each }, (_one, at) => `known-${at}@example.org`);
  for (const email of known) await ask('register', email);
  if (what === 'here') clock.set('2024-11-20T10:15:00Z');
  const unknown = Array.from({ length: each }, (_one, at) => `unknown-${at}@example.org`);
  const all = [...known.map((email) => [email, 'known'] as const), ...unknown.map((email) => [email, 'unknown'] as const)];
  const times = { known: [] as number[], unknown: [] as number[] };
  const shuffled = seededRandom(7).shuffled(all);
  for (let from = 0; from < shuffled.length; from += atOnce) {
    await Promise.all(
      shuffled.slice(from, from + atOnce).map(async ([email, kind]) => {
        const started = performance.now();
        await ask(what, email);
        times[kind].push(performance.now() - started);
      }),
    );
  }
  return auc(times.known, times.unknown);
}
