import type { NetworkSettings } from '@convener/http';
import { htmlProblems } from '@convener/ui/testing';
import { expect, test } from 'vitest';
import type { Adjustment } from '../domain/adjustment.ts';
import { type Arrangement, personState } from '../domain/arrangement.ts';
import type { EventOutline } from '../domain/event.ts';
import { currentConsent, type Need, usualReply } from '../domain/need.ts';
import { occasionOf } from '../domain/occasion.ts';
import { lookedAt } from '../testing/looked-at.ts';
import { keptOf } from './access-form.ts';
import { accessPage } from './access-page.tsx';
import { adjustmentPage } from './adjustment-page.tsx';
import { keptAdjustment } from './arranging-forms.ts';
import { listPage } from './list-page.tsx';
import { personPage } from './person-page.tsx';

/** What is shown once something that was arranged or told is not so any more: called off, moved, fallen through. */
const network: NetworkSettings = { name: 'Made-up Network', timeZone: 'Europe/London', contact: '' };
const now = new Date('2124-11-01T09:00:00.000Z');
const before: EventOutline = {
  eventId: 'evt_one',
  slug: 'one',
  title: 'A made-up event',
  startsAt: '2124-11-20T10:00:00.000Z',
  endsAt: '2124-11-20T12:30:00.000Z',
  timeZone: 'Europe/London',
  mode: 'in-person',
  place: '1 Sample Street, Exampletown',
  provisions: [],
  calledOffAt: undefined,
  version: 2,
};
const moved: EventOutline = {
  ...before,
  startsAt: '2124-12-20T19:00:00.000Z',
  endsAt: '2124-12-20T21:00:00.000Z',
  mode: 'online',
  place: '',
};
const calledOff: EventOutline = { ...before, calledOffAt: now.toISOString() };
const long = 'Averyverylongwordwithoutanyspace'.repeat(6);

const booked: Adjustment = {
  adjustmentId: 'adj_one',
  eventId: 'evt_one',
  kind: 'bsl-interpreter',
  what: `Two interpreters ${long}`,
  owner: { name: 'Sample Owner', email: 'owner@example.org' },
  supplierId: 'sup_one',
  forEverybody: false,
  leadDays: 30,
  estimatedPence: 500_00,
  actualPence: undefined,
  state: 'booked',
  heldFor: occasionOf(before),
  changedAt: now.toISOString(),
  version: 1,
};
const another: Adjustment = { ...booked, adjustmentId: 'adj_two', what: 'A captioner', supplierId: undefined, state: 'asked' };
const gone: Adjustment = { ...booked, state: 'cannot' };
const supplier = {
  supplierId: 'sup_one',
  name: `Sample Interpreters ${long}`,
  email: 'i@example.org',
  phone: '01632 960002',
  kinds: [],
  usedAt: now.toISOString(),
  version: 1,
};
const need: Need = {
  eventId: 'evt_one',
  registrationId: 'reg_one',
  ...usualReply,
  answer: { kinds: ['bsl-interpreter'], ownWords: '', talkFirst: undefined },
  consent: { ...currentConsent, at: now.toISOString() },
  changedAt: now.toISOString(),
  version: 1,
};
const arrangement: Arrangement = {
  eventId: 'evt_one',
  registrationId: 'reg_one',
  adjustmentIds: ['adj_one'],
  telling: {
    provided: 'We have two interpreters.',
    cannot: undefined,
    contact: 'Sample Coordinator, 01632 960000',
    at: now.toISOString(),
    version: 1,
    needVersion: 1,
    occasion: occasionOf(before),
    relied: [{ adjustmentId: 'adj_one', state: 'booked' }],
    delivery: 'notice',
    delivered: 'done',
    letterId: 'let_one',
  },
  reply: { kind: 'works', at: now.toISOString(), to: 1 },
  version: 1,
};

function arranging(event: EventOutline, adjustments: readonly Adjustment[]) {
  const person = { need, arrangement, handle: 'per_one', state: personState(need, arrangement, { event, adjustments }) };
  const people = event.calledOffAt ? [] : [person];
  return { adjustments, people, budgetPence: 600_00, withdrawn: 0, nameOf: () => 'Sample Ada' };
}

function list(event: EventOutline, adjustments: readonly Adjustment[]): string {
  const needs = event.calledOffAt ? [] : [{ ...need, name: 'Sample Ada' }];
  const shown = { event, needs, names: 'known', reads: [] } as const;
  return listPage({ network, list: shown, reader: 'org_reader', arranging: arranging(event, adjustments), suppliers: [supplier], now });
}

const person = (event: EventOutline, adjustments: readonly Adjustment[]) =>
  personPage({ network, event, need, name: 'Sample Ada', handle: 'per_one', arrangement, adjustments, now });
const thing = (event: EventOutline) =>
  adjustmentPage({
    network,
    event,
    adjustment: booked,
    adjustmentId: 'adj_one',
    arranging: arranging(event, [booked]),
    suppliers: [supplier],
    serves: ['per_one'],
    served: ['per_one'],
    state: { kept: keptAdjustment(booked) },
  });
const mine = (holding: 'moved' | 'fallen-through', of = need) =>
  accessPage({ network, event: moved, need: of, now, told: { arrangement, holding }, state: { kept: keptOf(of) } });

const states: readonly (readonly [string, string])[] = [
  ['called off, with what is to be rung off', list(calledOff, [booked, another])],
  ['called off, all rung off', list(calledOff, [{ ...booked, state: 'rung-off', actualPence: 250_00 }])],
  ['called off, nothing was arranged', list(calledOff, [])],
  ['one thing of an event that was called off', thing(calledOff)],
  ['moved, with what is to be checked and who is to be told', list(moved, [booked, another])],
  ['one thing that was for the earlier time', thing(moved)],
  ['somebody who was told of the earlier time', person(moved, [booked])],
  ['a promise that fell through', list(before, [gone, another])],
  ['somebody who was told what no longer holds', person(before, [gone])],
  ['our answer, which was for the earlier time', mine('moved')],
  ['our answer, which fell through, in large print', mine('fallen-through', { ...need, answerFormat: 'large-print' })],
];

test.each(states)('valid HTML: %s', async (_name, html) => expect(await htmlProblems(html)).toEqual([]));

lookedAt(states);
