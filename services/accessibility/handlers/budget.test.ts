import { commit, toItem } from '@convener/dynamodb';
import { clockAt } from '@convener/testing';
import { htmlProblems } from '@convener/ui/testing';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Tables } from '../store/need-store.ts';
import { arrangePorts } from '../testing/arranged.ts';
import { facts, freshTables, hear, moved, published, weeksBefore } from '../testing/one-event.ts';
import { type Sent, type Twins, visitorOf } from '../testing/visitor.ts';

const path = `/organise/events/${facts.eventId}/access/budget`;
const clock = clockAt(weeksBefore.toISOString());

let tables: Tables;
beforeEach(async () => {
  tables = await freshTables();
  await hear(tables, published());
});

async function visit(method: 'GET' | 'POST', sent: Sent = {}, twins: Twins = {}) {
  const visitor = await visitorOf(tables, () => clock.now(), { ofEvent: async () => new Map() }, twins);
  return visitor.visit(method, path, { ...(await visitor.organiser(['access-coordinator'])), ...sent });
}
const post = (fields: NonNullable<Sent['fields']>, twins?: Twins) => visit('POST', { fields }, twins);
const held = async () => (await arrangePorts(tables).boards.ofEvent(facts.eventId)).budget;
const versionOn = (html: string) => /name="version" value="(\d+)"/.exec(html)?.[1];

/** Two coordinators saw the same budget and set it, one after the other. Is the first one's still there? */
async function firstChangeStands(twins: Twins = {}): Promise<boolean> {
  await post({ budget: '100', version: '0' });
  await post({ budget: '200', version: '1' }, twins);
  await post({ budget: '300', version: '1' }, twins);
  return (await held()).pence === 200_00;
}

describe('the budget', () => {
  test('that was changed since it was seen is not changed unseen', async () => {
    expect(await firstChangeStands()).toBe(true);
  });

  test('the claim notices a twin that writes over whatever is there', async () => {
    const careless: Twins = {
      arrange: (ports) => ({
        ...ports,
        adjustments: {
          ...ports.adjustments,
          loadBudget: async (eventId) => ({ ...(await ports.adjustments.loadBudget(eventId)), version: 1 }),
          saveBudget: async (event, budget) => ports.adjustments.saveBudget(event, { ...budget, version: (await held()).version + 1 }),
        },
      }),
    };
    expect(await firstChangeStands(careless)).toBe(false);
  });

  test('says so on a page that keeps what was entered and tells what is there, and takes it when it is sent again', async () => {
    await post({ budget: '1250.50', version: '0' });
    const late = await post({ budget: '300', version: '0' });
    expect([late.status, late.body.includes('value="300"'), await htmlProblems(late.body)]).toEqual([409, true, []]);
    expect(late.body).toContain('Somebody set the budget to £1,250.50 after you opened this page');
    expect(versionOn(late.body)).toBe('1');
    expect((await post({ budget: '300', version: '1' })).status).toBe(303);
    expect(await held()).toEqual({ pence: 300_00, version: 2 });
  });

  test('that was taken away meanwhile is told so too', async () => {
    await post({ budget: '100', version: '0' });
    await post({ budget: '', version: '1' });
    expect((await post({ budget: '300', version: '1' })).body).toContain('Somebody took the budget away');
  });

  test('set twice by one form is set once', async () => {
    for (const _again of [1, 2]) expect((await post({ budget: '100', version: '0' })).status).toBe(303);
    expect(await held()).toEqual({ pence: 100_00, version: 1 });
  });

  test('a mistake does not make an old page a new one', async () => {
    await post({ budget: '100', version: '0' });
    const wrong = await post({ budget: 'much', version: '0' });
    expect([wrong.status, versionOn(wrong.body)]).toEqual([422, '0']);
  });

  test('a program is told the version, is refused with an old one, and may leave it out', async () => {
    expect(JSON.parse((await visit('POST', { json: { budget: '100' } })).body)).toEqual({ budgetPence: 100_00, version: 1 });
    const refused = await visit('POST', { json: { budget: '200', version: 0 } });
    expect([refused.status, refused.headers['content-type']]).toEqual([409, 'application/problem+json']);
    expect(JSON.parse((await visit('GET', { headers: { accept: 'application/json' } })).body)).toEqual({ budgetPence: 100_00, version: 1 });
    expect((await visit('POST', { json: { budget: '200' } })).status).toBe(200);
    expect(await held()).toEqual({ pence: 200_00, version: 2 });
  });

  test('that was kept before versions is changed like the others', async () => {
    const item = { pk: `EVENT#${facts.eventId}`, sk: 'BUDGET', pence: 500_00, expiresAt: 4_900_000_000 };
    await commit(tables.needs, [{ kind: 'put', item: toItem(item) }]);
    expect(versionOn((await visit('GET')).body)).toBe('1');
    expect((await post({ budget: '600', version: '1' })).status).toBe(303);
    expect(await held()).toEqual({ pence: 600_00, version: 2 });
  });

  test('is set under the event as it is, though the event moves meanwhile', async () => {
    let first = true;
    const slow: Twins = {
      arrange: (ports) => ({
        ...ports,
        adjustments: {
          ...ports.adjustments,
          saveBudget: async (...given) => {
            if (first) await hear(tables, moved({ endsAt: '2124-11-20T13:00:00.000Z' }));
            first = false;
            return ports.adjustments.saveBudget(...given);
          },
        },
      }),
    };
    expect((await post({ budget: '100', version: '0' }, slow)).status).toBe(303);
    expect(await held()).toEqual({ pence: 100_00, version: 1 });
  });
});
