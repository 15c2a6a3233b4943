import { htmlProblems } from '@convener/ui/testing';
import { beforeEach, expect, test } from 'vitest';
import { base, type Coordinator, clock, coordinator, thing } from '../testing/coordinator.ts';
import { daysAfterTheEnd } from '../testing/one-event.ts';

const path = '/organise/access/suppliers';
const names = async () => {
  const { body } = await at.visit('GET', path, { headers: { accept: 'application/json' } });
  return JSON.parse(body).suppliers.map(({ name }: { readonly name: string }) => name);
};

let at: Coordinator;
let supplierId: string;
beforeEach(async () => {
  at = await coordinator();
  const made = await at.visit('POST', path, { json: { name: 'Sample Interpreters', email: 'i@example.org', kinds: [] } });
  ({ supplierId } = JSON.parse(made.body));
  await at.visit('POST', `${base}/adjustments/new`, { json: { ...thing, supplierId, state: 'booked' } });
});

test('who provides something is not removed before the page said what, and somebody is sure', async () => {
  const asked = await at.visit('POST', path, { fields: { action: 'remove', supplierId } });
  expect([asked.status, await htmlProblems(asked.body), await names()]).toEqual([200, [], ['Sample Interpreters']]);
  for (const text of ['Remove Sample Interpreters?', 'A break &lt;b>', thing.adjustmentId]) expect(asked.body).toContain(text);
  expect((await at.visit('POST', path, { json: { action: 'remove', supplierId } })).status).toBe(409);
  expect(await names()).toEqual(['Sample Interpreters']);
  expect((await at.visit('POST', path, { fields: { action: 'remove', supplierId, sure: 'yes' } })).status).toBe(303);
  expect(await names()).toEqual([]);
});

test('who provides nothing that is still kept goes at once', async () => {
  clock.set(daysAfterTheEnd(29).toISOString());
  expect((await at.visit('POST', path, { json: { action: 'remove', supplierId } })).status).toBe(200);
});
