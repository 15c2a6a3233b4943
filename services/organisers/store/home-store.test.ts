import { exampleEventFacts } from '@convener/contracts';
import { withTable } from '@convener/testing';
import * as fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { organisers } from '../service.ts';
import type { Counted, HomeStore } from '../use-cases/ports.ts';
import { homeStore } from './home-store.ts';

let home: HomeStore;
let runs = 0;

beforeAll(async () => {
  home = homeStore(await withTable(organisers.tables.main));
});

interface Told {
  readonly subject: string;
  readonly as: Counted;
  readonly version: number;
}

/** What each of three registrations went through, in its order. */
const life: readonly Told[] = [
  { subject: 'reg_a', as: 'confirmed', version: 2 },
  { subject: 'reg_a', as: 'nothing', version: 3 },
  { subject: 'reg_b', as: 'waiting', version: 2 },
  { subject: 'reg_b', as: 'confirmed', version: 3 },
  { subject: 'reg_c', as: 'confirmed', version: 2 },
  { subject: 'reg_d', as: 'waiting', version: 2 },
  { subject: 'reg_d', as: 'offered', version: 3 },
  { subject: 'reg_f', as: 'waiting', version: 2 },
  { subject: 'reg_f', as: 'given', version: 3 },
  { subject: 'reg_g', as: 'given', version: 3 },
  { subject: 'reg_g', as: 'nothing', version: 4 },
  { subject: 'reg_e', as: 'waiting', version: 2 },
  { subject: 'reg_e', as: 'offered', version: 3 },
  { subject: 'reg_e', as: 'nothing', version: 4 },
];

const deliveries = fc.shuffledSubarray([...life, ...life, ...life], { minLength: 3 * life.length, maxLength: 3 * life.length });

test('whatever the order, and however often, the same figures', async () => {
  await fc.assert(
    fc.asyncProperty(deliveries, async (told) => {
      runs += 1;
      const eventId = `evt_${runs}`;
      await home.keepEvent({ ...exampleEventFacts, eventId }, false, 1);
      for (const { subject, as, version } of told) await home.count(eventId, subject, as, version);
      const event = (await home.events()).find((each) => each.eventId === eventId);
      expect(event).toMatchObject({ confirmed: 3, given: 1, waiting: 0, offered: 1 });
    }),
    { numRuns: 25 },
  );
});

test('is caught by this test: a twin that counts each delivery', () => {
  const twin = (told: readonly Told[]) => told.filter(({ as }) => as === 'confirmed').length;
  expect(twin([...life, ...life])).not.toBe(2);
});

test('deliveries at the same moment are all counted', async () => {
  await home.keepEvent({ ...exampleEventFacts, eventId: 'evt_busy' }, false, 1);
  await Promise.all(Array.from({ length: 20 }, (_, number) => home.count('evt_busy', `reg_${number}`, 'confirmed', 2)));
  expect((await home.events()).find((event) => event.eventId === 'evt_busy')).toMatchObject({ confirmed: 20 });
});

test('older facts of an event do not overwrite newer ones', async () => {
  await home.keepEvent({ ...exampleEventFacts, eventId: 'evt_facts', title: 'Newer' }, false, 5);
  await home.keepEvent({ ...exampleEventFacts, eventId: 'evt_facts', title: 'Older' }, true, 4);
  expect((await home.events()).find((event) => event.eventId === 'evt_facts')).toMatchObject({ title: 'Newer', cancelled: false });
});

test('a report counts as sent, whichever of publishing and sending is heard of first', async () => {
  for (const [eventId, reportId] of [
    ['evt_r1', 'rpt_1'],
    ['evt_r2', 'rpt_2'],
  ] as const) {
    await home.keepEvent({ ...exampleEventFacts, eventId }, false, 1);
    const published = () => home.keepReport({ eventId, reportId, report: 'published' }, 2);
    const sent = () => home.reportSent(reportId);
    for (const step of reportId === 'rpt_1' ? [published, sent] : [sent, published]) await step();
    expect((await home.events()).find((event) => event.eventId === eventId)).toMatchObject({ report: 'published', reportSent: true });
  }
});

test('of those whom no letter told, the newest telling of each kind of news counts, in any order', async () => {
  const tellings = [
    { news: 'changed', people: 3, at: '2026-03-01T09:00:00.000Z' },
    { news: 'changed', people: 2, at: '2026-03-05T09:00:00.000Z' },
    { news: 'joining-changed', people: 1, at: '2026-03-02T09:00:00.000Z' },
    { news: 'cancelled', people: 4, at: '2026-03-06T09:00:00.000Z' },
  ] as const;
  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray([...tellings, ...tellings], { minLength: 8, maxLength: 8 }), async (told) => {
      runs += 1;
      const eventId = `evt_untold_${runs}`;
      const [first, ...later] = told.map(
        ({ at, ...untold }) =>
          () =>
            home.keepUntold({ eventId, ...untold }, new Date(at)),
      );
      // News of an event may be heard of before the event.
      await first?.();
      await home.keepEvent({ ...exampleEventFacts, eventId }, false, 1);
      for (const tell of later) await tell();
      const event = (await home.events()).find((each) => each.eventId === eventId);
      expect(event?.untold).toEqual({ changed: 2, 'joining-changed': 1, cancelled: 4 });
    }),
    { numRuns: 10 },
  );
});
