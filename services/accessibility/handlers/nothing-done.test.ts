import { htmlProblems } from '@convener/ui/testing';
import { beforeEach, describe, expect, test } from 'vitest';
import { base, type Coordinator, clock, coordinator, telling, thing } from '../testing/coordinator.ts';
import { daysAfterTheEnd } from '../testing/one-event.ts';

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

  test('a thing is for those who told something, and by somebody of the list; what is wrong makes nothing', async () => {
    expect(await sent(`${base}/adjustments/new`, { ...thing, people: ['per_nobody'] })).toEqual([422, 'people']);
    expect(await sent(`${base}/adjustments/new`, { ...thing, supplierId: 'sup_unknown' })).toEqual([422, 'supplierId']);
    const page = await at.visit('POST', `${base}/adjustments/new`, { fields: { ...thing, people: 'per_nobody', what: 'As entered' } });
    expect([page.status, page.body.includes('As entered'), await htmlProblems(page.body)]).toEqual([422, true, []]);
    expect((await at.board()).adjustments).toEqual([]);
  });

  test('a supplier who left the list stays with what they were booked for', async () => {
    const supplier = { name: 'Sample Interpreters', email: 'interpreters@example.org', kinds: [] };
    const { supplierId } = JSON.parse((await at.visit('POST', '/organise/access/suppliers', { json: supplier })).body);
    const path = `${base}/adjustments/${thing.adjustmentId}`;
    expect(await sent(`${base}/adjustments/new`, { ...thing, supplierId })).toEqual([201]);
    expect(await sent('/organise/access/suppliers', { action: 'remove', supplierId, sure: 'yes' })).toEqual([200]);
    expect(await sent(path, { ...thing, supplierId, estimated: '20' })).toEqual([200]);
    expect(await sent(path, { ...thing, supplierId: 'sup_other', estimated: '20' })).toEqual([422, 'supplierId']);
  });

  test('after the event nobody is served anew, and the answer does not say so', async () => {
    await at.visit('POST', `${base}/adjustments/new`, { fields: thing });
    clock.set(daysAfterTheEnd(2).toISOString());
    const people = [at.person.split('/').at(-1) ?? ''];
    const { body } = await at.visit('POST', `${base}/adjustments/${thing.adjustmentId}`, { json: { ...thing, people } });
    expect(JSON.parse(body)).toMatchObject({ adjustmentId: thing.adjustmentId, serves: [] });
  });

  test('back, corrected and sent again: the page says that it was saved before, keeps what was entered, and takes it the next time', async () => {
    const ada = at.person.split('/').at(-1) ?? '';
    const path = `${base}/adjustments/new`;
    const first = { ...thing, version: '0', served: 'shown', people: ada };
    await at.visit('POST', path, { fields: first });
    expect((await at.visit('POST', path, { fields: first })).status).toBe(303);
    const { people: _nobody, ...unticked } = first;
    for (const corrected of [{ ...first, what: 'Two breaks' }, unticked]) {
      const again = await at.visit('POST', path, { fields: corrected });
      const kept = [again.body.includes(corrected.what.replace('<', '&lt;')), again.body.includes('This was saved before')];
      expect([again.status, ...kept, await htmlProblems(again.body)]).toEqual([409, true, true, []]);
    }
    expect((await at.board()).adjustments.map(({ what }) => what)).toEqual([thing.what]);
    const shown = (await at.visit('POST', path, { fields: { ...unticked, what: 'Two breaks' } })).body;
    const hidden = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(shown)?.[1] ?? '';
    const next = { ...unticked, what: 'Two breaks', version: hidden('version'), served: hidden('served') };
    expect((await at.visit('POST', path, { fields: next })).status).toBe(303);
    const { adjustments, arrangements } = await at.board();
    expect([adjustments.map(({ what }) => what), arrangements.map(({ adjustmentIds }) => adjustmentIds)]).toEqual([['Two breaks'], [[]]]);
    expect(await sent(path, { ...thing, what: 'Three breaks' })).toEqual([409]);
  });
});
