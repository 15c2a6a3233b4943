import { commit, toItem } from '@convener/dynamodb';
import { clockAt } from '@convener/testing';
import { htmlProblems } from '@convener/ui/testing';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Tables } from '../store/need-store.ts';
import { arrangePorts } from '../testing/arranged.ts';
import { freshTables, weeksBefore } from '../testing/one-event.ts';
import { type Sent, type Twins, visitorOf } from '../testing/visitor.ts';
import { putOffEnd } from '../use-cases/keep-supplier.ts';

const path = '/organise/access/suppliers';
const supplierId = `sup_${'a'.repeat(22)}`;
const sample = { action: 'add', supplierId, name: 'Sample Interpreters', email: 'interpreters@example.org', phone: '', kinds: [] };
const clock = clockAt(weeksBefore.toISOString());

let tables: Tables;
beforeEach(async () => {
  tables = await freshTables();
});

async function send(sent: Sent, twins: Twins = {}) {
  const visitor = await visitorOf(tables, () => clock.now(), { ofEvent: async () => new Map() }, twins);
  return visitor.visit('POST', path, { ...(await visitor.organiser(['access-coordinator'])), ...sent });
}
async function look(at: string) {
  const visitor = await visitorOf(tables, () => clock.now(), { ofEvent: async () => new Map() });
  return visitor.visit('GET', at, await visitor.organiser(['access-coordinator']));
}
const held = () => arrangePorts(tables).suppliers.load(supplierId);

/** Two coordinators saw the same and change it, one after the other. Is the first change still there? */
async function firstChangeStands(twins: Twins = {}): Promise<boolean> {
  await send({ json: sample });
  await send({ json: { ...sample, version: 1, phone: '01632 960001' } }, twins);
  await send({ json: { ...sample, version: 1, name: 'Other Interpreters' } }, twins);
  return (await held())?.phone === '01632 960001';
}

describe('a supplier', () => {
  test('sent twice is added once', async () => {
    expect([(await send({ fields: sample })).status, (await send({ fields: sample })).status]).toEqual([303, 303]);
    expect(await held()).toMatchObject({ name: 'Sample Interpreters', version: 1 });
  });

  test('that was changed since it was seen is not changed unseen', async () => {
    expect(await firstChangeStands()).toBe(true);
  });

  test('the claim notices a twin that writes over whatever is there', async () => {
    const careless: Twins = {
      arrange: (ports) => ({
        ...ports,
        suppliers: {
          ...ports.suppliers,
          load: async (id) => {
            const found = await ports.suppliers.load(id);
            return found && { ...found, version: 1 };
          },
          keep: async (supplier) => {
            const found = await ports.suppliers.load(supplierId);
            return ports.suppliers.keep(supplier, found?.version ?? 0);
          },
        },
      }),
    };
    expect(await firstChangeStands(careless)).toBe(false);
  });

  test('says so on a page that keeps what was entered, and takes it when it is sent again', async () => {
    await send({ fields: sample });
    const late = await send({ fields: { ...sample, name: 'Sample of a late page' } });
    expect([late.status, late.body.includes('Sample of a late page'), await htmlProblems(late.body)]).toEqual([409, true, []]);
    expect(await held()).toMatchObject({ name: 'Sample Interpreters' });
    const version = /name="version" value="(\d+)"/.exec(late.body)?.[1] ?? '';
    expect((await send({ fields: { ...sample, name: 'Sample of a late page', version } })).status).toBe(303);
    expect(await held()).toMatchObject({ name: 'Sample of a late page', version: 2 });
    const program = await send({ json: { ...sample, name: 'Another' } });
    expect(program.status).toBe(409);
  });

  test('that was kept before versions is changed like the others', async () => {
    const { action: _button, ...words } = sample;
    const item = { pk: 'NETWORK', sk: `SUPPLIER#${supplierId}`, ...words, usedAt: weeksBefore.toISOString() };
    await commit(tables.needs, [{ kind: 'put', item: toItem(item) }]);
    expect((await send({ json: { ...sample, version: 1, phone: '01632 960001' } })).status).toBe(200);
    expect(await held()).toMatchObject({ phone: '01632 960001', version: 2 });
  });

  test('that was removed meanwhile does not come back by being booked; one that was changed meanwhile stays changed', async () => {
    await send({ json: sample });
    const { suppliers } = arrangePorts(tables);
    const late = { ...suppliers, load: async () => ({ ...sample, kinds: [], usedAt: '', version: 1 }) };
    await send({ json: { ...sample, version: 1, name: 'Renamed' } });
    await putOffEnd(supplierId, clock.now(), late);
    expect(await held()).toMatchObject({ name: 'Renamed' });
    await send({ fields: { action: 'remove', supplierId } });
    for (const ports of [late, suppliers]) await putOffEnd(supplierId, clock.now(), ports);
    expect(await held()).toBeUndefined();
  });

  test('is changed on the page: what is there stands in the form, and an old tab does not write over it', async () => {
    await send({ json: { ...sample, kinds: ['bsl-interpreter'], phone: '01632 960001' } });
    const page = await look(`${path}?change=${supplierId}`);
    const { body } = page;
    expect(await htmlProblems(body)).toEqual([]);
    for (const shown of ['Change Sample Interpreters', 'value="01632 960001"', 'value="bsl-interpreter" checked', `value="${supplierId}"`])
      expect(body).toContain(shown);
    const fields = {
      ...sample,
      kinds: ['bsl-interpreter'],
      phone: '01632 960009',
      version: /name="version" value="(\d+)"/.exec(body)?.[1] ?? '',
    };
    const mistaken = await send({ fields: { ...fields, email: 'nowhere' } });
    expect([mistaken.status, mistaken.body.includes('Change Sample Interpreters')]).toEqual([422, true]);
    expect((await send({ fields })).status).toBe(303);
    expect(await held()).toMatchObject({ phone: '01632 960009', kinds: ['bsl-interpreter'], version: 2 });
    expect((await send({ fields: { ...fields, phone: '' } })).status).toBe(409);
    expect((await look(`${path}?change=sup_unknown`)).body).toContain('Add a supplier');
  });

  test('that is not in the list is not removed: a program hears so, and a button that is pressed twice has done what it says', async () => {
    const remove = { action: 'remove', supplierId };
    expect((await send({ json: remove })).status).toBe(404);
    expect((await send({ json: { action: 'remove' } })).status).toBe(422);
    await send({ json: sample });
    expect([(await send({ fields: remove })).status, (await send({ fields: remove })).status]).toEqual([303, 303]);
    expect([await held(), (await send({ json: remove })).status]).toEqual([undefined, 404]);
  });
});
