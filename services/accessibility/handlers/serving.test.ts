import { beforeEach, describe, expect, test } from 'vitest';
import { requestForms } from '../api.ts';
import { handleOf } from '../testing/arranged.ts';
import { base, type Coordinator, coordinator, thing } from '../testing/coordinator.ts';
import { say } from '../testing/one-event.ts';

const path = `${base}/adjustments/${thing.adjustmentId}`;

let at: Coordinator;
let ada: string;
beforeEach(async () => {
  at = await coordinator();
  ada = at.person.split('/').at(-1) ?? '';
  await at.visit('POST', `${base}/adjustments/new`, { fields: thing });
});

const linkAda = () => at.visit('POST', at.person, { json: { action: 'link', adjustments: [thing.adjustmentId] } });
const serves = async () => JSON.parse((await at.visit('GET', path, { headers: { accept: 'application/json' } })).body).serves;
const hidden = (body: string, name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(body)?.[1] ?? '';

describe('whom a thing serves', () => {
  test('a program that does not say it leaves it as it is; one that says nobody means nobody', async () => {
    await linkAda();
    const changed = await at.visit('POST', path, { json: { ...thing, estimated: '20' } });
    expect([changed.status, JSON.parse(changed.body).serves, await serves()]).toEqual([200, [ada], [ada]]);
    await at.visit('POST', path, { json: { ...thing, people: [] } });
    expect(await serves()).toEqual([]);
    expect(Object.keys(requestForms.changeAdjustment.fields)).toContain('people');
    await linkAda();
    expect((await at.visit('POST', at.person, { json: { action: 'link' } })).status).toBe(400);
    expect(await serves()).toEqual([ada]);
  });

  test('a tab of before does not take it from somebody who was added meanwhile: it says so, and the next save keeps both', async () => {
    const tab = (await at.visit('GET', path)).body;
    const bo = await handleOf('reg_bo');
    await say(at.tables, 'reg_bo');
    await linkAda();
    const sent = { ...thing, version: '1', occasion: hidden(tab, 'occasion'), people: bo };
    const late = await at.visit('POST', path, { fields: { ...sent, served: hidden(tab, 'served') } });
    expect([late.status, late.body.includes('Somebody changed whom this serves'), await serves()]).toEqual([409, true, [ada]]);
    const ticked = [...late.body.matchAll(/name="people" value="([^"]+)"[^>]* checked/g)].map(([, handle = '']) => handle);
    expect(ticked.sort()).toEqual([ada, bo].sort());
    const again = await at.visit('POST', path, { fields: { ...sent, people: ticked, served: hidden(late.body, 'served') } });
    expect([again.status, (await serves()).sort()]).toEqual([303, [ada, bo].sort()]);
  });

  test('a page that ticks nobody any more takes it from them', async () => {
    await linkAda();
    const tab = (await at.visit('GET', path)).body;
    await at.visit('POST', path, { fields: { ...thing, version: '1', served: hidden(tab, 'served') } });
    expect(await serves()).toEqual([]);
  });

  test('a tab of before on somebody’s own page does not take from them what was added meanwhile', async () => {
    const tab = (await at.visit('GET', at.person)).body;
    await linkAda();
    const late = await at.visit('POST', at.person, { fields: { action: 'link', linked: hidden(tab, 'linked') } });
    expect([late.status, await serves()]).toEqual([409, [ada]]);
    const fresh = (await at.visit('GET', at.person)).body;
    expect((await at.visit('POST', at.person, { fields: { action: 'link', linked: hidden(fresh, 'linked') } })).status).toBe(303);
    expect(await serves()).toEqual([]);
  });
});
