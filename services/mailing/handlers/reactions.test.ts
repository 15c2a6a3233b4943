import { exampleEventFacts } from '@convener/contracts';
import { type DomainEventType, domainEvents } from '@convener/contracts/domain-events';
import { getItems } from '@convener/dynamodb';
import { consumerFunction } from '@convener/events';
import { seededRandom, type TestTable } from '@convener/testing';
import type { SQSEvent } from 'aws-lambda';
import { describe, expect, test } from 'vitest';
import { mailing } from '../service.ts';
import { letterKey } from '../store/keys.ts';
import { readLetter } from '../store/letter-item.ts';
import { anEvent, directoryTwin, emptyTable, handClock, sendPorts, sesTwin, storesOn } from '../testing/send-ports.ts';
import { hearOfLetter } from '../use-cases/hear-of-letter.ts';
import { idFrom } from '../use-cases/letter-id.ts';
import { sendRun } from '../use-cases/send-run.ts';
import { reactions } from './reactions.ts';

type Told = {
  readonly type: string;
  readonly version: number;
  readonly aggregateId: string;
  readonly data: unknown;
  readonly minute: number;
};

function message({ type, version, aggregateId, data, minute }: Told, id = `${aggregateId}:${version}:${type}`): string {
  const at = new Date(Date.parse('2026-03-02T09:00:00.000Z') + minute * 60_000).toISOString();
  const detail = { id, type, at, aggregate: { id: aggregateId, version }, actor: { kind: 'system' }, data };
  return JSON.stringify({ 'detail-type': type, source: 'convener.test', detail });
}

function batch(bodies: readonly string[]): SQSEvent {
  const record = (body: string, at: number) => ({ messageId: `m${at}`, body }) as SQSEvent['Records'][number];
  return { Records: bodies.map(record) };
}

function consumerOn(table: TestTable) {
  return consumerFunction({ service: mailing, reactions, onMailEvent: hearOfLetter, dependencies: () => storesOn(table) });
}

const facts = { ...exampleEventFacts, eventId: 'evt_1', title: 'A gathering' };
const place = { registrationId: 'reg_0', eventId: 'evt_1' };

/** A life of one event, one registration and one report. */
const history: readonly Told[] = [
  { type: 'event.published.v1', version: 2, aggregateId: 'evt_1', data: { event: { ...facts, title: 'First title' } }, minute: 0 },
  { type: 'registration.requested.v1', version: 1, aggregateId: 'reg_0', data: place, minute: 1 },
  { type: 'registration.waitlisted.v1', version: 2, aggregateId: 'reg_0', data: place, minute: 2 },
  { type: 'event.changed.v1', version: 3, aggregateId: 'evt_1', data: { event: facts, changed: ['title'] }, minute: 3 },
  { type: 'registration.erased.v1', version: 3, aggregateId: 'reg_0', data: place, minute: 4 },
  { type: 'registration.requested.v1', version: 4, aggregateId: 'reg_0', data: place, minute: 5 },
  { type: 'registration.confirmed.v1', version: 5, aggregateId: 'reg_0', data: place, minute: 6 },
  { type: 'registration.joining-opened.v1', version: 9, aggregateId: 'evt_1', data: { eventId: 'evt_1' }, minute: 7 },
  { type: 'event.joining-changed.v1', version: 4, aggregateId: 'evt_1', data: { eventId: 'evt_1' }, minute: 7 },
  { type: 'registration.joining-opened.v1', version: 10, aggregateId: 'evt_1', data: { eventId: 'evt_1' }, minute: 8 },
  { type: 'event.joining-changed.v1', version: 5, aggregateId: 'evt_1', data: { eventId: 'evt_1' }, minute: 9 },
  {
    type: 'registration.offered.v1',
    version: 6,
    aggregateId: 'reg_0',
    data: { ...place, until: '2026-03-03T09:00:00.000Z' },
    minute: 10,
  },
  { type: 'registration.offer-ended.v1', version: 7, aggregateId: 'reg_0', data: { ...place, how: 'lapsed' }, minute: 11 },
  {
    type: 'report.published.v1',
    version: 7,
    aggregateId: 'rpt_1',
    data: { reportId: 'rpt_1', eventId: 'evt_1', slug: 'a', title: 'Report', edition: 1, publishedAt: '2026-06-01T09:00:00.000Z' },
    minute: 8,
  },
];
const letterIds = history.map(({ aggregateId, version, type }) => idFrom('let', 'domain-event', `${aggregateId}:${version}:${type}`));

/** Everything of the service that a history can change, in a comparable form. */
async function stateOf(table: TestTable) {
  const stores = storesOn(table);
  const letters = (await getItems(table, letterIds.map(letterKey)))
    .map(readLetter)
    .map(({ id, template, state, recipient }) => ({ id, template, state, recipient }));
  return {
    letters: letters.sort((a, b) => a.id.localeCompare(b.id)),
    event: await stores.facts.event('evt_1'),
    report: await stores.facts.report('evt_1'),
    mailings: await stores.mailings.ofEvent('evt_1'),
    told: await stores.facts.told('evt_1'),
    joining: await stores.facts.joining('evt_1'),
    toLookAt: (await stores.around.due(new Date('2030-01-01T00:00:00Z'), 5)).map(({ eventId }) => eventId),
  };
}

describe('domain events seen 1 to 5 times, in any order', () => {
  test('leave the same letters, facts and mailings', async () => {
    const expected = await (async () => {
      const table = await emptyTable();
      await consumerOn(table)(batch(history.map((told) => message(told))));
      return stateOf(table);
    })();
    expect(expected.letters.map(({ template }) => template).sort()).toEqual([
      'registration.confirmed',
      'registration.offer-lapsed',
      'registration.offered',
      'registration.requested',
    ]);
    const random = seededRandom(9);
    for (let round = 0; round < 40; round += 1) {
      const table = await emptyTable();
      const repeated = history.flatMap((told) => Array<Told>(1 + random.integer(5)).fill(told));
      const answer = await consumerOn(table)(batch(random.shuffled(repeated).map((told) => message(told))));
      expect(answer.batchItemFailures).toEqual([]);
      expect(await stateOf(table)).toEqual(expected);
    }
  }, 180_000);

  test('the test is able to fail: with an id of its own for each telling, an event told twice is two letters', async () => {
    const table = await emptyTable();
    const ids = ['one telling', 'another telling'];
    const [, requested] = history;
    if (!requested) throw new Error('no history');
    await consumerOn(table)(batch(ids.map((id) => message(requested, id))));
    const letters = await storesOn(table).letters.ofRecipient('reg_0');
    expect(letters.length).toBe(2);
  });

  test('told again after 14 days, a letter that was sent is not sent again', async () => {
    const table = await emptyTable();
    const clock = handClock();
    const ses = sesTwin();
    const ports = sendPorts(table, { directory: directoryTwin(new Map([['reg_0', { status: 'pending' }]])), door: ses, clock });
    await ports.facts.saveEvent(anEvent, 1);
    const [, requested] = history;
    if (!requested) throw new Error('no history');
    await consumerOn(table)(batch([message(requested)]));
    await sendRun(ports);
    clock.advance(14 * 86_400_000);
    await consumerOn(table)(batch([message(requested), message(requested)]));
    await sendRun(ports);
    expect(ses.addresses).toEqual(['reg_0@example.org']);
  });
});

describe('what SES tells, 1 to 5 times, in any order', () => {
  const tellings = [
    ['Send', ''],
    ['Delivery', ''],
    ['Bounce', 'Permanent'],
    ['Complaint', ''],
  ] as const;

  test('settles a letter the same', async () => {
    const random = seededRandom(4);
    for (let round = 0; round < 20; round += 1) {
      const table = await emptyTable();
      const ports = sendPorts(table, { directory: directoryTwin(new Map([['reg_0', {}]])), door: sesTwin(), clock: handClock() });
      await ports.facts.saveEvent(anEvent, 1);
      await ports.letters.queue({
        id: 'let_1',
        template: 'registration.confirmed',
        recipient: { kind: 'attendee', id: 'reg_0' },
        eventId: 'evt_1',
        now: new Date(0),
      });
      await sendRun(ports);
      const told = random.shuffled(tellings.flatMap((telling) => Array<(typeof tellings)[number]>(1 + random.integer(5)).fill(telling)));
      const body = ([type, bounceKind]: (typeof tellings)[number]) =>
        JSON.stringify({ mailEvent: { type, bounceKind, messageId: 'm-1', letterId: 'let_1', at: '2026-03-02T09:00:00Z' } });
      await consumerOn(table)(batch(told.map(body)));
      expect((await ports.letters.find('let_1'))?.state).toBe('complained');
      expect(await ports.suppression.isSuppressed(await ports.addressKey('reg_0@example.org'))).toBe(true);
    }
  });

  test('of a letter that is not in these books is left alone', async () => {
    const table = await emptyTable();
    const body = JSON.stringify({
      mailEvent: { type: 'Bounce', bounceKind: 'Permanent', messageId: 'm', letterId: '', at: '2026-03-02T09:00:00Z' },
    });
    const other = body.replace('"letterId":""', '"letterId":"let_elsewhere"');
    expect(await consumerOn(table)(batch([body, other]))).toEqual({ batchItemFailures: [] });
  });
});

describe('the contract of each type', () => {
  test.each(mailing.reactsTo.types)(
    '%s: the example is taken, an unknown field is ignored, a missing one goes back to the queue',
    async (type: DomainEventType) => {
      const table = await emptyTable();
      const example = domainEvents[type].example;
      const told = (data: unknown) => message({ type, version: 1, aggregateId: 'x', data, minute: 0 });
      const answer = await consumerOn(table)(batch([told(example), told({ ...example, later: 'a field of tomorrow' }), told({})]));
      expect(answer.batchItemFailures).toEqual([{ itemIdentifier: 'm2' }]);
    },
  );
});
