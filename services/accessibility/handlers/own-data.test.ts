import { CallFailed } from '@convener/events';
import { type HttpSettings, httpFunction } from '@convener/http';
import type { Parameters } from '@convener/signing';
import { attendeeCookie, environmentOf, visiting } from '@convener/testing/visitor';
import { expect, test } from 'vitest';
import { dataDependencies } from '../dependencies.ts';
import { accessibility } from '../service.ts';
import type { Tables } from '../store/need-store.ts';
import { facts, freshTables, hear, published, registration, say, weeksBefore } from '../testing/one-event.ts';
import { heldIn } from '../use-cases/own-data.ts';
import * as data from './data-handlers.ts';

const held = { registration: { name: 'Ada', email: 'ada@example.org' } };
const letters = { letters: [{ template: 'registration.confirmed', state: 'sent', queuedAt: weeksBefore.toISOString() }] };

type Others = NonNullable<globalThis.Parameters<typeof dataDependencies>[2]>;

const answering: Others = {
  registration: async (id) => (id === 'reg_gone' ? {} : held),
  letters: async () => letters,
};

async function visitorOf(tables: Tables, others: Others = answering) {
  const visit = await visiting(accessibility, {
    data: httpFunction({
      service: accessibility,
      lambda: 'data',
      environment: environmentOf(accessibility),
      clock: () => weeksBefore,
      handlers: data,
      dependencies: (surroundings: { readonly settings: HttpSettings; readonly parameters: Parameters }) =>
        dataDependencies(surroundings, tables.needs, others),
    }),
  });
  return async (registrationId?: string) =>
    visit('GET', '/my-place/everything.json', registrationId ? await attendeeCookie(registrationId, facts.eventId, weeksBefore) : {});
}

async function tablesWithAda(): Promise<Tables> {
  const tables = await freshTables();
  await hear(tables, published(), registration('reg_ada', 'requested', 1), registration('reg_bea', 'requested', 1));
  await say(tables, 'reg_ada');
  return tables;
}

test('the file holds what every service holds, and only of whoever asks', async () => {
  const visit = await visitorOf(await tablesWithAda());
  const mine = await visit('reg_ada');
  expect([mine.status, mine.headers['content-disposition'], mine.headers['cache-control']]).toEqual([
    200,
    'attachment; filename="what-we-hold-of-you.json"',
    'no-store',
  ]);
  const file = JSON.parse(mine.body);
  expect(file).toMatchObject({ ...held, ...letters, madeAt: weeksBefore.toISOString() });
  expect(file.whatWouldHelp).toHaveLength(1);
  const theirs = JSON.parse((await visit('reg_bea')).body);
  expect(theirs.whatWouldHelp).toBeUndefined();
});

test('whoever said something and whoever did not get the same answer in everything but the file', async () => {
  const visit = await visitorOf(await tablesWithAda());
  const [spoke, silent] = [await visit('reg_ada'), await visit('reg_bea')];
  expect({ ...spoke, body: '' }).toEqual({ ...silent, body: '' });
});

test('without a session, or once all is deleted, there is nothing to take away', async () => {
  const visit = await visitorOf(await tablesWithAda());
  for (const answered of [await visit(), await visit('reg_gone')]) {
    expect(answered.status).toBe(401);
    expect(answered.body).toContain('/registrations/resend');
  }
});

test('half a file is never given: where one service cannot answer, none of it is', async () => {
  const tables = await tablesWithAda();
  const down = async () => Promise.reject(new CallFailed('Down.'));
  for (const others of [
    { ...answering, letters: down },
    { ...answering, registration: down },
  ]) {
    const answered = await (await visitorOf(tables, others))('reg_ada');
    expect(answered.status).toBe(503);
    expect(answered.body).toContain('half a file would mislead you');
    expect(answered.body).not.toContain('Questions the day before');
  }
});

test('this test is able to fail: a twin that leaves out who is down gives half a file', async () => {
  const forgiving = { ...answering, letters: async () => Promise.reject(new CallFailed('Down.')).catch(() => ({})) };
  const file = JSON.parse((await (await visitorOf(await tablesWithAda(), forgiving))('reg_ada')).body);
  expect(file.letters).toBeUndefined();
});

test('an answer that erased is no file', () => {
  expect(heldIn({ kind: 'erased', service: 'mailing', items: 2 })).toEqual({});
});
