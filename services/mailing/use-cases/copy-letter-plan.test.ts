import { withTable } from '@convener/testing';
import { beforeEach, expect, test } from 'vitest';
import { mailing } from '../service.ts';
import { planStore } from '../store/plan-store.ts';
import type { PlanStore } from './around-ports.ts';
import { changeLetterPlan } from './change-letter-plan.ts';
import { copyLetterPlan } from './copy-letter-plan.ts';

const now = new Date('2026-02-01T12:00:00Z');
const actor = { kind: 'organiser', id: 'org_sample' } as const;
const cloned = { eventId: 'evt_new', fromEventId: 'evt_old', copies: ['letter-texts'] };
const context = { actor, now };

let plans: PlanStore;
const write = (eventId: string, body: string) => {
  const command = { kind: 'set-text', letter: 'reminder', text: { subject: 'Soon', body } } as const;
  return changeLetterPlan({ eventId, command, ...context }, { plans });
};
beforeEach(async () => {
  plans = planStore(await withTable(mailing.tables.main));
  await write('evt_old', 'Come early.');
  const timing = { on: false, amount: 1, unit: 'days' } as const;
  await changeLetterPlan({ eventId: 'evt_old', command: { kind: 'set-timing', letter: 'thanks', timing }, ...context }, { plans });
});

test('a new event has the words and the times of the earlier one', async () => {
  await copyLetterPlan(cloned, context, { plans });
  const [from, own] = [await plans.find('evt_old'), await plans.find('evt_new')];
  expect(own?.plan).toEqual({ ...from?.plan, eventId: 'evt_new' });
  expect(own?.plan.texts.reminder?.body).toBe('Come early.');
  expect(own?.carried).toMatchObject([{ type: 'mailing.letter-changed.v1', data: { eventId: 'evt_new', change: 'copied' } }]);
  expect(JSON.stringify(own?.carried)).not.toContain('Come early.');
});

test('told again, or after somebody has written something, it changes nothing', async () => {
  await copyLetterPlan(cloned, context, { plans });
  await write('evt_new', 'Our own words.');
  const before = await plans.find('evt_new');
  for (let telling = 1; telling <= 4; telling += 1) await copyLetterPlan(cloned, context, { plans });
  expect(await plans.find('evt_new')).toEqual(before);
});

test('is caught by that test: a twin that writes whenever it is told', async () => {
  const twin = () => write('evt_new', 'Come early.');
  await write('evt_new', 'Our own words.');
  const before = await plans.find('evt_new');
  await twin();
  expect(await plans.find('evt_new')).not.toEqual(before);
});

test('what was not ticked, or never chosen, is not there', async () => {
  await copyLetterPlan({ ...cloned, copies: [] }, context, { plans });
  await copyLetterPlan({ ...cloned, fromEventId: 'evt_none' }, context, { plans });
  expect(await plans.find('evt_new')).toBeUndefined();
});
