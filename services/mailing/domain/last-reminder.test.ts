import { joiningHours } from '@convener/contracts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { momentOf, mostAmount, standingOf, type Timing, timingUnits } from './around.ts';
import type { JoiningNews } from './event-change.ts';
import { type ReminderWay, wayOfLastReminder } from './last-reminder.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const atIso = (milliseconds: number) => new Date(milliseconds).toISOString();

/** On 20 May 2026, 10am in Scotland: joining opens on 19 May at 9:00 UTC. */
const event = { startsAt: '2026-05-20T09:00:00.000Z', endsAt: '2026-05-20T11:30:00.000Z', timeZone: 'Europe/London', cancelled: false };
const joining = { openedAt: undefined, changed: { version: 2, at: '2026-05-01T09:00:00.000Z' } };
const before = (amount: number, unit: Timing['unit']): Timing => ({ on: true, amount, unit });
const wayAt = (timing: Timing, iso: string, news: JoiningNews = joining) => wayOfLastReminder(timing, event, news, new Date(iso));

describe('how a last reminder leaves', () => {
  test('at its time, where joining opens at another: a day later, or long ago', () => {
    expect(wayAt(before(2, 'days'), '2026-05-18T09:00:00Z')).toEqual({ kind: 'alone' });
    expect(wayAt(before(3, 'hours'), '2026-05-20T06:00:00Z')).toEqual({ kind: 'alone' });
  });

  test('it waits for joining that opens within the hour, also where it is itself late', () => {
    expect(wayAt(before(1, 'days'), '2026-05-19T09:00:00Z')).toEqual({ kind: 'waits', until: new Date('2026-05-19T09:15:00Z') });
    expect(wayAt(before(30, 'hours'), '2026-05-19T03:00:00Z')).toEqual({ kind: 'alone' });
    expect(wayAt(before(30, 'hours'), '2026-05-19T08:55:00Z')).toEqual({ kind: 'waits', until: new Date('2026-05-19T09:15:00Z') });
  });

  test('it waits for details that came just now and are about to open', () => {
    const justNow = { openedAt: undefined, changed: { version: 3, at: '2026-05-20T05:58:00.000Z' } };
    expect(wayAt(before(3, 'hours'), '2026-05-20T06:00:00Z', justNow)).toEqual({ kind: 'waits', until: new Date('2026-05-20T06:13:00Z') });
    expect(wayAt(before(3, 'hours'), '2026-05-20T06:13:00Z', justNow)).toEqual({ kind: 'alone' });
  });
});

type Rule = typeof wayOfLastReminder;

interface Story {
  readonly timing: Timing;
  /** When the joining details were last changed, before the start. */
  readonly changedMinutes: number;
  /** How late registration's sweep opens it, and ours looks again. */
  readonly openingMinutes: number;
  readonly lookMinutes: readonly number[];
}

const stories = fc.record<Story>({
  timing: fc.record({ on: fc.constant(true), unit: fc.constantFrom(...timingUnits), amount: fc.integer({ min: 1, max: mostAmount }) }),
  changedMinutes: fc.integer({ min: 0, max: 5000 }),
  openingMinutes: fc.integer({ min: 0, max: 10 }),
  lookMinutes: fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 1, maxLength: 20 }),
});

interface Told {
  readonly dueAt: number;
  readonly opensAt: number;
  readonly aloneAt: number | undefined;
}

/** Sweeps at any times from before the reminder's until the start, as `tend-events.ts` does; what is known of joining is what has happened by then. */
function told({ timing, changedMinutes, openingMinutes, lookMinutes }: Story, rule: Rule): Told {
  const startsAt = Date.parse(event.startsAt);
  const changedAt = startsAt - changedMinutes * minuteMs;
  const dueAt = momentOf('last-reminder', timing, event).getTime();
  const opensAt = Math.max(startsAt - joiningHours * hourMs, changedAt) + openingMinutes * minuteMs;
  for (let now = dueAt, look = 0; now < startsAt; look += 1) {
    const news = {
      openedAt: opensAt <= now ? atIso(opensAt) : undefined,
      changed: changedAt <= now ? { version: 2, at: atIso(changedAt) } : undefined,
    };
    if (standingOf('last-reminder', timing, event, new Date(now)).kind !== 'due') break;
    const way: ReminderWay = rule(timing, event, news, new Date(now));
    if (way.kind === 'alone') return { dueAt, opensAt, aloneAt: now };
    if (way.kind === 'with-joining') break;
    now = Math.min(way.until.getTime(), now + (lookMinutes[look % lookMinutes.length] ?? 1) * minuteMs);
  }
  return { dueAt, opensAt, aloneAt: undefined };
}

describe('whenever it is due and joining opens', () => {
  /** Details that nobody knew of as the reminder left are another matter. */
  const known = ({ changedMinutes }: Story, { aloneAt }: Told) =>
    aloneAt !== undefined && Date.parse(event.startsAt) - changedMinutes * minuteMs <= aloneAt;
  const tooNear = (story: Story, rule: Rule) => {
    const the = told(story, rule);
    return known(story, the) && Math.abs((the.aloneAt ?? 0) - the.opensAt) < 50 * minuteMs;
  };

  test('no two letters leave within the hour, but for the minutes that opening takes', () => {
    fc.assert(
      fc.property(stories, (story) => !tooNear(story, wayOfLastReminder)),
      { numRuns: 2000 },
    );
  });

  test('it never leaves late, where joining opens at another time', () => {
    fc.assert(
      fc.property(stories, (story) => {
        const { dueAt, opensAt, aloneAt } = told(story, wayOfLastReminder);
        const elsewhen = opensAt - dueAt > 80 * minuteMs || dueAt - opensAt > 80 * minuteMs;
        return !elsewhen || aloneAt === dueAt || aloneAt === undefined;
      }),
      { numRuns: 2000 },
    );
  });

  test('the tests are able to fail: one that never waits sends two at once, one that always waits is late', () => {
    const hasty: Rule = () => ({ kind: 'alone' });
    expect(
      fc.check(
        fc.property(stories, (story) => !tooNear(story, hasty)),
        { numRuns: 2000, seed: 1 },
      ).failed,
    ).toBe(true);
    const slow: Rule = (timing, about, news, now) => {
      const until = new Date(momentOf('last-reminder', timing, about).getTime() + 15 * minuteMs);
      return news.openedAt === undefined && now < until ? { kind: 'waits', until } : wayOfLastReminder(timing, about, news, now);
    };
    expect(told({ timing: before(2, 'days'), changedMinutes: 4000, openingMinutes: 5, lookMinutes: [20] }, slow)).toMatchObject({
      aloneAt: Date.parse('2026-05-18T09:15:00Z'),
    });
  });
});
