import { htmlProblems } from '@convener/ui/testing';
import { beforeEach, describe, expect, test } from 'vitest';
import { base, type Coordinator, clock, coordinator, thing } from '../testing/coordinator.ts';
import { postOffice } from '../testing/letters.ts';
import { calledOff, daysAfterTheEnd, deletionPorts, everythingIn, hear, weeksBefore } from '../testing/one-event.ts';
import { deleteInTime } from '../use-cases/delete-in-time.ts';
import { sendLetters } from '../use-cases/send-letters.ts';

const path = `${base}/adjustments/${thing.adjustmentId}`;
const booked = { ...thing, kind: 'bsl-interpreter', what: 'Two interpreters', state: 'booked', estimated: '500' };
const supplier = { name: 'Sample Interpreters', email: 'i@example.org', phone: '01632 960002' };

let at: Coordinator;
/** Interpreters are booked for Ada, who was told, and the event is called off. */
beforeEach(async () => {
  at = await coordinator();
  const { supplierId } = JSON.parse((await at.visit('POST', '/organise/access/suppliers', { json: { ...supplier, kinds: [] } })).body);
  const people = [at.person.split('/').at(-1) ?? ''];
  await at.visit('POST', `${base}/adjustments/new`, { json: { ...booked, supplierId, people } });
  await at.visit('POST', at.person, { json: { action: 'tell', which: 'provided', provided: 'Marker-of-a-promise', contact: 'Sample' } });
  await hear(at.tables, calledOff(weeksBefore.toISOString()));
});

const sweep = () => deleteInTime(clock.now(), deletionPorts(at.tables));
const lying = async () => (await everythingIn(at.tables.needs)).map(({ sk }) => String(sk).replace(/#.*/, ''));

describe('an event that was called off', () => {
  test.each(['before', 'after'] as const)('says whom to ring off, and nothing of anybody, %s the sweep', async (when) => {
    if (when === 'after') await sweep();
    const { status, body } = await at.visit('GET', base);
    expect(status).toBe(200);
    for (const text of ['Called off: ring these off', 'Two interpreters', 'Sample Interpreters, 01632 960002', 'They know that it is off'])
      expect(body).toContain(text);
    for (const text of [
      'Sample Ada',
      'Questions the day before.',
      'Everything here is deleted by',
      'access/adjustments/new',
      'access/brief"',
    ])
      expect(body).not.toContain(text);
    expect(await htmlProblems(body)).toEqual([]);
    // Every address that the page leads to is there.
    const links = [...body.matchAll(/href="(\/organise\/events\/evt_one\/access[^"#]*)"/g)].map(([, link = '']) => link);
    const opened = await Promise.all([...new Set(links)].map(async (link) => [link, (await at.visit('GET', link)).status]));
    expect(opened.filter(([, answered]) => answered !== 200 && answered !== 403)).toEqual([]);
    expect((await at.visit('GET', path)).body).not.toContain('Sample Ada');
  });

  test('one press marks what is rung off, and a fee is entered weeks later; what it costs in the end is the fee', async () => {
    await sweep();
    const pressed = await at.visit('POST', path, { fields: { action: 'rung-off', version: '1' } });
    expect([pressed.status, pressed.headers.location]).toEqual([303, base]);
    expect((await at.visit('POST', path, { fields: { action: 'rung-off', version: '1' } })).status).toBe(303);
    const list = (await at.visit('GET', base)).body;
    expect([list.includes('They know that it is off'), list.includes('Rung off'), list.includes('nothing to ring off')]).toEqual([
      false,
      true,
      true,
    ]);
    clock.set(daysAfterTheEnd(20).toISOString());
    const fee = await at.visit('POST', path, { fields: { ...booked, state: 'rung-off', actual: '250', version: '2' } });
    expect(fee.status).toBe(303);
    expect((await at.visit('GET', `${base}/costs.csv`)).body).toMatch(/"500[^,]*","250/);
    clock.set(daysAfterTheEnd(29).toISOString());
    await sweep();
    expect((await everythingIn(at.tables.needs)).flatMap(({ pence }) => (pence === undefined ? [] : [pence]))).toEqual([250_00]);
  });

  test('an old page does not mark what was changed since', async () => {
    await at.visit('POST', path, { json: { ...booked, state: 'asked' } });
    const late = await at.visit('POST', path, { fields: { action: 'rung-off', version: '1' } });
    expect([late.status, (await at.board()).adjustments[0]?.state]).toEqual([409, 'asked']);
  });

  test('nothing new is arranged or briefed, and both say why', async () => {
    for (const rest of ['adjustments/new', 'brief']) {
      const shown = await at.visit('GET', `${base}/${rest}`);
      expect([shown.status, shown.body.includes('This event was called off')]).toEqual([410, true]);
    }
    const another = { ...thing, adjustmentId: 'adj_another0123456789' };
    expect((await at.visit('POST', `${base}/adjustments/new`, { fields: another })).status).toBe(410);
    expect((await at.board()).adjustments).toHaveLength(1);
  });

  test('the sweep takes what people said and were told at once, the rest with the 30 days; a receipt each time', async () => {
    const receipts = async () => (await everythingIn(at.tables.main)).filter(({ sk }) => String(sk).startsWith('DELETED#')).length;
    expect(await lying()).toEqual(expect.arrayContaining(['NEED', 'ARR', 'ADJ']));
    expect([await sweep(), await sweep(), await receipts()]).toEqual([1, 0, 1]);
    expect((await lying()).filter((each) => each !== 'SUPPLIER')).toEqual(['ADJ']);
    expect(JSON.stringify(await everythingIn(at.tables.needs))).not.toMatch(/reg_ada|Marker|Questions/);
    clock.set(daysAfterTheEnd(29).toISOString());
    expect([await sweep(), await sweep(), await receipts()]).toEqual([1, 0, 2]);
    expect((await lying()).filter((each) => each !== 'SUPPLIER')).toEqual([expect.stringContaining('20T')]);
    expect((await at.visit('GET', path)).status).toBe(410);
  });

  test('each owner of something asked or booked hears once, and of nothing', async () => {
    const office = postOffice(at.tables);
    for (const _again of [1, 2]) await sendLetters(clock.now(), office.ports);
    await sweep();
    await sendLetters(clock.now(), office.ports);
    expect(office.sent.map(({ to, subject }) => [to.address, subject])).toEqual([
      ['owner@example.org', 'Something in your access list needs you'],
    ]);
    expect(`${office.sent[0]?.text} ${office.sent[0]?.html}`).not.toMatch(/interpreter|Marker|reg_|adj_/i);
    expect(office.neutral).toEqual([]);
  });
});
