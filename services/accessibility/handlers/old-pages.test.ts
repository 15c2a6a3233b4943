import { htmlProblems } from '@convener/ui/testing';
import { beforeEach, describe, expect, test } from 'vitest';
import { linked, told } from '../testing/arranged.ts';
import { base, type Coordinator, clock, coordinator, telling, thing } from '../testing/coordinator.ts';
import { facts } from '../testing/one-event.ts';
import { type Sent, visitorOf } from '../testing/visitor.ts';

/**
 * A form that comes back with a mistake is still the page of before: what somebody else has saved since then stays noticed, however often
 * the mistake is put right.
 */
let at: Coordinator;
beforeEach(async () => {
  at = await coordinator();
});

type Fields = Readonly<Record<string, string>>;
const adjustment = `${base}/adjustments/${thing.adjustmentId}`;
const supplier = { action: 'add', supplierId: `sup_${'a'.repeat(22)}`, name: 'Sample Interpreters', email: 'i@example.org' };

interface Form {
  readonly path: () => string;
  readonly field: string;
  /** What somebody saved while the page was open, as versions 1 and 2, or 1 alone. */
  readonly meanwhile: readonly Fields[];
  /** The version that the old page carries. */
  readonly seen: string;
  readonly mistake: Fields;
  readonly sound: Fields;
}

const forms: readonly (readonly [string, Form])[] = [
  [
    'the budget',
    {
      path: () => `${base}/budget`,
      field: 'version',
      meanwhile: [{ budget: '100' }],
      seen: '0',
      mistake: { budget: 'much' },
      sound: { budget: '300' },
    },
  ],
  [
    'the brief',
    {
      path: () => `${base}/brief`,
      field: 'version',
      meanwhile: [{ action: 'save', agenda: '10am' }],
      seen: '0',
      mistake: { action: 'save', agenda: 'x'.repeat(20_000) },
      sound: { action: 'save', agenda: '11am' },
    },
  ],
  [
    'something that is arranged',
    {
      path: () => adjustment,
      field: 'version',
      meanwhile: [{ ...thing, what: 'Another break' }],
      seen: '1',
      mistake: { ...thing, what: '' },
      sound: { ...thing, what: 'No break' },
    },
  ],
  [
    'what somebody is told',
    {
      path: () => at.person,
      field: 'tellingVersion',
      meanwhile: [{ ...telling, provided: 'Two breaks.', tellingVersion: '1' }],
      seen: '1',
      mistake: { ...telling, contact: '' },
      sound: { ...telling, provided: 'Three breaks.' },
    },
  ],
  [
    'what is asked',
    {
      path: () => `${base}/asking`,
      field: 'version',
      meanwhile: [{ kinds: 'breaks', version: '0' }],
      seen: '0',
      mistake: { kinds: 'breaks', introduction: 'x'.repeat(3000) },
      sound: { kinds: 'easy-read' },
    },
  ],
  [
    'a supplier',
    {
      path: () => '/organise/access/suppliers',
      field: 'version',
      meanwhile: [{ ...supplier, phone: '01632 960001', version: '1' }],
      seen: '1',
      mistake: { ...supplier, name: '' },
      sound: { ...supplier, name: 'Other Interpreters' },
    },
  ],
];

/** The last form is the one to write in. */
const hidden = (html: string, name: string) => [...html.matchAll(new RegExp(`name="${name}" value="([^"]*)"`, 'g'))].at(-1)?.[1];
const post = (path: string, fields: Fields) => at.visit('POST', path, { fields });

describe.each(forms)('the old page of %s', (_name, { path, field, meanwhile, seen, mistake, sound }) => {
  test('stays old though it was sent with a mistake', async () => {
    await post(`${base}/adjustments/new`, thing);
    await post('/organise/access/suppliers', supplier);
    await told(at.tables, 'reg_ada');
    await linked(at.tables, 'reg_ada', thing.adjustmentId);
    for (const fields of meanwhile) expect((await post(path(), fields)).status).toBe(303);
    const wrong = await post(path(), { ...mistake, [field]: seen });
    expect([wrong.status, await htmlProblems(wrong.body)]).toEqual([422, []]);
    const supplierId = hidden(wrong.body, 'supplierId');
    const again = { ...sound, [field]: hidden(wrong.body, field) ?? '', ...(sound.supplierId && supplierId ? { supplierId } : {}) };
    expect((await post(path(), again)).status).toBe(409);
  });
});

test('so does somebody’s own page', async () => {
  const visitor = await visitorOf(at.tables, () => clock.now(), { ofEvent: async () => new Map() });
  const ada = await visitor.attendee('reg_ada', facts.eventId);
  const send = (fields: NonNullable<Sent['fields']>) => visitor.visit('POST', '/my-place/access', { ...ada, fields });
  const consent = { consent: 'yes', consentVersion: '2' };
  expect((await send({ ...consent, kinds: ['breaks'], version: '1' })).status).toBe(303);
  const wrong = await send({ kinds: ['easy-read'], version: '1' });
  expect([wrong.status, hidden(wrong.body, 'version')]).toEqual([422, '1']);
  const late = await send({ ...consent, kinds: ['easy-read'], version: '1' });
  // Once they were told, the page is as new as what it told of.
  expect([late.status, hidden(late.body, 'version')]).toEqual([409, '2']);
});
