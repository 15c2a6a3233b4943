import { beforeEach, expect, test } from 'vitest';
import { base, type Coordinator, coordinator, thing } from '../testing/coordinator.ts';
import { calledOff, hear, weeksBefore } from '../testing/one-event.ts';

let at: Coordinator;
beforeEach(async () => {
  at = await coordinator();
  await at.visit('POST', `${base}/adjustments/new`, { json: { ...thing, leadDays: 120, estimated: '320.50' } });
  await at.visit('POST', `${base}/budget`, { json: { budget: '250' } });
});

const data = async (path: string) => JSON.parse((await at.visit('GET', path, { headers: { accept: 'application/json' } })).body);

test('a program is told what the page shows: what is urgent, what was withdrawn, what it costs, how somebody wants to be answered', async () => {
  const { adjustments, attention, withdrawn, money, needs } = await data(base);
  expect(adjustments).toMatchObject([
    { adjustmentId: thing.adjustmentId, urgency: 'too-late', bookBy: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) },
  ]);
  expect(attention).toEqual([
    { kind: 'too-late', count: 1 },
    { kind: 'to-answer', count: 1 },
  ]);
  const costs = { budgetPence: 250_00, estimatedPence: 320_50, actualPence: 0, expectedPence: 320_50 };
  expect([withdrawn, money]).toEqual([0, { ...costs, funder: { fromPence: 0, toPence: 500_00 } }]);
  const wishes = { answerFormat: 'usual', answerPhone: expect.any(String), answerByMail: false };
  expect(needs).toMatchObject([wishes]);
  expect((await data(at.person)).said).toMatchObject(wishes);
  await at.asAda({ action: 'withdraw' });
  expect(await data(base)).toMatchObject({ withdrawn: 1, needs: [] });
});

test('of an event that was called off, only what the page shows then', async () => {
  await at.visit('POST', `${base}/adjustments/${thing.adjustmentId}`, { json: { ...thing, state: 'booked', estimated: '320.50' } });
  await at.asAda({ action: 'withdraw' });
  await hear(at.tables, calledOff(weeksBefore.toISOString()));
  const { adjustments, attention, withdrawn } = await data(base);
  expect([adjustments[0].bookBy, adjustments[0].urgency, attention, withdrawn]).toEqual([
    null,
    'fine',
    [{ kind: 'ring-off', count: 1 }],
    null,
  ]);
});
