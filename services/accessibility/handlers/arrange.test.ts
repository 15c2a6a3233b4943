import { htmlProblems } from '@convener/ui/testing';
import { beforeEach, describe, expect, test } from 'vitest';
import { base, type Coordinator, clock, coordinator, thing } from '../testing/coordinator.ts';
import { daysAfterTheEnd } from '../testing/one-event.ts';

let at: Coordinator;
beforeEach(async () => {
  at = await coordinator();
});

describe('arranging', () => {
  test('a form that is sent twice makes one thing, for whom it is for', async () => {
    const fields = { ...thing, people: at.person.split('/').at(-1) ?? '' };
    for (const _again of [1, 2]) expect((await at.visit('POST', `${base}/adjustments/new`, { fields })).status).toBe(303);
    const { adjustments, arrangements } = await at.board();
    expect(adjustments.map(({ adjustmentId, leadDays, version }) => [adjustmentId, leadDays, version])).toEqual([
      [thing.adjustmentId, 5, 1],
    ]);
    expect(arrangements.map(({ adjustmentIds }) => adjustmentIds)).toEqual([[thing.adjustmentId]]);
    // A program learns that it was made, and later that it was changed.
    const made = await at.visit('POST', `${base}/adjustments/new`, { json: { ...thing, adjustmentId: 'adj_another0123456789' } });
    const changed = await at.visit('POST', `${base}/adjustments/adj_another0123456789`, { json: { ...thing, state: 'asked' } });
    expect([made.status, changed.status]).toEqual([201, 200]);
    const { body } = await at.visit('GET', base);
    expect(body).toContain('A break &lt;b>');
    expect(await htmlProblems(body)).toEqual([]);
  });

  test('an old page does not overwrite what was changed since, and keeps what was entered', async () => {
    await at.visit('POST', `${base}/adjustments/new`, { fields: thing });
    const path = `${base}/adjustments/${thing.adjustmentId}`;
    const change = (what: string, version: string) => at.visit('POST', path, { fields: { ...thing, what, state: 'asked', version } });
    expect((await change('One', '1')).status).toBe(303);
    const late = await change('Two', '1');
    expect([late.status, late.body.includes('Two')]).toEqual([409, true]);
    expect((await at.board()).adjustments[0]?.what).toBe('One');
    const wrong = await at.visit('POST', path, { fields: { ...thing, what: 'One', state: 'nowhere' } });
    expect(wrong.status).toBe(422);
  });

  test('after everything is deleted nothing more is written', async () => {
    clock.set(daysAfterTheEnd(29).toISOString());
    for (const path of [`${base}/adjustments/new`, `${base}/budget`])
      expect((await at.visit('POST', path, { fields: thing })).status).toBe(410);
    expect((await at.board()).adjustments).toEqual([]);
  });
});
