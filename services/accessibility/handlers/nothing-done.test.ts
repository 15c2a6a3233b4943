import { htmlProblems } from '@convener/ui/testing';
import { beforeEach, describe, expect, test } from 'vitest';
import { base, type Coordinator, coordinator, telling, thing } from '../testing/coordinator.ts';

let at: Coordinator;
beforeEach(async () => {
  at = await coordinator();
});

/** The status, and which fields are to be put right. */
async function sent(path: string, json: object) {
  const { status, body } = await at.visit('POST', path, { json });
  const problem: { readonly errors?: readonly { readonly field: string }[] } = JSON.parse(body);
  return [status, ...(problem.errors ?? []).map(({ field }) => field)];
}

describe('where nothing is done, nobody hears that it was', () => {
  test('rung: neither without saying which answer, nor where nobody was told, nor of another answer; twice is once', async () => {
    expect(await sent(at.person, { action: 'rung' })).toEqual([422, 'tellingVersion']);
    expect(await sent(at.person, { action: 'rung', tellingVersion: 1 })).toEqual([409]);
    await at.visit('POST', at.person, { fields: telling });
    expect(await sent(at.person, { action: 'rung', tellingVersion: 2 })).toEqual([409]);
    for (const _again of [1, 2]) expect(await sent(at.person, { action: 'rung', tellingVersion: 1 })).toEqual([200]);
    expect((await at.board()).arrangements[0]?.telling).toMatchObject({ delivered: 'done' });
  });

  test('what is not arranged for the event serves nobody, and what does stays', async () => {
    await at.visit('POST', `${base}/adjustments/new`, { fields: thing });
    expect(await sent(at.person, { action: 'link', adjustments: [thing.adjustmentId] })).toEqual([200]);
    for (const adjustments of [['adj_unknown'], [thing.adjustmentId, 'adj_unknown'], 7])
      expect(await sent(at.person, { action: 'link', adjustments })).toEqual([422, 'adjustments']);
    const page = await at.visit('POST', at.person, { fields: { action: 'link', adjustments: 'adj_unknown' } });
    expect([page.status, page.body.includes('Choose from what is arranged'), await htmlProblems(page.body)]).toEqual([422, true, []]);
    expect((await at.board()).arrangements[0]?.adjustmentIds).toEqual([thing.adjustmentId]);
  });
});
