import { beforeEach, describe, expect, test } from 'vitest';
import { questionStore } from '../store/question-store.ts';
import { answering, ask } from '../testing/asking.ts';
import { good, stored, type World, world } from '../testing/attendee.ts';
import { shortQuestion } from '../testing/questions.ts';
import { forgetAnswers } from './forget-answers.ts';

const dayMs = 24 * 60 * 60 * 1000;

let mine: World;
beforeEach(async () => {
  mine = await world();
  await ask(mine, [
    shortQuestion('que_soon', { retention: 'until-over' }),
    shortQuestion('que_later', { retention: 'month-after' }),
    shortQuestion('que_secret', { retention: 'until-over', readableBy: 'access-coordinator' }),
    shortQuestion('que_figures', { retention: 'quarter-after' }),
  ]);
  const answers = { que_soon: 'a', que_later: 'b', que_secret: 'c', que_figures: 'd' };
  await answering(mine, { ...good, wantsReport: true, ...answers });
});

/** Sweeps so many days after the end, and says what is left. */
async function after(days: number) {
  const { event } = mine;
  const now = new Date(Date.parse(event.facts.endsAt) + days * dayMs);
  const ports = { ...event.ports, questions: questionStore(event.table) };
  const changed = await forgetAnswers(now, ports);
  const registration = await stored(mine);
  const sensitive = await event.ports.registrations.sensitiveAnswers(registration?.registrationId ?? '');
  const left = [...(registration?.answers ?? []), ...sensitive].map(({ questionId }) => questionId);
  return { changed, left, marks: registration?.sensitive ?? [] };
}

describe('answers go when their time is over', () => {
  test('each class at its own time, and nothing else of the registration', async () => {
    expect((await after(-1)).left).toHaveLength(4);
    expect(await after(0)).toEqual({ changed: 1, left: ['que_later', 'que_figures'], marks: [] });
    expect(await after(1)).toMatchObject({ changed: 0 });
    expect((await after(31)).left).toEqual(['que_figures']);
    expect((await after(366)).left).toEqual([]);
    expect((await stored(mine))?.details.name).toBe('Ada');
    expect(await questionStore(mine.event.table).dueToForget(new Date('2099-01-01T00:00:00Z'), 10)).toEqual([]);
  });

  test('an event that moves to a later date is looked at again then', async () => {
    const { event } = mine;
    const endsAt = new Date(Date.parse(event.facts.endsAt) + 10 * dayMs).toISOString();
    await event.ports.events.keepFacts({ ...event.facts, endsAt }, 3, '2024-10-05T08:00:00.000Z');
    expect((await after(0)).left).toHaveLength(4);
    expect((await after(9)).left).toHaveLength(4);
    expect((await after(10)).left).toEqual(['que_later', 'que_figures']);
  });

  test('a sweep that did not run for weeks makes up for it', async () => {
    expect((await after(40)).left).toEqual(['que_figures']);
  });

  test('a twin that forgets what the registration says and leaves the item apart is caught', async () => {
    const { event } = mine;
    const { registrationId = '' } = (await stored(mine)) ?? {};
    const loaded = await event.ports.registrations.load(registrationId);
    if (loaded.stored.kind !== 'held') throw new Error('Nobody is registered.');
    const next = { ...loaded.stored.registration, answers: undefined, sensitive: undefined };
    const now = new Date(event.facts.endsAt);
    const change = { next, places: { kind: 'none' }, announces: undefined } as const;
    await event.ports.registrations.save(loaded, change, { now, actor: { kind: 'system' } });
    expect((await after(0)).left).toContain('que_secret');
  });
});
